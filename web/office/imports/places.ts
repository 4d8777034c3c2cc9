/** What the pages of imports share: who may, where things are, and which powers an import of a kind takes. */
import type { Choices } from "../../../exchange/starts/choices.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { PageAt } from "../../desk/page.ts";
import { runsHere } from "../../importing/jobs.ts";
import type { Run } from "../../importing/runs.ts";

/** The powers of which one lets somebody see imports and bring files. */
export const importPowers = ["keep-register", "record-opening"] as const;

/** Refused with `power.missing` for who has none of them. */
export function mayImport({ powers, today }: PageAt): Result<null> {
  if (importPowers.some((power) => powers.has(power))) return done(null);
  return refused("power.missing", { power: importPowers[1], day: today });
}

/** The power with which the rows of an import speak. */
export const powerFor = ({ kind, settledElsewhere }: Pick<Choices, "kind" | "settledElsewhere">): string =>
  ({
    members: "keep-register",
    ties: "keep-register",
    plots: "keep-register",
    deliveries: settledElsewhere === true ? "record-opening" : "receive",
    prices: "record-price",
    opening: "record-opening",
  })[kind];

/** The import that an address names; refused with `import.run-unknown`. */
export async function runAt(at: PageAt): Promise<Result<Run>> {
  const may = mayImport(at);
  if (!may.ok) return may;
  const id = at.parameter("run");
  const run = isUuid(id) ? await runsHere(at.services, at.book).find(id) : null;
  return run === null ? refused("import.run-unknown") : done(run);
}
