/** Who sits in the book, and with which roles. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { tally } from "../../../kernel/act/need.ts";
import { newest, nextVersion, type Row, write } from "../../../kernel/act/record.ts";
import { AgentId, SeatId } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { codeSchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { matrixOn, seatVersions } from "../needs.ts";
import { seat } from "../records.ts";

type Seat = Row<typeof seat>;

/** How a change of seat moves the counts of seats without an end, by role. */
function roleChanges(before: Seat | null, after: Seat) {
  const counted = (one: Seat | null) => (one === null || one.until !== null ? [] : (one.roles as readonly string[]));
  return [
    ...counted(before).map((key) => ({ kind: "seats-of-role", key, change: -1n })),
    ...counted(after).map((key) => ({ kind: "seats-of-role", key, change: 1n })),
  ];
}

/** Somebody must be able to give seats tomorrow: the last manager's seat without an end stays so. */
function leavesNobody(before: Seat | null, after: Seat, managers: bigint): Refusal | null {
  const manages = (one: Seat) => one.until === null && (one.roles as readonly string[]).includes("manager");
  if (before === null || !manages(before) || manages(after) || managers > 1n) return null;
  return refused("seat.last-manager", { seat: after.seat }, "seat").refusal;
}

const managers = tally("seats-of-role", "manager");

/**
 * Gives a seat to an agent, or changes the roles or the end of one given before. A decision. A manager's seat begins at once: one
 * that begins later would count as somebody who can give seats, and is nobody yet.
 */
export const giveSeat: ActDeclaration = decision({
  kind: "seat.give",
  version: 1,
  rules: 1,
  room: "book",
  power: "manage-seats",
  says: z.strictObject({
    seat: SeatId,
    agent: AgentId,
    roles: z.array(codeSchema).check(z.minLength(1), z.maxLength(20)),
    from: daySchema,
    until: z.optional(daySchema),
    account: z.optional(textSchema(80)),
  }),
  needs: (said, { today }) => ({ versions: seatVersions(said.seat), matrix: matrixOn(today), managers }),
  follows: (said, known, { today }) => {
    const before = newest(known.versions);
    const after: Seat = {
      seat: said.seat,
      agent: said.agent,
      roles: [...new Set(said.roles)],
      until: said.until ?? null,
      account: said.account ?? before?.account ?? null,
      version: nextVersion(known.versions),
      from_day: said.from,
    };
    const wrong = said.roles
      .filter((role) => !Object.hasOwn(known.matrix, role))
      .map((role) => refused("seat.role-unknown", { role }, "roles").refusal);
    if (before !== null && before.agent !== said.agent)
      wrong.push(refused("seat.id-used", { seat: said.seat }, "seat").refusal);
    if (said.until !== undefined && said.until < said.from)
      wrong.push(refused("seat.ends-before-it-begins", { from: said.from, until: said.until }, "until").refusal);
    if (said.roles.includes("manager") && said.from > today)
      wrong.push(refused("seat.manager-from-later", { from: said.from, today }, "from").refusal);
    const nobody = leavesNobody(before, after, known.managers);
    if (nobody !== null) wrong.push(nobody);
    return wrong.length > 0 ? refuse(...wrong) : { records: [write(seat, after)], tallies: roleChanges(before, after) };
  },
});

/** Ends a seat after a day; what was said from it stays. A decision. */
export const endSeat: ActDeclaration = decision({
  kind: "seat.end",
  version: 1,
  rules: 1,
  room: "book",
  power: "manage-seats",
  says: z.strictObject({ seat: SeatId, until: daySchema, reason: textSchema(200) }),
  needs: (said) => ({ versions: seatVersions(said.seat), managers }),
  follows: (said, known, { today }) => {
    const before = newest(known.versions);
    if (before === null) return refuse(refused("seat.unknown", { seat: said.seat }, "seat").refusal);
    const isPast = said.until < today; // An end in the past holds from that day on.
    const version = nextVersion(known.versions);
    const after: Seat = { ...before, until: said.until, version, from_day: isPast ? said.until : today };
    const nobody = leavesNobody(before, after, known.managers);
    return nobody === null ? { records: [write(seat, after)], tallies: roleChanges(before, after) } : refuse(nobody);
  },
});
