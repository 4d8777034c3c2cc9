/**
 * Worked clauses of milk payment by several results of a laboratory: the three counts 180,000; 95,000 and 410,000 have a geometric mean
 * of 191,393 (their arithmetic mean, 228,333, would be a band worse), and the weights 60, 30 and 10 give other figures again.
 */
import type { z } from "zod/mini";
import type { LabResult } from "../beside.ts";
import type { pricePlan } from "../plan.ts";
import type { ValuedDelivery } from "../steps/kind.ts";

const whole = { mode: "half-up", grain: "1" } as const;
const tenth = { mode: "half-up", grain: "0.1" } as const;
const bacteria = [
  { below: "25001", adds: "120" },
  { from: "25001", below: "50001", adds: "90" },
  { from: "50001", below: "100001", adds: "62" },
  { from: "100001", below: "200001", adds: "0" },
  { from: "200001", below: "500001", adds: "-40" },
  { from: "500001", adds: "-90" },
];
const cells = [
  { below: "400001", adds: "15" },
  { from: "400001", adds: "0" },
];

/** Milk by the litre with two means: bacteria over two months, somatic cells weighted by how recent they are. */
export const meansPlan: z.input<typeof pricePlan> = {
  code: "leche-con-medias",
  product: "milk",
  currency: "COP",
  unit: { code: "l", grams: "1031" },
  delivered: "net",
  steps: [
    { id: "gross", kind: "weighed", what: "gross", rounding: tenth },
    { id: "tare", kind: "weighed", what: "tare", rounding: tenth },
    { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
    { id: "base", kind: "fixed-price", price: "1783" },
    {
      ...{ id: "bacteria", kind: "geometric-mean", measure: "bacteria", months: "2", atLeast: "2" },
      ...{ fewer: "last-three", newcomer: "150000", rounding: whole },
    },
    { id: "hygiene", kind: "differential-of-figure", figure: "bacteria", bands: bacteria },
    {
      ...{ id: "cells", kind: "recency-weighted-mean", measure: "somatic-cells", months: "3" },
      ...{ weights: ["60", "30", "10"], fewer: "hold", newcomer: "300000", rounding: whole },
    },
    { id: "health", kind: "differential-of-figure", figure: "cells", bands: cells },
    { id: "clean-price", kind: "price-with-differential", price: "base", differential: "hygiene" },
    { id: "unit-price", kind: "price-with-differential", price: "clean-price", differential: "health" },
    {
      ...{ id: "value", kind: "value", line: "milk", quantity: "net", price: "unit-price", rounding: whole },
      name: { es: "Leche", en: "Milk", pt: "Leite" },
    },
  ],
};

const counted = (measure: string, counts: readonly (readonly [day: string, value: string])[]): readonly LabResult[] =>
  counts.map(([day, value]) => ({ day, measure, result: `${measure} ${day}`, value }));

/** Two months of bacteria, three of somatic cells, and one count that is too old for both. */
export const labResults: readonly LabResult[] = [
  ...counted("bacteria", [
    ["2026-05-30", "900000"],
    ["2026-07-20", "180000"],
    ["2026-08-18", "95000"],
    ["2026-09-10", "410000"],
  ]),
  ...counted("somatic-cells", [
    ["2026-07-01", "520000"],
    ["2026-08-18", "410000"],
    ["2026-09-10", "300000"],
  ]),
];

/** 1,031 kg: a thousand litres. */
export const meansDelivery: ValuedDelivery = {
  id: "01994f00-0000-7000-8000-000000000042",
  day: "2026-09-15",
  bags: 0,
  grossGrams: 1_031_000n,
  tareGrams: 0n,
  measurements: {},
  beside: { labResults },
};
