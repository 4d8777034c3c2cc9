/** A draft goes on without what holds it: hand-overs or corrections that it named wait for another settlement. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { reached, write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { draftOf } from "../needs.ts";
import { leftOut, settlementStage } from "../records.ts";
import { SettlementId } from "./said.ts";
import { stageRow } from "./stage.ts";
import { namedIn } from "./whole.ts";

/**
 * Leaves hand-overs and corrections out of a settlement that is not closed, for good: they can be named in another one. A decision; what
 * was reviewed is a draft again, for its totals are others. Refusals: `settlement.unknown`, `settlement.not-open`, `settlement.not-named`,
 * `settlement.nothing-left`.
 */
export const leaveOut: ActDeclaration = decision({
  kind: "settlement.leave-out",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "draft-settlement",
  says: z.strictObject({
    settlement: SettlementId,
    documents: z.array(z.uuid()).check(z.minLength(1), z.maxLength(2_000)),
  }),
  needs: (said) => ({ draft: draftOf(said.settlement) }),
  follows: (said, { draft }, { by, today }): PartsOfFollows | Refused => {
    const { settlement } = said;
    const stage = reached(draft.stages);
    if (stage === null) return refuse(refused("settlement.unknown", { settlement }, "settlement").refusal);
    if (stage.stage !== "drafted" && stage.stage !== "reviewed")
      return refuse(refused("settlement.not-open", { stage: stage.stage }).refusal);
    const named = new Set(namedIn(draft).flatMap((one) => [...one.deliveries, ...(one.corrections ?? [])]));
    const documents = [...new Set<string>(said.documents)];
    const other = documents.find((one) => !named.has(one));
    if (other !== undefined) return refuse(refused("settlement.not-named", { document: other }, "documents").refusal);
    if (documents.length === named.size) return refuse(refused("settlement.nothing-left", { settlement }).refusal);
    return {
      records: [
        ...documents.map((document) => write(leftOut, { settlement, document, by_agent: by, on_day: today })),
        ...(stage.stage === "drafted"
          ? []
          : [write(settlementStage, stageRow(settlement, stage.step + 1, "drafted", by, today))]),
      ],
    };
  },
});
