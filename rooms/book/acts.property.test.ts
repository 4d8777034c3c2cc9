import fc from "fast-check";
import { expect, test } from "vitest";
import { seatsOf } from "./needs.ts";
import { rolesOn } from "./rules/seats.ts";
import { codesOf, efrain, idOf, marta, openedBook, today } from "./testing.ts";

const people = [marta, efrain, { agent: idOf("Rosa"), seat: idOf("Rosa's seat") }];
const days = fc.constantFrom("2026-01-01", "2026-11-14", today, "2026-11-16", "2030-01-01");
const change = fc.oneof(
  fc.record({
    kind: fc.constant("seat.give"),
    who: fc.constantFrom(...people),
    roles: fc.uniqueArray(fc.constantFrom("manager", "clerk", "member"), { minLength: 1 }),
    from: days,
    until: fc.option(days, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant("seat.end"),
    who: fc.constantFrom(...people),
    until: days,
    reason: fc.constant("left"),
  }),
);

test("whatever is done to the seats, somebody can still give seats today and in years to come", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 15 }), (changes) => {
      const book = openedBook();
      const managers = (day: string) =>
        people.filter(({ agent }) => {
          const tried = seatsOf(agent).tryOn(book.page);
          return "known" in tried && rolesOn(tried.known, day).includes("manager");
        });
      for (const { kind, who, ...rest } of changes) {
        // Whoever manages today speaks; the property is that there always is one.
        const [speaker] = managers(today);
        if (speaker === undefined) throw new Error("nobody is left");
        const says = kind === "seat.end" ? { seat: who.seat, ...rest } : { seat: who.seat, agent: who.agent, ...rest };
        const through = { way: "seat", seat: speaker.seat, at: `${today}T15:00:00Z` } as const;
        expect(codesOf(book.speak(kind, says, { by: speaker.agent, through }))).not.toContain("power.missing");
        expect(managers(today)).not.toEqual([]);
        expect(managers("2035-01-01")).not.toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});
