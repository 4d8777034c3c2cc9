/** What may be said about published prices. */
import * as z from "zod/mini";
import { type ActDeclaration, decision, fact } from "../../kernel/act/declaration.ts";
import { refuse } from "../../kernel/act/follows.ts";
import { each } from "../../kernel/act/need.ts";
import { type Written, write } from "../../kernel/act/record.ts";
import { type Question, question, refused } from "../../kernel/refusal.ts";
import { codeSchema, currencySchema, textSchema } from "../../kernel/schema.ts";
import { aboutPrice, priceAt, seriesOf } from "./needs.ts";
import { pricePoint, priceSeries, seriesPeriods } from "./records.ts";
import { isPeriod, periodKind, priceText } from "./rules/points.ts";

/** Opens a price series: what is published, by whom, for how much of what, under which terms. A decision. */
export const openSeries: ActDeclaration = decision({
  kind: "price-series.open",
  version: 1,
  rules: 1,
  room: "market",
  power: "publish-price",
  says: z.strictObject({
    series: codeSchema,
    title: textSchema(200),
    currency: currencySchema,
    per: textSchema(40),
    period: z.enum(seriesPeriods),
    source: textSchema(400),
    licence: z.optional(textSchema(200)),
  }),
  needs: (said) => ({ kept: seriesOf(said.series) }),
  follows: ({ per, licence, ...said }, { kept }, { today }) => {
    if (kept !== null) return refuse(refused("price-series.open-already", { series: said.series }, "series").refusal);
    const row = { ...said, per_unit: per, licence: licence ?? null, version: 1, from_day: today };
    return { records: [write(priceSeries, row)] };
  },
});

/**
 * Records published prices of one series. A fact. What was kept already adds nothing; another price for a period becomes its
 * next revision and asks; a price or period that cannot be read, and a day's price in a monthly series, are asked about and
 * not kept.
 */
export const recordPrices: ActDeclaration = fact({
  kind: "prices.record",
  version: 1,
  rules: 1,
  room: "market",
  power: "record-price",
  says: z.object({
    series: codeSchema,
    points: z
      .array(z.object({ period: z.string().check(z.maxLength(40)), value: z.string().check(z.maxLength(40)) }))
      .check(z.maxLength(2000)),
  }),
  needs: (said) => ({
    series: seriesOf(said.series),
    kept: each(said.points.map((one) => priceAt(said.series, one.period))),
  }),
  follows: ({ series, points }, known, { act }) => {
    const records: Written[] = [];
    const questions: Question[] = [];
    const last = new Map(known.kept.flatMap((one) => (one === null ? [] : [[one.period, one] as const])));
    if (known.series === null) questions.push(question("price.series-unknown", "treasurer", null, { series }));
    for (const { period, value: said } of points) {
      const about = aboutPrice(series, period);
      const value = priceText(said);
      if (value === null || !isPeriod(period)) {
        questions.push(question("price.unreadable", "treasurer", about, { series, period, value: said }));
        continue;
      }
      if (known.series !== null && known.series.period !== periodKind(period)) {
        const expected = known.series.period;
        questions.push(question("price.period-differs", "treasurer", about, { series, period, value, expected }));
        continue;
      }
      const before = last.get(period);
      if (before?.value === value) continue;
      if (before !== undefined)
        questions.push(question("price.changed", "treasurer", about, { series, period, before: before.value, value }));
      const point = { series, period, revision: (before?.revision ?? 0) + 1, value };
      last.set(period, point);
      records.push(write(pricePoint, { ...point, act }));
    }
    return { records, questions };
  },
});

export { fixPrice } from "./acts/fixing.ts";
