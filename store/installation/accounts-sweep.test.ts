import { afterAll, beforeAll, expect, test } from "vitest";
import { derivedUuid } from "../../kernel/ids.ts";
import { type Doors, days, openDoors } from "../testing/accounts.ts";
import { dailySweep, sweepPast } from "./accounts-sweep.ts";

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.database.drop());

test("counts of guesses go after a month, sessions three months after their end; what still holds stays [accounts.swept]", async () => {
  const keeper = doors.database.connect("keeper");
  const account = derivedUuid("sweep test account");
  await doors.accounts.signIn({ signIn: "Nadie Aquí", pin: "904172", source: "10.0.0.1" });
  const old = await doors.sessions.make(null, { account });
  expect(await sweepPast(keeper, doors.clock.now)).toBe(0);
  doors.clock.now += days(31);
  expect(await sweepPast(keeper, doors.clock.now)).toBe(2); // Of the name and of the address.
  doors.clock.now += days(90);
  const fresh = await doors.sessions.make(null, { account });
  expect(await sweepPast(keeper, doors.clock.now)).toBe(1);
  expect(await doors.sessions.signed(old)).toBeNull();
  expect(await doors.sessions.signed(fresh)).not.toBeNull();
});

test("the job is due at the start and then once a day", async () => {
  const job = dailySweep(doors.database.connect("keeper"), () => doors.clock.now);
  expect(await job.due()).toBe(true);
  await job.work();
  expect(await job.due()).toBe(false);
  doors.clock.now += days(1);
  expect(await job.due()).toBe(true);
});
