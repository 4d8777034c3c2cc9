/** Drafting: which hand-overs are to be settled for whom. Nothing is worth anything yet. */
import type * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { type Row, reached, sameRow, type Written, write } from "../../../kernel/act/record.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { seasonNow } from "../../agreements/needs.ts";
import type { Season } from "../../agreements/rules/season-policy.ts";
import { correctionsByIds, type NamedCorrections } from "../needs/correction.ts";
import { draftOf, handOvers, statementsByIds } from "../needs.ts";
import { draftedCorrection, settlement, settlementStage, statement } from "../records.ts";
import { type CorrectionKnown, unfitCorrection } from "../rules/correction/prepared.ts";
import { type HandOver, unfitFor } from "../rules/hand-over.ts";
import { draftSaid, settlementSaid } from "./said.ts";
import { stageRow } from "./stage.ts";

/** Most reasons that one refusal lists: a person mends these first. */
const mostReasons = 50;

/**
 * Names hand-overs for statements of a settlement. A decision. A large settlement is drafted by several of these, each adding
 * statements, until it is reviewed; each says the same of the whole. Refused when a hand-over is unknown, another's, voided,
 * settled, of another season or already named.
 */
export const draftSettlement: ActDeclaration = decision({
  kind: "settlement.draft",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "draft-settlement",
  says: draftSaid,
  needs: (said) => {
    const draft = draftOf(said.settlement);
    const named = said.statements.flatMap((one) => one.deliveries);
    return {
      draft,
      season: seasonNow(said.season),
      handOvers: handOvers(named),
      same: statementsByIds(said.statements.map((one) => one.statement)),
      corrections: correctionsByIds(said.statements.flatMap((one) => one.corrections ?? [])),
    };
  },
  follows: (said, { draft, season, handOvers: found, same, corrections }, context): PartsOfFollows | Refused => {
    const stage = reached(draft.stages);
    if (season === null) return refuse(refused("settlement.season-unknown", { season: said.season }, "season").refusal);
    const heading = headingOf(said);
    if (draft.settlement !== null && !sameRow(draft.settlement, heading))
      return refuse(refused("settlement.id-used", { settlement: said.settlement }, "settlement").refusal);
    if (stage !== null && stage.stage !== "drafted")
      return refuse(refused("settlement.not-a-draft", { stage: stage.stage }, "settlement").refusal);
    const before = new Set(draft.statements.flatMap((one) => one.deliveries as readonly string[]));
    const agents = draft.statements.map((one) => one.agent);
    const wrong = [
      ...faultsOf(said, found, before, season, same, agents),
      ...correctionFaults(said, corrections, draft),
    ];
    if (wrong.length > 0) return refuse(...wrong.slice(0, mostReasons));
    const begun: Written[] =
      draft.settlement === null
        ? [
            write(settlement, heading),
            write(settlementStage, stageRow(said.settlement, 1, "drafted", context.by, context.today)),
          ]
        : [];
    const statements = said.statements.map((one) =>
      write(statement, {
        statement: one.statement,
        settlement: said.settlement,
        agent: one.agent,
        deliveries: one.deliveries,
      }),
    );
    const named = said.statements.flatMap(({ statement, corrections = [] }) =>
      corrections.map((correction) => write(draftedCorrection, { statement, settlement: said.settlement, correction })),
    );
    return { records: [...begun, ...statements, ...named] };
  },
});

/** What a draft says of the whole settlement: every act that adds statements to it must say the same. */
const headingOf = (said: z.infer<typeof draftSaid>): Row<typeof settlement> => ({
  settlement: said.settlement,
  season: said.season,
  way: "period",
  title: said.title,
  paid_in: said.paidIn,
  place: said.place ?? null,
  pay_day: said.payDay ?? null,
});

function faultsOf(
  said: z.infer<typeof draftSaid>,
  found: readonly HandOver[],
  before: ReadonlySet<string>,
  season: Season,
  same: readonly { readonly statement: string }[],
  agentsBefore: readonly string[],
): readonly Refusal[] {
  const used = [
    ...same.map((one) => one.statement),
    ...twice(
      [],
      said.statements.map((one) => one.statement),
    ),
  ];
  const wrong = used.map((id) => refused("settlement.statement-used", { statement: id }, "statements").refusal);
  const named = new Set(before);
  let at = 0;
  const agents = said.statements.map((one) => one.agent);
  for (const agent of twice(agentsBefore, agents)) // Their debts could not be collected from two statements at once.
    wrong.push(refused("settlement.agent-twice", { agent }, "statements").refusal);
  for (const [order, { agent, deliveries }] of said.statements.entries())
    for (const [place, delivery] of deliveries.entries()) {
      const field = `statements.${order}.deliveries.${place}`;
      const unfit = unfitFor(found[at] as HandOver, agent, season, field);
      if (unfit !== null) wrong.push(unfit);
      else if (named.has(delivery)) wrong.push(refused("settlement.delivery-twice", { delivery }, field).refusal);
      named.add(delivery);
      at += 1;
    }
  return wrong;
}

/** Corrections that cannot be named: unknown, another's, taken back, settled, or named already. */
function correctionFaults(
  { statements }: z.infer<typeof draftSaid>,
  { known }: NamedCorrections,
  draft: { readonly corrections: readonly { readonly correction: string }[] },
): readonly Refusal[] {
  const wrong: Refusal[] = [];
  const named = new Set(draft.corrections.map((one) => one.correction));
  for (const [order, { agent, corrections = [] }] of statements.entries())
    for (const [place, correction] of corrections.entries()) {
      const field = `statements.${order}.corrections.${place}`;
      const unfit = unfitCorrection(known.get(correction) as CorrectionKnown, agent, field);
      if (unfit !== null) wrong.push(unfit);
      else if (named.has(correction)) wrong.push(refused("correction.named-twice", { correction }, field).refusal);
      named.add(correction);
    }
  return wrong;
}

/** Those who are named again, among themselves or after those before. */
function twice(before: readonly string[], named: readonly string[]): readonly string[] {
  const seen = new Set(before);
  return named.filter((one) => {
    const again = seen.has(one);
    seen.add(one);
    return again;
  });
}

/** Drops a draft or a reviewed settlement that was not closed. A decision; its hand-overs can be named anew. */
export const dropSettlement: ActDeclaration = decision({
  kind: "settlement.drop",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "draft-settlement",
  says: settlementSaid,
  needs: (said) => ({ draft: draftOf(said.settlement) }),
  follows: (said, { draft }, context): PartsOfFollows | Refused => {
    const stage = reached(draft.stages);
    if (stage === null) return refuse(refused("settlement.unknown", { settlement: said.settlement }).refusal);
    if (stage.stage !== "drafted" && stage.stage !== "reviewed")
      return refuse(refused("settlement.not-open", { stage: stage.stage }).refusal);
    return {
      records: [
        write(settlementStage, stageRow(said.settlement, stage.step + 1, "dropped", context.by, context.today)),
      ],
    };
  },
});
