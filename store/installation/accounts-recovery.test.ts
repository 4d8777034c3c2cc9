import { afterAll, beforeAll, expect, test } from "vitest";
import { derivedUuid } from "../../kernel/ids.ts";
import { type Doors, days, openDoors } from "../testing/accounts.ts";
import { eventsOf, eventsRead } from "./accounts-events.ts";

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.database.drop());

const id = (name: string) => derivedUuid(`recovery test ${name}`);
const marta = { book: id("book"), agent: id("Marta"), account: id("account of Marta") };
const make = async (signIn: string, pin = "730194") => {
  const made = await doors.accounts.make({ signIn, pin, telephones: null });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
};
const given = async (result: Promise<{ readonly ok: boolean }>) => {
  const code = await result;
  if (!("value" in code)) throw new Error("no code");
  return code.value as string;
};
const use = async (signIn: string, code: string, pin = "618350", source = "10.0.0.1") => {
  const used = await doors.recoveries.use({ signIn, code, pin, source });
  return used.ok ? "in" : used.refusal.code;
};
const whatHappened = async (account: string) =>
  (await eventsOf(doors.database.connect("app"), account, "unread")).map(({ what }) => what);

test("who forgot asks, an officer confirms and reads out a code, and a new PIN holds; all of it is told [accounts.recovery]", async () => {
  const account = await make("Rosa Yatacué");
  await eventsRead(doors.database.connect("app"), account.id, doors.clock.now);
  doors.clock.now += 1_000;
  expect(await doors.recoveries.ask("rosa yatacue", "10.0.0.1")).toEqual({ ok: true });
  doors.clock.now += 1_000;
  const recovery = await doors.recoveries.confirm(account.id, marta);
  expect(recovery.confirmed).toEqual([marta]);
  const code = await given(doors.recoveries.code(recovery));
  doors.clock.now += 1_000;
  expect(await use("Rosa Yatacué", code, "123456")).toBe("pin.easily-guessed");
  expect(await use("Rosa Yatacué", code, "6183")).toBe("pin.too-short"); // She had six digits.
  expect(await use("Rosa Yatacué", code)).toBe("in");
  expect(await use("Rosa Yatacué", code)).toBe("recovery.wrong");
  const signIn = { signIn: "Rosa Yatacué", source: "10.0.0.1" };
  expect((await doors.accounts.signIn({ ...signIn, pin: "618350" })).ok).toBe(true);
  expect(await whatHappened(account.id)).toEqual(["recovery.used", "recovery.confirmed", "recovery.asked"]);
});

test("to ask for somebody who is not here is answered alike", async () => {
  expect(await doors.recoveries.ask("Nadie Conocido", "10.0.0.2")).toEqual({ ok: true });
});

test("the same officer twice is one officer; another is another", async () => {
  const account = await make("Ciro Campo");
  await doors.recoveries.confirm(account.id, marta);
  await doors.recoveries.confirm(account.id, marta);
  const two = await doors.recoveries.confirm(account.id, { ...marta, agent: id("Teresa") });
  expect(two.confirmed).toHaveLength(2);
});

test("a code holds a day, for one account, and only the newest", async () => {
  const [account, other] = [await make("Ana Dagua"), await make("Olga Tumbo")];
  const recovery = await doors.recoveries.confirm(account.id, marta);
  const first = await given(doors.recoveries.code(recovery));
  const second = await given(doors.recoveries.code(recovery));
  expect(await use("Ana Dagua", first)).toBe("recovery.wrong");
  await doors.recoveries.code(await doors.recoveries.confirm(other.id, marta));
  expect(await use("Olga Tumbo", second)).toBe("recovery.wrong");
  doors.clock.now += days(1);
  expect(await use("Ana Dagua", second)).toBe("recovery.wrong");
});

test("the operator of the machine can do it alone, and it is written down", async () => {
  const account = await make("Hugo Labio");
  doors.clock.now += 1_000;
  expect(await use("Hugo Labio", await given(doors.recoveries.byOperator(account.id)))).toBe("in");
  expect(await whatHappened(account.id)).toContain("recovery.by-operator");
});

test("who guesses recovery codes is slowed as with PINs", async () => {
  const account = await make("Pedro Tumbo");
  await doors.recoveries.code(await doors.recoveries.confirm(account.id, marta));
  const answers: string[] = [];
  for (let count = 0; count < 5; count += 1)
    answers.push(await use("Pedro Tumbo", "ABCDE-FGHJK", "618350", `10.3.0.${count}`));
  expect(answers).toEqual([
    "recovery.wrong",
    "recovery.wrong",
    "recovery.wrong",
    "guess.wait-minutes",
    "guess.wait-minutes",
  ]);
});
