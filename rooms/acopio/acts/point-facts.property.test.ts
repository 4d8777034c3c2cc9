import fc from "fast-check";
import { expect, test } from "vitest";
import { idOf, testSettings, today } from "../../book/testing.ts";
import { cashAt } from "../needs/cash.ts";
import { atPoint, pointBook } from "../point-testing.ts";
import { known } from "../testing.ts";

const place = fc.constantFrom("point-2", "point-9", "constructor");
const on = fc.constantFrom("2026-11-14", today, "1970-01-01", "2099-12-31");
const amount = fc.constantFrom("0", "500000", "0.5", "12.345", "999999999999999999999");
const currency = fc.constantFrom("COP", "PEN", "USD");
const grams = fc.constantFrom("0", "20000", "20101", "999999999999999");
const serial = fc.constantFrom(1, 2, 451, 470, 999_999_999);
const counted = fc.record({
  currency,
  notes: fc.array(fc.record({ value: amount, count: fc.constantFrom(0, 3, 1_000_000) }), { maxLength: 3 }),
});
const checks = fc.record({ scale: fc.constantFrom("B-03", "B-09"), expected_g: grams, shown_g: grams });
const range = fc.record({ series: fc.constantFrom("QD2A", "T2"), from: serial, to: serial });
const lent = fc.option(fc.constantFrom(idOf("a float"), idOf("none")), { nil: undefined });
const state = fc.constantFrom("used", "spoiled", "blank");
const pad = fc.constantFrom(idOf("a pad"), idOf("no pad"));

const facts = fc.oneof(
  fc.tuple(
    fc.constant("scale.check"),
    fc.record({ place, on, scale: fc.constantFrom("B-03", "x"), expected_g: grams, shown_g: grams }),
  ),
  fc.tuple(
    fc.constant("point.open-day"),
    fc.record({
      place,
      on,
      checks: fc.uniqueArray(checks, { selector: (one) => one.scale }),
      cash: fc.uniqueArray(counted, { selector: (one) => one.currency, maxLength: 2 }),
    }),
  ),
  fc.tuple(
    fc.constant("point.close-day"),
    fc.record({
      place,
      on,
      receipts: fc.option(range),
      handOvers: fc.nat(9),
      voids: fc.nat(9),
      kilos: fc.constant([]),
      cash: fc.uniqueArray(counted, { selector: (one) => one.currency, maxLength: 2 }),
    }),
  ),
  fc.tuple(fc.constant("float.top-up"), fc.record({ place, on, amount, currency, lent })),
  fc.tuple(fc.constant("float.return"), fc.record({ place, on, amount, currency })),
  fc.tuple(fc.constant("float.count"), fc.record({ place, on, cash: counted })),
  fc.tuple(
    fc.constant("pad.account"),
    fc.record({
      pad,
      on,
      all: fc.boolean(),
      serials: fc.array(fc.record({ from: serial, to: serial, state }), { maxLength: 3 }),
    }),
  ),
);

test("whatever is told of a day at a point is done or done with a question, and boxes hold what was posted [acopio.day-facts]", () => {
  fc.assert(
    fc.property(fc.array(facts, { minLength: 1, maxLength: 8 }), (told) => {
      const book = pointBook();
      book.speak("pad.issue", { pad: idOf("a pad"), series: "T2", from: 451, to: 470, place: "point-2", on: today });
      const float = { place: "point-2", amount: "500000", currency: "COP", until: today };
      book.speak("float.lend", float, { id: idOf("a float") });
      for (const [at, [kind, says]] of told.entries())
        expect(book.speak(kind, says, atPoint(at + 1)).outcome, kind).toMatch(/^done/);
      const lines = book.history.flatMap((one) => one.follows.entries.flatMap((entry) => entry.postings));
      for (const box of ["point-2", "point-9", "constructor"])
        expect(known(book, cashAt(box, "COP", testSettings))).toBe(
          lines.reduce(
            (sum, one) =>
              one.account === "cash" && one.place === box && one.commodity === "money:COP:1" ? sum + one.amount : sum,
            0n,
          ),
        );
    }),
    { numRuns: 80 },
  );
});
