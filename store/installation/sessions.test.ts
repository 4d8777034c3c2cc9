import { afterAll, beforeAll, expect, test } from "vitest";
import { derivedUuid } from "../../kernel/ids.ts";
import { type Doors, days, minutes, openDoors } from "../testing/accounts.ts";
import { browserWords } from "./sessions-browser.ts";

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.database.drop());

const id = (name: string) => derivedUuid(`sessions test ${name}`);
const seat = { book: id("book"), seat: id("seat"), agent: id("agent") };
const other = { book: id("other book"), seat: id("other seat"), agent: id("other agent") };
const firefox = "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0";

test("an account's sessions are listed with a few words of their browser, never the whole of it [accounts.sessions]", async () => {
  const account = id("Amparo");
  await doors.sessions.make(seat, { account, browser: firefox });
  const [listed] = await doors.sessions.list(account);
  expect(listed).toMatchObject({ browser: "Firefox, Android", book: seat.book, made: doors.clock.now });
  expect(browserWords("curl/8.0")).toBe("");
  expect(browserWords("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/130 Safari/537 Edg/130")).toBe(
    "Edge, Windows",
  );
});

test("one that is ended holds no more at once, though it was just believed; the others hold", async () => {
  const account = id("Efraín");
  const [first, second, third] = [
    await doors.sessions.make(seat, { account }),
    await doors.sessions.make(seat, { account }),
    await doors.sessions.make(other, { account }),
  ];
  expect(await doors.sessions.find(first)).toMatchObject({ ...seat, account, way: "account" });
  const named = (await doors.sessions.signed(first))?.id ?? "";
  await doors.sessions.endOf(account, { one: named });
  expect(await doors.sessions.find(first)).toBeNull();
  expect(await doors.sessions.find(second)).not.toBeNull();
  const own = (await doors.sessions.signed(third))?.id ?? "";
  await doors.sessions.endOf(account, { allBut: own });
  expect(await doors.sessions.find(second)).toBeNull();
  expect(await doors.sessions.find(third)).not.toBeNull();
  expect(await doors.sessions.list(account)).toHaveLength(1);
});

test("nobody ends a session of another account by its name", async () => {
  const token = await doors.sessions.make(seat, { account: id("Rosa") });
  const named = (await doors.sessions.signed(token))?.id ?? "";
  await doors.sessions.endOf(id("Ciro"), { one: named });
  expect(await doors.sessions.find(token)).not.toBeNull();
});

test("a session ends a week after its last use, and a month after it began at the latest", async () => {
  const unused = await doors.sessions.make(seat, { account: id("Ana") });
  const used = await doors.sessions.make(seat, { account: id("Ana") });
  for (let day = 0; day < 29; day += 1) {
    expect(await doors.sessions.find(used), `day ${day}`).not.toBeNull();
    if (day === 8) expect(await doors.sessions.find(unused)).toBeNull();
    doors.clock.now += days(1);
  }
  doors.clock.now += days(1);
  expect(await doors.sessions.find(used)).toBeNull();
});

test("when it was last seen is written by the hour, not by the page", async () => {
  const account = id("Gloria");
  const token = await doors.sessions.make(seat, { account });
  const made = doors.clock.now;
  doors.clock.now += minutes(59);
  await doors.sessions.find(token);
  expect((await doors.sessions.list(account))[0]?.seen).toBe(made);
  doors.clock.now += minutes(2);
  await doors.sessions.find(token);
  expect((await doors.sessions.list(account))[0]?.seen).toBe(doors.clock.now);
});

test("who has said no seat yet is signed in and opens no book", async () => {
  const account = id("Pedro");
  const token = await doors.sessions.make(null, { account });
  expect(await doors.sessions.find(token)).toBeNull();
  expect(await doors.sessions.signed(token)).toMatchObject({ account, seated: null });
});

test("a seat that gets another account lets go of whoever sat there by the one before", async () => {
  const [before, after] = [id("Hugo"), id("Olga")];
  const old = await doors.sessions.make(seat, { account: before });
  const fresh = await doors.sessions.make(seat, { account: after });
  await doors.sessions.endAt(seat.book, { seat: seat.seat, butAccount: after });
  expect(await doors.sessions.find(old)).toBeNull();
  expect(await doors.sessions.find(fresh)).not.toBeNull();
});

test("an entry, a link for a new organisation and a session never stand for each other", async () => {
  const [entry, fresh] = [await doors.sessions.makeEntry(seat), await doors.sessions.makeEntry(null)];
  expect(await doors.sessions.find(entry)).toBeNull();
  expect(await doors.sessions.enter(fresh)).toBeNull();
  expect(await doors.sessions.newEntry(entry, "use")).toBe(false);
  expect(await doors.sessions.newEntry(fresh, "look")).toBe(true);
  expect(await doors.sessions.newEntry(fresh, "use")).toBe(true);
  expect(await doors.sessions.newEntry(fresh, "use")).toBe(false);
  const token = (await doors.sessions.enter(entry)) ?? "";
  expect(await doors.sessions.find(token)).toMatchObject({ ...seat, way: "operator", account: null });
  expect(await doors.sessions.enter(entry)).toBeNull();
});
