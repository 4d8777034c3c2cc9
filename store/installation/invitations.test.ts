import { afterAll, beforeAll, expect, test } from "vitest";
import { derivedUuid } from "../../kernel/ids.ts";
import { type Doors, days, openDoors } from "../testing/accounts.ts";
import { codeIn, newCode, printedCode } from "./invitations-codes.ts";

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.database.drop());

const id = (name: string) => derivedUuid(`invitations test ${name}`);
const by = { seat: id("Marta's seat"), agent: id("Marta") };
const seatOf = (name: string) => ({ book: id("book"), seat: id(`seat of ${name}`), agent: id(name) });
const invite = async (name: string) => {
  const made = await doors.invitations.make(seatOf(name), by);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
};
const look = async (code: string, source = "10.0.0.1", account?: string) => {
  const found = await doors.invitations.look(code, source, account);
  return found.ok ? found.value.id : found.refusal.code;
};

test("a code is read aloud and typed without mistaking one sign for another", () => {
  for (let count = 0; count < 200; count += 1) expect(newCode()).toMatch(/^[2-9A-HJKMNP-TV-Z]{10}$/);
  const code = newCode();
  expect(codeIn(` ${printedCode(code).toLowerCase()} `)).toBe(code);
  expect(codeIn("too short")).toBeNull();
  expect(codeIn("ABCDE-FGHI0")).toBeNull();
});

test("an invitation is found by its code, holds once, and its code stands nowhere [accounts.invitation]", async () => {
  const { invitation, code } = await invite("Rosa");
  expect(await look(printedCode(code))).toBe(invitation.id);
  expect(await doors.invitations.claim(invitation, id("account of Rosa"))).toBeNull();
  expect(await look(code)).toBe("invitation.used");
  expect(await doors.invitations.claim(invitation, id("account of somebody"))).toMatchObject({
    code: "invitation.used",
  });
  const { rows } = await doors.database.connect("keeper").query("select * from ayni.invitation");
  expect(JSON.stringify(rows)).not.toContain(code);
});

test("two who open one invitation at the same moment: one is in", async () => {
  const { invitation } = await invite("Ciro");
  const claims = await Promise.all(
    [1, 2, 3, 4].map((who) => doors.invitations.claim(invitation, id(`account ${who}`))),
  );
  expect(claims.filter((one) => one === null)).toHaveLength(1);
});

test("what could not be carried out may be tried again by the same account", async () => {
  const { invitation, code } = await invite("Ana");
  const account = id("account of Ana");
  await doors.invitations.claim(invitation, account);
  expect(await look(code, "10.0.0.1", account)).toBe(invitation.id);
  await doors.invitations.release(invitation, account);
  expect(await look(code)).toBe(invitation.id);
});

test("a new invitation to a seat, a revoked one and one of two weeks ago hold no more", async () => {
  const first = await invite("Olga");
  const second = await invite("Olga");
  expect(await look(first.code)).toBe("invitation.revoked");
  await doors.invitations.revoke(id("another book"), second.invitation.id);
  expect(await look(second.code)).toBe(second.invitation.id);
  await doors.invitations.revoke(id("book"), second.invitation.id);
  expect(await look(second.code)).toBe("invitation.revoked");
  const third = await invite("Olga");
  expect((await doors.invitations.open(id("book"))).map((one) => one.id)).toContain(third.invitation.id);
  doors.clock.now += days(14);
  expect(await look(third.code)).toBe("invitation.expired");
});

test("whoever tries codes is slowed like one who tries PINs [accounts.codes-slowed]", async () => {
  const answers: string[] = [];
  for (let count = 0; count < 25; count += 1) answers.push(await look(newCode(), "10.9.0.1"));
  expect(answers.filter((one) => one === "invitation.unknown")).toHaveLength(20);
  expect(answers.at(-1)).toBe("guess.wait-minutes");
  const { code, invitation } = await invite("Pedro");
  expect(await look(code, "10.9.0.1")).toBe("guess.wait-minutes");
  expect(await look(code, "10.9.0.2")).toBe(invitation.id);
});
