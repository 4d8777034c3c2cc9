import fc from "fast-check";
import { expect, test } from "vitest";
import { seatsOf } from "./needs.ts";
import { firstPowers } from "./rules/first-powers.ts";
import type { PowerLimit } from "./rules/powers.ts";
import { codesOf, idOf, marta, now, openedBook, type Saying, today } from "./testing.ts";

const rosa = { agent: idOf("Rosa"), seat: idOf("Rosa's seat") };
const juan = { agent: idOf("Juan"), seat: idOf("Juan's seat") };
const speaking = ({ agent, seat }: { agent: string; seat: string }): Saying => ({
  by: agent,
  through: { way: "seat", seat, at: now },
});

/** Decisions of the book itself, one under each of these powers. */
const decisions = [
  { power: "manage-devices", kind: "device.enrol", says: { device: idOf("d"), publicKey: "D".repeat(43) } },
  {
    power: "manage-seats",
    kind: "seat.give",
    says: { seat: idOf("s"), agent: idOf("Ana"), roles: ["clerk"], from: today },
  },
  { power: "settings", kind: "powers.publish", says: { powers: firstPowers, from: today } },
  { power: "close-accounting-day", kind: "accounting-day.close", says: { until: "2026-10-31" } },
] as const;

/** Two officers beside the manager, so that nothing is waived; `more` gives the powers of their roles. */
function opened(more: Readonly<Record<string, readonly PowerLimit[]>>) {
  const book = openedBook();
  book.speak("powers.publish", { powers: { ...firstPowers, ...more }, from: today });
  book.speak("powers.end-waiver", { reason: "Nothing is waived here." });
  return book;
}

test("what was proposed and signed leaves the records that the signer's own word would have left [powers.second]", () => {
  fc.assert(
    fc.property(fc.constantFrom(...decisions), ({ power, kind, says }) => {
      const roles = { treasurer: [{ power, second: true }], technician: [{ power }] };
      const [signed, direct] = [opened(roles), opened(roles)];
      for (const book of [signed, direct]) {
        book.speak("seat.give", { ...rosa, roles: ["treasurer"], from: today });
        book.speak("seat.give", { ...juan, roles: ["technician"], from: today });
      }
      expect(signed.speak(kind, says, { id: idOf("p"), ...speaking(rosa) }).outcome).toBe("proposed");
      expect(codesOf(signed.speak("proposal.sign", { proposal: idOf("p") }, speaking(juan)))).toEqual([]);
      expect(direct.speak(kind, says, speaking(juan)).outcome).toBe("done");
      const [one, other] = [signed.history.at(-1), direct.history.at(-1)];
      expect(one?.heard.body.kind).toBe(kind);
      expect(one?.follows).toEqual(other?.follows);
      expect(one?.outcome).toEqual(other?.outcome);
    }),
  );
});

const person = fc.constantFrom(marta, rosa, juan);
const limit = fc.record(
  {
    second: fc.constantFrom(true, true, false),
    apart: fc.boolean(),
    upTo: fc.constant("10"),
    currency: fc.constant("COP"),
  },
  { requiredKeys: ["second"] },
);
const held = fc.array(
  limit.map((one) => ({ power: "manage-devices", ...one, currency: "COP" })),
  { minLength: 1, maxLength: 3 },
);
const matrix = fc.record({ treasurer: held, technician: held, clerk: held });
const seating = fc.record({
  who: person,
  on: fc.integer({ min: 0, max: 1 }),
  role: fc.constantFrom("treasurer", "technician", "clerk", "manager"),
  account: fc.constantFrom("one", "two", "three", "four", "five"),
});
const turn = fc.record({ who: person, on: fc.integer({ min: 0, max: 1 }), signs: fc.boolean() });
const seatOf = (agent: string, on: number) => (on === 0 ? agent : idOf(`${agent} ${on}`));

test("no matrix and no seats let one person sign twice [powers.second]", () => {
  let signatures = 0;
  fc.assert(
    fc.property(
      matrix,
      fc.array(seating, { minLength: 4, maxLength: 10 }),
      fc.array(turn, { minLength: 4, maxLength: 14 }),
      (roles, seats, turns) => {
        const book = opened(roles);
        for (const { who, on, role, account } of seats)
          book.speak("seat.give", {
            seat: seatOf(who.agent, on),
            agent: who.agent,
            roles: [role],
            from: today,
            account,
          });
        const waiting: string[] = [];
        for (const [at, { who, on, signs }] of turns.entries()) {
          const voice = speaking({ agent: who.agent, seat: seatOf(who.agent, on) });
          const id = idOf(`turn ${at}`);
          if (signs) for (const proposal of waiting) book.speak("proposal.sign", { proposal }, voice);
          else if (
            book.speak("device.enrol", { device: id, publicKey: "D".repeat(43) }, { id, ...voice }).outcome ===
            "proposed"
          )
            waiting.push(id);
        }
        const proposers = new Map(book.history.map((one) => [one.heard.body.id, one.heard.body.by]));
        const accountsOf = (agent: string) => {
          const tried = seatsOf(agent).tryOn(book.page);
          return "known" in tried ? tried.known.flatMap((one) => one.account ?? []) : [];
        };
        for (const { follows } of book.history)
          for (const { record, row } of follows.records) {
            if (record.table !== "proposal_end") continue;
            signatures += 1;
            const [one, other] = [proposers.get(String(row.proposal)) as string, String(row.ended_by)];
            expect(one).not.toBe(other);
            expect(accountsOf(one).filter((account) => accountsOf(other).includes(account))).toEqual([]);
          }
      },
    ),
    { numRuns: 400 },
  );
  expect(signatures).toBeGreaterThan(5); // The property was not proven on nothing.
});
