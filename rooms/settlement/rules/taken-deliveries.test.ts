import { expect, it } from "vitest";
import { theDay } from "../../../kernel/time/index.ts";
import { published } from "../../agreements/rules/worked-examples/checked.ts";
import { cherryPlan } from "../testing.ts";
import { taken } from "./taken-deliveries.ts";
import { pesos } from "./worked-examples/settled.ts";

/** Paid by defects alone: 10 pesos off each kilo from 20 on. A plan that nobody should publish. */
const byDefects = published(
  {
    ...cherryPlan,
    steps: [
      ...cherryPlan.steps.slice(0, 3),
      {
        id: "price",
        kind: "differential-by-band",
        measure: "defects",
        bands: [
          { below: "20", adds: "10" },
          { from: "20", adds: "-10" },
        ],
      },
      ...cherryPlan.steps.slice(4),
    ],
  },
  "1",
);

const sack = (defects: string) => ({
  id: "0193",
  day: theDay("2026-11-14"),
  bags: 1,
  grossGrams: 60_000n,
  tareGrams: 0n,
  measurements: { defects },
});
const worth = (defects: string) => taken([{ delivery: sack(defects), plan: byDefects }], () => null, pesos);

it("a hand-over worth less than nothing is not settled: nobody owes for having brought it [settlement.by-period]", () => {
  expect(worth("19.9")).toMatchObject({ ok: true, value: [{ valuation: { value: 600n } }] });
  expect(worth("20")).toMatchObject({ refusal: { code: "settlement.value-below-zero", facts: { delivery: "0193" } } });
});
