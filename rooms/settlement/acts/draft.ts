/** Drafting: which hand-overs are to be settled for whom. Nothing is worth anything yet. */
import type * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { reached, type Written, write } from "../../../kernel/act/record.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { seasonNow } from "../../agreements/needs.ts";
import { draftOf, handOvers, statementsByIds } from "../needs.ts";
import { settlement, settlementStage, statement } from "../records.ts";
import { type HandOver, unfitFor } from "../rules/hand-over.ts";
import { draftSaid, settlementSaid } from "./said.ts";

/** Most reasons that one refusal lists: a person mends these first. */
const mostReasons = 50;

/**
 * Names hand-overs for statements of a settlement. A decision. A large settlement is drafted by several of these, each adding
 * statements, until it is reviewed. Refused when a hand-over is unknown, another's, voided, settled or already named.
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
    };
  },
  follows: (said, { draft, season, handOvers: found, same }, context): PartsOfFollows | Refused => {
    const stage = reached(draft.stages);
    if (season === null) return refuse(refused("settlement.season-unknown", { season: said.season }, "season").refusal);
    if (draft.settlement !== null && draft.settlement.season !== said.season)
      return refuse(refused("settlement.id-used", { settlement: said.settlement }, "settlement").refusal);
    if (stage !== null && stage.stage !== "drafted")
      return refuse(refused("settlement.not-a-draft", { stage: stage.stage }, "settlement").refusal);
    const before = new Set(draft.statements.flatMap((one) => one.deliveries as readonly string[]));
    const agents = draft.statements.map((one) => one.agent);
    const wrong = faultsOf(said, found, before, season.policy.product, same, agents);
    if (wrong.length > 0) return refuse(...wrong.slice(0, mostReasons));
    const begun: Written[] =
      draft.settlement === null
        ? [
            write(settlement, {
              settlement: said.settlement,
              season: said.season,
              way: "period",
              title: said.title,
              paid_in: said.paidIn,
              place: said.place ?? null,
              pay_day: said.payDay ?? null,
            }),
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
    return { records: [...begun, ...statements] };
  },
});

/** One stage of a settlement as a row. */
export const stageRow = (
  id: string,
  step: number,
  stage: string,
  by: string,
  day: string,
  totals: Readonly<Record<string, string>> | null = null,
) => ({ settlement: id, by_agent: by, on_day: day, totals, step, stage });

function faultsOf(
  said: z.infer<typeof draftSaid>,
  found: readonly HandOver[],
  before: ReadonlySet<string>,
  product: string,
  same: readonly { readonly statement: string }[],
  agentsBefore: readonly string[],
): readonly Refusal[] {
  const wrong: Refusal[] = same.map(
    (one) => refused("settlement.statement-used", { statement: one.statement }, "statements").refusal,
  );
  const named = new Set(before);
  let at = 0;
  for (const agent of twice(agentsBefore, said))
    wrong.push(refused("settlement.agent-twice", { agent }, "statements").refusal);
  for (const [order, { agent, deliveries }] of said.statements.entries())
    for (const [place, delivery] of deliveries.entries()) {
      const field = `statements.${order}.deliveries.${place}`;
      const unfit = unfitFor(found[at] as HandOver, agent, product, field);
      if (unfit !== null) wrong.push(unfit);
      else if (named.has(delivery)) wrong.push(refused("settlement.delivery-twice", { delivery }, field).refusal);
      named.add(delivery);
      at += 1;
    }
  return wrong;
}

/** Who would get two statements in one settlement: their debts could not be collected from both at once. */
function twice(before: readonly string[], said: z.infer<typeof draftSaid>): readonly string[] {
  const seen = new Set(before);
  return said.statements.flatMap(({ agent }) => {
    const again = seen.has(agent);
    seen.add(agent);
    return again ? [agent] : [];
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
