import { expect, test } from "vitest";
import { goodsOf, moneyOf, workOf } from "../../kernel/ledger/commodity.ts";
import { posting } from "../../kernel/ledger/entry.ts";
import { accountOf } from "./accounts.ts";
import { amountWritten, writtenOf } from "./amounts.ts";
import { type JournalEntry, journalText } from "./journal.ts";

const nobody = { agent: null, lot: null, place: null, owner: null, agreement: null };
const amount = (of: string, grains: bigint) => amountWritten(grains, writtenOf(of));

test("money has the decimals of its grain, goods are in kilograms to the gram, work and animals are whole", () => {
  expect(amount(moneyOf("COP", "1"), 2_940_800n)).toBe("2940800 COP");
  expect(amount(moneyOf("COP", "50"), -3n)).toBe("-150 COP");
  expect(amount(moneyOf("PEN", "0.01"), -5n)).toBe("-0.05 PEN");
  expect(amount(moneyOf("PEN", "0.10"), 25n)).toBe("2.5 PEN");
  expect(amount(goodsOf("coffee-parchment"), 404_820n)).toBe('404.820 "coffee-parchment kg"');
  expect(amount(goodsOf("milk", "ml"), -1n)).toBe('-0.001 "milk l"');
  expect(amount(workOf("field-day"), 2n)).toBe('2 "field-day d"');
});

test("accounts are named by place and member number, never by a person's name; other ids stand whole", () => {
  const nameOf = (agent: string) => (agent === "rosa" ? "031" : null);
  expect(accountOf({ ...nobody, account: "stock", place: "El Mirador" }, nameOf)).toBe("assets:stock:at El Mirador");
  expect(accountOf({ ...nobody, account: "owed-to-producers", agent: "rosa" }, nameOf)).toBe(
    "liabilities:owed-to-producers:of 031",
  );
  expect(accountOf({ ...nobody, account: "advances", agent: "x-1", agreement: "a-9" }, nameOf)).toBe(
    "assets:advances:of x-1:under a-9",
  );
});

test("what would break a name is written in percent, so two places never become one", () => {
  const at = (place: string) => accountOf({ ...nobody, account: "stock", place }, () => null);
  const places = ["a b", "a  b", " a b", "a:b", "a;b", "a%3Ab", "a\nb", "a b "];
  expect(new Set(places.map(at)).size).toBe(places.length);
  for (const place of places) expect(at(place)).toMatch(/^assets:stock:at (\S+)( \S+)*$/);
  expect(at("a:b")).toBe("assets:stock:at a%3Ab");
});

test("an entry carries its act, and its day when it was booked on another", async () => {
  const entry: JournalEntry = {
    position: 12n,
    ordinal: 0,
    act: "act-1",
    because: "advance.given",
    about: null,
    happened: "2026-02-28",
    booked: "2026-03-01",
    reverses: { position: 7n, ordinal: 1 },
    postings: [
      posting("advances", moneyOf("PEN", "0.01"), 10_050n, { agent: "rosa" }),
      posting("cash", moneyOf("PEN", "0.01"), -10_050n),
    ],
  };
  async function* entries() {
    yield entry;
  }
  const pieces: string[] = [];
  const source = {
    title: "Libro",
    accounts: entry.postings,
    commodities: [moneyOf("PEN", "0.01")],
    entries: entries(),
    nameOf: () => "031",
  };
  for await (const piece of journalText(source)) pieces.push(piece);
  expect(pieces[0]).toContain("commodity 1000.00 PEN");
  expect(pieces[0]).toContain("account assets:advances:of 031");
  expect(pieces[1]).toBe(`2026-03-01 (12.0) advance.given  ; act:act-1, happened:2026-02-28, reverses:7.1
    assets:advances:of 031  100.50 PEN  ; agent:rosa
    assets:cash  -100.50 PEN

`);
});
