/** Producers of six products, each settled under the worked plan of its product: the files of `examples/settle`, with weights that differ. */
import { readFileSync } from "node:fs";
import { type DeliveryLine, deliveriesIn, type ReadyPlanFile, readyPlanFile } from "../../cli/settle-input.ts";
import type { settle } from "../../rooms/settlement/rules/statement.ts";
import { unwrap } from "../method/unwrap.ts";
import { deliveriesOfProducer } from "./season.ts";

/** The six plans: parchment coffee with advances and credit, wet cocoa, milk by component, quinoa, snow peas by class, cattle by carcass. */
export const sixPlans = ["", "cocoa-first/", "milk/", "quinoa/", "vegetables/", "cattle/"] as const;

/** Everything that the statement of one producer is made from. */
export type Settling = Parameters<typeof settle>[0];

type Worked = { readonly plan: ReadyPlanFile; readonly like: DeliveryLine };

const jsonOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/settle/${name}`, import.meta.url), "utf8"));

const worked: readonly Worked[] = sixPlans.map((folder) => ({
  plan: unwrap(readyPlanFile(jsonOf(`${folder}plan.json`))),
  like: unwrap(deliveriesIn(jsonOf(`${folder}deliveries.json`)))[0] as DeliveryLine,
}));

/** What one producer brought, under the plan of their product: every sixth brings the same. */
export function settlingOf(producer: number): Settling {
  const { plan, like } = worked[producer % worked.length] as Worked;
  return {
    deliveries: Array.from({ length: deliveriesOfProducer }, (_, turn) => {
      const at = producer * deliveriesOfProducer + turn;
      return {
        plan: plan.plan,
        delivery: {
          id: `hand-over ${at}`,
          day: like.day,
          bags: like.bags,
          grossGrams: BigInt(like.gross_g) + BigInt((at * 37) % 30_000),
          tareGrams: BigInt(like.tare_g),
          measurements: { ...like.measurements },
        },
      };
    }),
    prices: plan.prices,
    deductions: plan.deductions,
    balances: plan.balancesOf(like.agent),
    grain: plan.grain,
    on: plan.on,
    paidIn: plan.paidIn,
  };
}
