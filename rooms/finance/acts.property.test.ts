import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { decision } from "../../kernel/act/declaration.ts";
import { codesOf, idOf, openedBook, today } from "../book/testing.ts";
import { acts as people } from "../people/index.ts";
import { rosa, withRosa } from "../people/testing.ts";
import { acts } from "./index.ts";
import { advanceOwed } from "./needs.ts";

const settle = decision({
  kind: "test.settle",
  version: 1,
  rules: 1,
  room: "test",
  power: "close-settlement",
  says: z.unknown(),
  needs: () => ({}),
  follows: (says) => ({ also: [{ kind: "debt.collect", version: 1, says }] }),
});

test("whatever is collected in whatever order, an advance owes given − collected and never less than nothing", () => {
  const collections = fc.array(fc.bigInt({ min: 0n, max: 60_000n }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 200_000n }), collections, (given, asked) => {
      const book = withRosa(openedBook(...people, ...acts, settle));
      const id = idOf("advance");
      const said = { advance: id, agent: rosa.agent, amount: `${given}`, currency: "COP", day: today, mode: "cash" };
      book.speak("advance.give", said);
      let owed = given;
      for (const principal of asked) {
        const says = { debt: id, principal: `${principal}`, interest: "0", charged: "0", months: 0, day: today };
        const codes = codesOf(book.speak("test.settle", says));
        expect(codes).toEqual(principal > owed ? ["debt.more-than-owed"] : []);
        if (principal <= owed) owed -= principal;
        expect(advanceOwed(id).tryOn(book.page)).toEqual({ known: owed });
      }
    }),
    { numRuns: 60 },
  );
});

test("a fact about an advance is never refused, whatever is said", () => {
  const words = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("cash", "transfer", "__proto__", "COP", "PEN"));
  const said = fc.record({
    advance: fc.constant(idOf("advance")),
    agent: fc.constantFrom(rosa.agent, idOf("nobody")),
    amount: fc.oneof(
      words,
      fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }).map(String),
      fc.constantFrom("0.10", "-5", "1e9"),
    ),
    currency: words,
    day: fc.constantFrom("2026-11-15", "1999-12-31", "2100-01-01"),
    mode: words,
  });
  fc.assert(
    fc.property(said, (says) => {
      const answer = withRosa(openedBook(...people, ...acts)).speak("advance.give", says);
      expect(answer.outcome).toMatch(/^done/);
    }),
    { numRuns: 150 },
  );
});
