import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../kernel/canonical.ts";
import { byTelephone, codesOf, idOf, type TestBook } from "../book/testing.ts";
import { rosa } from "../people/testing.ts";
import { delivery, stockOf } from "./needs.ts";
import { receiveSaid } from "./said.ts";
import { collectingBook, sevenSacks } from "./testing.ts";

const grams = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }).map(String);
const code = fc.constantFrom("coffee-parchment", "cocoa", "sack", "crate", "a-1");
const day = fc.constantFrom("2026-11-14", "2026-08-31", "1970-01-01", "2100-02-28", "2026-11-15", "0001-01-01");
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((text) => /\S/.test(text));
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, part]) => `${whole}.${part.toString().padStart(3, "0")}`);
const weighing = fc.record(
  {
    gross_g: grams,
    tare_g: grams,
    container: code,
    count: fc.nat({ max: 100_000 }),
    reading: fc.record({ gross: decimals, unit: words }),
  },
  { requiredKeys: ["gross_g", "tare_g", "container", "count"] },
);
const reading = fc.record(
  {
    measure: fc.constantFrom("moisture", "cup-score", "sound-grams"),
    value: decimals,
    unit: fc.oneof(fc.constantFrom("percent", "g", "kg"), words),
    method: words,
    instrument: words,
    sample: words,
  },
  { requiredKeys: ["measure", "value", "unit"] },
);
const amounts = fc.array(fc.record({ code: code, amount: decimals }), { maxLength: 3 });
const shown = fc.record(
  {
    value: decimals,
    unitPrice: decimals,
    plan: fc.record({ version: fc.nat(), code, plan: fc.constant(idOf("a plan")) }),
    net_g: grams,
    paid_g: grams,
    net: decimals,
    mode: code,
    language: words,
    deductions: amounts,
    currency: fc.constant("COP"),
    cash: decimals,
    balances: fc.array(fc.record({ of: code, knownOn: day, amount: decimals }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const handOver = fc.record(
  {
    delivery: fc.nat({ max: 4 }).map((one) => idOf(`hand-over ${one}`)),
    member: fc.constantFrom(rosa.agent, idOf("a stranger")),
    product: fc.constantFrom("coffee-parchment", "cocoa"),
    place: fc.constantFrom("point-1", "point-2", "null", "Bodega de doña Inés"),
    on: day,
    clock: fc.constantFrom("00:00", "07:42", "23:59"),
    scale: words,
    scaleChecked: fc.option(day),
    receipt: fc.oneof(fc.constantFrom("null", "T3Q-1", "point-2-000001"), words),
    bags: fc.array(weighing, { maxLength: 6 }),
    measurements: fc.array(reading, { maxLength: 4 }),
    plot: fc.constant(idOf("a plot")),
    claim: words,
    shown: shown,
  },
  { requiredKeys: ["delivery", "member", "product", "place", "on", "bags"] },
);
const voiding = fc.record({
  delivery: fc.nat({ max: 4 }).map((one) => idOf(`hand-over ${one}`)),
  reason: fc.constantFrom("wrong tare", "wrong person"),
  on: day,
});

const places = ["point-1", "point-2", "null", "Bodega de doña Inés"];
const products = ["coffee-parchment", "cocoa"];

function stocks(book: TestBook): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const product of products)
    for (const place of places) {
      const tried = stockOf(product, place).tryOn(book.page);
      if ("known" in tried && tried.known !== 0n) found.set(`goods:${product}:g ${place}`, tried.known);
    }
  return found;
}

function postedStocks(book: TestBook): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const { account, commodity, place, amount } of book.history.flatMap((one) =>
    one.follows.entries.flatMap((entry) => entry.postings),
  )) {
    if (account !== "stock") continue;
    const key = `${commodity} ${place}`;
    found.set(key, (found.get(key) ?? 0n) + amount);
  }
  for (const [key, amount] of found) if (amount === 0n) found.delete(key);
  return found;
}

test("net is gross less the sum of the tares as weighed, to the gram", () => {
  fc.assert(
    fc.property(fc.array(weighing, { maxLength: 20 }), (bags) => {
      const book = collectingBook();
      book.speak("delivery.receive", { ...sevenSacks, bags }, byTelephone(1));
      const tried = delivery(sevenSacks.delivery).tryOn(book.page);
      if (!("known" in tried) || tried.known === null) return expect.unreachable("a fact is kept");
      let left = 0n;
      for (const one of bags) left += BigInt(one.gross_g) - BigInt(one.tare_g);
      expect(tried.known.net_g).toBe(left);
      expect(tried.known.gross_g - tried.known.tare_g).toBe(left);
      expect(book.history.at(-1)?.follows.entries.length).toBe(left > 0n ? 1 : 0);
    }),
    { numRuns: 60 },
  );
});

test("whatever is said at the scale that fits the schema is done or done with a question, never refused or unread", () => {
  fc.assert(
    fc.property(fc.array(handOver, { minLength: 1, maxLength: 5 }), fc.boolean(), (said, bySeat) => {
      const book = collectingBook();
      for (const [at, one] of said.entries()) {
        expect(receiveSaid.safeParse(one).success).toBe(true);
        const answer = book.speak("delivery.receive", one, bySeat ? {} : byTelephone(at + 1));
        expect(["done", "done with a question"]).toContain(answer.outcome);
      }
      const papers = book.history.flatMap((one) => one.follows.papers.map((paper) => `${paper.kind} ${paper.number}`));
      expect(new Set(papers).size).toBe(papers.length);
      for (const { content } of book.history.flatMap((one) => one.follows.papers))
        expect(content).toBe(canonicalJson(JSON.parse(content)));
    }),
    { numRuns: 60 },
  );
});

test("the stock of every place is the sum of what was posted there, voids included, in any order", () => {
  const step = fc.oneof(
    handOver.map((says) => ({ kind: "delivery.receive", says: says as object })),
    voiding.map((says) => ({ kind: "delivery.void", says: says as object })),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const book = collectingBook();
      for (const { kind, says } of steps) expect(codesOf(book.speak(kind, says))).not.toContain("act.kind-unknown");
      expect(stocks(book)).toEqual(postedStocks(book));
    }),
    { numRuns: 60 },
  );
});

test("a hand-over said twice posts once", () => {
  fc.assert(
    fc.property(handOver, (said) => {
      const once = collectingBook();
      once.speak("delivery.receive", said, byTelephone(1));
      const twice = collectingBook();
      twice.speak("delivery.receive", said, byTelephone(1));
      twice.speak("delivery.receive", said, byTelephone(2));
      expect(postedStocks(twice)).toEqual(postedStocks(once));
      expect(stocks(twice)).toEqual(stocks(once));
    }),
    { numRuns: 40 },
  );
});
