/** A decision that waits for the signature of another person, as the row that later acts can find. */
import type { Proposed, Tools } from "../../kernel/act/fold.ts";
import { write } from "../../kernel/act/record.ts";
import { addDays, type Day } from "../../kernel/time/index.ts";
import { proposal } from "./records.ts";

/** How many days a proposal waits: two weeks, in which most groups meet once. */
export const daysToSign = 14;

/** Keeps what was said, word for word: the signature carries out just that. */
export const proposed: Tools["proposed"] = ({ body, declaration }, weighed, { today }): Proposed => {
  const until = addDays(today as Day, daysToSign);
  const row = {
    proposal: body.id,
    kind: body.kind,
    version: body.version,
    says: JSON.stringify(body.says),
    power: declaration.power,
    weighed,
    proposed_by: body.by,
    on_day: today,
    until,
  };
  return { until, records: [write(proposal, row)] };
};
