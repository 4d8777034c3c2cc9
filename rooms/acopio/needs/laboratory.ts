/** What may be asked of a laboratory's results. */
import { map, type Need, rows } from "../../../kernel/act/need.ts";
import type { LabResult } from "../../agreements/rules/beside.ts";
import { laboratoryResult } from "../records/laboratory.ts";

/** All results of a producer for a product that count: those that another took the place of are left out. Oldest first. */
export const resultsOf = (agent: string, product: string): Need<readonly LabResult[]> =>
  map(rows(laboratoryResult, "byAgent", [agent, product]), (found) => {
    const replaced = new Set(found.flatMap((one) => one.in_place_of ?? []));
    return found
      .filter((one) => !replaced.has(one.result))
      .map((one) => ({ day: one.on_day, measure: one.measure, result: one.result, value: one.value }))
      .sort((a, b) => (`${a.day} ${a.result}` < `${b.day} ${b.result}` ? -1 : 1));
  });
