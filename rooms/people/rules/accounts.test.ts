import { describe, expect, it } from "vitest";
import { codesOf, idOf, openedBook, type TestBook, testSettings } from "../../book/testing.ts";
import { acts, records } from "../index.ts";
import { accountsOf, accountVersions, deathOf } from "../needs.ts";
import { rosa, sealed, withRosa } from "../testing.ts";
import { accountFor } from "./accounts.ts";
import { digestsOf } from "./erasing.ts";

const known = <T>(book: TestBook, need: { tryOn(look: TestBook["page"]): unknown }): T =>
  (need.tryOn(book.page) as { known: T }).known;
type Versions = Parameters<typeof accountFor>[0];

/** States one of Rosa's accounts; gives back the codes of what was asked or refused. */
function state(book: TestBook, name: string, more: Readonly<Record<string, unknown>> = {}): readonly string[] {
  const number = sealed("account-number", `24500 ${name}`);
  const says = { account: idOf(name), agent: rosa.agent, scheme: "bank", institution: "1051", number: number.sealed };
  const how = { beside: [number.beside] };
  return codesOf(book.speak("account.state", { ...says, currency: "COP", since: "2026-02-01", ...more }, how));
}

const rosasBook = () => withRosa(openedBook(...acts));
const goesTo = (book: TestBook, day: string, currency = "COP") => {
  const found = accountFor(
    known<Versions>(book, accountsOf(rosa.agent)),
    currency,
    day,
    known(book, deathOf(rosa.agent)),
  );
  return typeof found === "string" ? found : `${found.institution} since ${found.from_day}`;
};

describe("where money goes to somebody on a day [people.accounts]", () => {
  it("is the open account of the currency that was told last; none before the first", () => {
    const book = rosasBook();
    expect(goesTo(book, "2026-03-01")).toBe("no-account");
    state(book, "A");
    state(book, "B", { institution: "Nequi", scheme: "wallet", since: "2026-06-01" });
    expect(["2026-01-31", "2026-05-31", "2026-06-01"].map((day) => goesTo(book, day))).toEqual([
      "no-account",
      "1051 since 2026-02-01",
      "Nequi since 2026-06-01",
    ]);
    expect(goesTo(book, "2026-06-01", "PEN")).toBe("account-other-currency");
  });
  it("is corrected from a day on, and never before the version that stands", () => {
    const book = rosasBook();
    state(book, "A");
    expect(state(book, "A", { institution: "1007", since: "2026-07-01" })).toEqual([]);
    expect(goesTo(book, "2026-06-30")).toBe("1051 since 2026-02-01");
    expect(goesTo(book, "2026-07-01")).toBe("1007 since 2026-07-01");
    expect(state(book, "A", { since: "2026-06-30" })).toEqual(["money-account.before-its-version"]);
    expect(known<Versions>(book, accountVersions(idOf("A")))).toHaveLength(2);
  });
  it("is nobody else's account, and of nobody unknown", () => {
    const book = rosasBook();
    state(book, "A");
    expect(state(book, "A", { agent: testSettings.organisation })).toEqual(["money-account.of-another"]);
    expect(state(book, "C", { agent: idOf("nobody") })).toEqual(["money-account.agent-unknown"]);
  });
  it("once closed is closed for every day, and may be opened again from a later one", () => {
    const book = rosasBook();
    state(book, "A");
    const close = { account: idOf("A"), on: "2026-08-01", reason: "lo dijo el banco" };
    expect(codesOf(book.speak("account.close", close))).toEqual([]);
    expect(codesOf(book.speak("account.close", close))).toEqual([]);
    expect([goesTo(book, "2026-07-31"), goesTo(book, "2026-09-01")]).toEqual(["account-closed", "account-closed"]);
    expect(codesOf(book.speak("account.close", { ...close, account: idOf("Z") }))).toEqual(["money-account.unknown"]);
    state(book, "A", { since: "2026-10-01" });
    expect(goesTo(book, "2026-10-01")).toBe("1051 since 2026-10-01");
  });
  it("of who died is an heir's account, told since; the day of the death is said once", () => {
    const book = rosasBook();
    state(book, "A");
    const died = { agent: rosa.agent, on: "2026-05-02" };
    expect(codesOf(book.speak("person.died", died))).toEqual([]);
    expect(codesOf(book.speak("person.died", died))).toEqual([]);
    expect(codesOf(book.speak("person.died", { ...died, on: "2026-05-03" }))).toEqual(["person.died-otherwise"]);
    expect(codesOf(book.speak("person.died", { ...died, agent: idOf("nobody") }))).toEqual(["person.unknown-died"]);
    expect(goesTo(book, "2026-06-01")).toBe("heirs");
    const heir = sealed("name", "Luis Quispe");
    state(book, "B", { since: "2026-05-20", holder: heir.sealed });
    expect(goesTo(book, "2026-06-01")).toBe("1051 since 2026-05-20");
  });
  it("is among what an erasure takes: every number and holder that ever stood there", () => {
    const book = rosasBook();
    state(book, "A");
    state(book, "A", { since: "2026-07-01", number: sealed("account-number", "999").sealed });
    const digests = digestsOf([], known<Versions>(book, accountsOf(rosa.agent)));
    expect(digests).toEqual([
      sealed("account-number", "24500 A").sealed.digest,
      sealed("account-number", "999").sealed.digest,
    ]);
    expect(records.map(({ table }) => table)).toContain("agent_account");
  });
});
