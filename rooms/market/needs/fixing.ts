/** What may be asked of fixings. */
import { each, map, type Need, rows } from "../../../kernel/act/need.ts";
import type { Fixing } from "../../agreements/rules/beside.ts";
import { priceFixing } from "../records/fixing.ts";

/** The fixings of some contracts that count, by day: those that another took the place of are left out. */
export const fixingsOf = (contracts: readonly string[]): Need<readonly Fixing[]> =>
  map(each(contracts.map((contract) => rows(priceFixing, "byContract", [contract]))), (found) => {
    const all = found.flat();
    const replaced = new Set(all.flatMap((one) => one.in_place_of ?? []));
    return all
      .filter((one) => !replaced.has(one.fixing))
      .map(({ contract, on_day, fixing, level, lots, month }) => ({
        contract,
        day: on_day,
        fixing,
        level,
        lots,
        month,
      }))
      .sort((a, b) => (`${a.day} ${a.fixing}` < `${b.day} ${b.fixing}` ? -1 : 1));
  });
