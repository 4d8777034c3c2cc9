/** What becomes of a decision that waits for a second signature. The fold makes the proposal; these end it. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { seated } from "../../../kernel/act/ground.ts";
import { always, andThen, each, row, together } from "../../../kernel/act/need.ts";
import { type Row, write } from "../../../kernel/act/record.ts";
import { idSchema } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { limitsOf, seatsOf } from "../needs.ts";
import { proposal, proposalEnd, type seat } from "../records.ts";
import type { PowerLimit } from "../rules/powers.ts";

const ProposalId = idSchema<"Proposal">();
const named = z.strictObject({ proposal: ProposalId });
const withReason = z.strictObject({ proposal: ProposalId, reason: textSchema(300) });

/** A proposal, how it ended, and what tells whether two voices are two people who hold its power. */
const proposalAt = (id: string, { by, today }: Context) =>
  together({
    end: row(proposalEnd, id),
    known: andThen(row(proposal, id), (found) =>
      found === null
        ? always(null)
        : together({
            proposal: always(found),
            seats: each([seatsOf(found.proposed_by), seatsOf(by)]),
            limits: each([limitsOf(found.proposed_by, found.power, today), limitsOf(by, found.power, today)]),
          }),
    ),
  });

type At = {
  readonly end: Row<typeof proposalEnd> | null;
  readonly known: {
    readonly proposal: Row<typeof proposal>;
    readonly seats: readonly (readonly Row<typeof seat>[])[];
    readonly limits: readonly (readonly PowerLimit[])[];
  } | null;
};

/** Why a proposal is not open any more; null when it is. */
function notOpen(id: string, { end, known }: At, today: string): Refusal | null {
  if (known === null) return refused("proposal.unknown", { proposal: id }, "proposal").refusal;
  if (end !== null) return refused("proposal.ended", { ended: end.ended, on: end.on_day }, "proposal").refusal;
  const { until } = known.proposal;
  return today > until ? refused("proposal.expired", { until }, "proposal").refusal : null;
}

/** One person has one signature: the same agent, or two agents behind one sign-in, are one person. */
function isSamePerson({ proposal: { proposed_by }, seats }: NonNullable<At["known"]>, by: string): boolean {
  if (proposed_by === by) return true;
  const [first, other] = seats.map((some) => new Set(some.flatMap((one) => one.account ?? [])));
  return [...(first ?? [])].some((account) => other?.has(account));
}

const ending = (id: string, ended: string, { by, today }: Context, reason: string | null) =>
  write(proposalEnd, { proposal: id, ended, ended_by: by, reason, on_day: today });

/**
 * Signs what another person proposed, and so carries it out: judged again as the book is now, by the signer's own power and
 * limits. When it cannot be carried out any more the signing is refused with those reasons and the proposal stays open. A
 * decision. Refused: `proposal.unknown`, `proposal.ended`, `proposal.expired`, `proposal.own`, `proposal.needs-a-seat`,
 * `proposal.proposer-without-power`.
 */
export const signProposal: ActDeclaration = decision({
  kind: "proposal.sign",
  version: 1,
  rules: 1,
  room: "book",
  power: seated,
  signsFor: true,
  says: named,
  needs: (said, context) => ({ at: proposalAt(said.proposal, context) }),
  follows: (said, { at }, context) => {
    const closed = notOpen(said.proposal, at, context.today);
    if (closed !== null || at.known === null) return refuse(...(closed === null ? [] : [closed]));
    const { kind, version, says, power, proposed_by } = at.known.proposal;
    // A device signs by itself and only states the person: a second signature is given by the person who signed in.
    if (context.through.way !== "seat") return refuse(refused("proposal.needs-a-seat").refusal);
    if (isSamePerson(at.known, context.by)) return refuse(refused("proposal.own", { power }, "proposal").refusal);
    if (at.known.limits[0]?.length === 0)
      return refuse(refused("proposal.proposer-without-power", { power, agent: proposed_by }).refusal);
    return {
      records: [ending(said.proposal, "signed", context, null)],
      also: [{ kind, version, says: JSON.parse(says) as unknown }],
    };
  },
});

/** Says no to what another proposed, with the reason: whoever could have signed it may. A decision. */
export const declineProposal: ActDeclaration = decision({
  kind: "proposal.decline",
  version: 1,
  rules: 1,
  room: "book",
  power: seated,
  says: withReason,
  needs: (said, context) => ({ at: proposalAt(said.proposal, context) }),
  follows: (said, { at }, context) => {
    const closed = notOpen(said.proposal, at, context.today);
    if (closed !== null || at.known === null) return refuse(...(closed === null ? [] : [closed]));
    const { power } = at.known.proposal;
    if (at.known.limits[1]?.length === 0) return refuse(refused("power.missing", { power, agent: context.by }).refusal);
    return { records: [ending(said.proposal, "declined", context, said.reason)] };
  },
});

/** Takes one's own proposal back, with the reason. A decision. Refused: `proposal.not-own`. */
export const withdrawProposal: ActDeclaration = decision({
  kind: "proposal.withdraw",
  version: 1,
  rules: 1,
  room: "book",
  power: seated,
  says: withReason,
  needs: (said, context) => ({ at: proposalAt(said.proposal, context) }),
  follows: (said, { at }, context) => {
    const closed = notOpen(said.proposal, at, context.today);
    if (closed !== null || at.known === null) return refuse(...(closed === null ? [] : [closed]));
    if (at.known.proposal.proposed_by !== context.by)
      return refuse(refused("proposal.not-own", {}, "proposal").refusal);
    return { records: [ending(said.proposal, "withdrawn", context, said.reason)] };
  },
});
