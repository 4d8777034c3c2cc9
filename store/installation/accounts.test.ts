/** Sign-in as people meet it, and as those meet it who guess. The clock is the test's own. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Doors, days, minutes, openDoors } from "../testing/accounts.ts";
import { argon2id } from "./accounts-hashing.ts";
import { telephonesOf } from "./accounts-telephones.ts";

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.database.drop());

const colombia = telephonesOf("CO");
const make = async (signIn: string, pin = "730194", to = doors) => {
  const made = await to.accounts.make({ signIn, pin, telephones: colombia });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
};
const tryPin = async (signIn: string, pin: string, source = "10.0.0.1", browser?: string, to = doors) => {
  const result = await to.accounts.signIn({ signIn, pin, source, browser });
  return result.ok ? "in" : result.refusal.code;
};

test("somebody signs in with their telephone or their name, and their PIN [accounts.sign-in]", async () => {
  const amparo = await make("311 234 5678");
  const found = await doors.accounts.signIn({ signIn: "+57 (311) 234 56 78", pin: "730194", source: "10.0.0.1" });
  expect(found).toMatchObject({ ok: true, value: { account: { id: amparo.id, pinDigits: 6 } } });
  await make("Efraín Ulcué");
  expect(await tryPin("efrain ULCUE", "730194")).toBe("in");
});

test("two people cannot have one sign-in, be it typed differently", async () => {
  await make("Ciro Campo");
  const second = await doors.accounts.make({ signIn: "CIRO  CAMPO", pin: "905172", telephones: colombia });
  expect(second).toMatchObject({ ok: false, refusal: { code: "account.taken" } });
});

test("an unknown name and a wrong PIN are told alike, and each costs one hash [accounts.alike]", async () => {
  await make("Rosa Yatacué");
  const wrong = await doors.accounts.signIn({ signIn: "Rosa Yatacué", pin: "904172", source: "10.1.0.1" });
  const unknown = await doors.accounts.signIn({ signIn: "Rosa Yatacuá", pin: "904172", source: "10.1.0.1" });
  expect(unknown).toEqual(wrong);
  // Argon2id is nearly all of the time that an answer takes: that it is computed once for both makes them alike in time too.
  const hashesOf = async (name: string) => {
    const before = doors.hashing.computed();
    await doors.accounts.signIn({ signIn: name, pin: "904172", source: "10.1.1.1" });
    return doors.hashing.computed() - before;
  };
  for (const name of ["Rosa Yatacué", "Ciro Campo", "Nadie Primero", "311 999 9999", ""])
    expect(await hashesOf(name), name).toBe(1);
});

test("whoever guesses from one address waits longer and longer, also past a new start of the server [accounts.slowed]", async () => {
  const own = await openDoors();
  await make("Silvia Pame", "730194", own);
  const answers: string[] = [];
  for (let count = 0; count < 4; count += 1)
    answers.push(await tryPin("Silvia Pame", `90417${count}`, "10.2.0.1", undefined, own));
  expect(answers).toEqual(["sign-in.wrong", "sign-in.wrong", "sign-in.wrong", "guess.wait-minutes"]);
  expect(await tryPin("Silvia Pame", "730194", "10.2.0.1", undefined, own.restarted())).toBe("guess.wait-minutes");
  own.clock.now += minutes(1);
  expect(await tryPin("Silvia Pame", "730194", "10.2.0.1", undefined, own)).toBe("in");
  await own.database.drop();
});

test("guesses from 500 addresses are counted together; the person on a known browser still gets in [accounts.many-addresses]", async () => {
  const own = await openDoors();
  await make("Nohora Guejia", "730194", own);
  const first = await own.accounts.signIn({ signIn: "Nohora Guejia", pin: "730194", source: "192.168.0.7" });
  const browser = first.ok ? first.value.browser : "";
  let looked = 0;
  for (let address = 0; address < 500; address += 1) {
    const answer = await tryPin(
      "Nohora Guejia",
      `9${100_000 + address}`.slice(0, 6),
      `10.3.${address >> 8}.${address & 255}`,
      undefined,
      own,
    );
    if (answer === "sign-in.wrong") looked += 1;
    own.clock.now += 1_000;
  }
  expect(looked).toBe(7); // Of 500 guesses in eight minutes: three, then after 30 s, 1, 2 and 4 minutes.
  expect(await tryPin("Nohora Guejia", "730194", "10.3.9.9", undefined, own)).toBe("guess.wait-minutes");
  expect(await tryPin("Nohora Guejia", "730194", "192.168.0.7", browser, own)).toBe("in");
  await own.database.drop();
});

test("a known browser that guesses is slowed by itself, and knows no other account", async () => {
  const own = await openDoors();
  await make("Olga Tumbo", "730194", own);
  await make("Pedro Tumbo", "730194", own);
  const first = await own.accounts.signIn({ signIn: "Olga Tumbo", pin: "730194", source: "192.168.0.7" });
  const browser = first.ok ? first.value.browser : "";
  for (let count = 0; count < 5; count += 1) await tryPin("Olga Tumbo", "904172", "192.168.0.7", browser, own);
  expect(await tryPin("Olga Tumbo", "730194", "192.168.0.7", browser, own)).toBe("guess.wait-minutes");
  expect(await tryPin("Olga Tumbo", "730194", "192.168.0.8", undefined, own)).toBe("in");
  for (let count = 0; count < 3; count += 1) await tryPin("Pedro Tumbo", "904172", "192.168.0.7", browser, own);
  expect(await tryPin("Pedro Tumbo", "730194", "192.168.0.7", browser, own)).toBe("guess.wait-minutes");
  await own.database.drop();
});

test("one address that tries one PIN on many names is slowed, and others are not", async () => {
  const own = await openDoors();
  const answers: string[] = [];
  for (let count = 0; count < 25; count += 1)
    answers.push(await tryPin(`Nadie Número ${count}`, "730194", "10.4.0.1", undefined, own));
  expect(answers.filter((one) => one === "sign-in.wrong")).toHaveLength(20);
  expect(await tryPin("Nadie Otro", "730194", "10.4.0.2", undefined, own)).toBe("sign-in.wrong");
  await own.database.drop();
});

test("a hundred guesses at the same moment: three are looked at, and two at a time at most [accounts.at-once]", async () => {
  const own = await openDoors();
  await make("Ana Dagua", "730194", own);
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, at) => tryPin("Ana Dagua", `9${10_000 + at}`, `10.5.0.${at}`, undefined, own)),
  );
  expect(answers.filter((one) => one === "sign-in.wrong")).toHaveLength(3);
  expect(answers.filter((one) => one === "guess.wait-minutes")).toHaveLength(97);
  await Promise.all(
    Array.from({ length: 60 }, (_, at) => tryPin(`Nadie ${at} x`, "904172", `10.6.0.${at}`, undefined, own)),
  );
  expect(own.hashing.most()).toBeLessThanOrEqual(2);
  await own.database.drop();
});

test("a hash of weaker days is made anew at the next good sign-in [accounts.renewed]", async () => {
  const { hash } = await import("@node-rs/argon2");
  const account = await make("Gloria Musse");
  const weak = await hash("730194", { ...argon2id, memoryCost: 8_192, timeCost: 1 });
  const pool = doors.database.connect("app");
  await pool.query("update ayni.account_now set pin_hash = $2 where account_id = $1::uuid", [account.id, weak]);
  expect(await tryPin("Gloria Musse", "730194", "10.7.0.1")).toBe("in");
  const { rows } = await pool.query("select pin_hash from ayni.account_now where account_id = $1::uuid", [account.id]);
  expect(rows[0].pin_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await tryPin("Gloria Musse", "730194", "10.7.0.1")).toBe("in");
});

test("a PIN is changed by whoever knows the old one", async () => {
  const account = await make("Hugo Labio");
  const change = async (old: string, pin: string) => {
    const result = await doors.accounts.changePin(account.id, old, pin);
    return result.ok ? "changed" : result.refusal.code;
  };
  expect(await change("904172", "618350")).toBe("pin.old-wrong");
  expect(await change("730194", "1234")).toBe("pin.easily-guessed");
  expect(await change("730194", "730194")).toBe("pin.same");
  expect(await change("730194", "618350")).toBe("changed");
  expect(await tryPin("Hugo Labio", "730194", "10.8.0.1")).toBe("sign-in.wrong");
  expect(await tryPin("Hugo Labio", "618350", "10.8.0.1")).toBe("in");
});

test("neither PIN nor name nor address stands in the table of guesses", async () => {
  const { rows } = await doors.database.connect("keeper").query("select * from ayni.guessing");
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/amparo|730194|10\.0\.0\.1/i);
  expect(JSON.stringify(rows.map(({ subject }) => subject))).toMatch(/^\["[0-9a-f]{64}"/);
  doors.clock.now += days(1);
});
