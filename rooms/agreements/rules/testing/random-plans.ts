/** For specifications: any plan that could be published, and any hand-over for it. */
import fc from "fast-check";
import { dateRules } from "../published.ts";
import type { ValuedDelivery } from "../steps/kind.ts";
import { anyBeside, anyPostedPrice, besidePrices, besideSteps, besideWeights } from "./random-beside.ts";
import { decimal, maybe, percent, rounding } from "./random-plans-parts.ts";

const name = fc.constant({ es: "x" });
const period = fc.constantFrom(...dateRules);

/** A step that makes a weight from the weight before it. */
const weightSteps = fc.oneof(
  fc.record({
    kind: fc.constant("moisture-adjusted"),
    measure: fc.constant("moisture"),
    base: percent,
    drier: fc.constantFrom("unchanged", "rewarded"),
    rounding: maybe("0.01", "0.5", "1"),
  }),
  fc.record({
    kind: fc.constant("dockage-adjusted"),
    measure: fc.constant("impurities"),
    base: percent,
    cleaner: fc.constantFrom("unchanged", "rewarded"),
    rounding: maybe("0.01", "0.1"),
  }),
  fc.record({
    kind: fc.constant("less-percent"),
    percent,
    why: fc.constantFrom("drain", "shrink", "cooling"),
    rounding: maybe("0.01", "0.1"),
  }),
  fc.record({ kind: fc.constant("less-measured"), measure: fc.constant("rejected"), why: fc.constant("rejected") }),
  fc.record({
    kind: fc.constant("converted"),
    ratio: decimal(1, 2_000, 3),
    measure: fc.constantFrom("dry-ratio", "never-taken"),
    rounding: maybe("0.01"),
  }),
  fc.record({ kind: fc.constant("class-share"), measure: fc.constant("share"), name, rounding: maybe("0.1") }),
);

/** A step that makes a price from the price before it. */
const priceSteps = fc.oneof(
  fc.record({ kind: fc.constant("part-of-price"), percent, why: fc.constant("passed-on"), rounding: maybe("0.0001") }),
  fc.record({ kind: fc.constant("price-converted"), ratio: decimal(1, 2_000, 3), rounding: maybe("0.0001") }),
  fc.record({ kind: fc.constant("price-floor"), floor: decimal(0, 99_999, 2), name }),
  fc.record({
    kind: fc.constant("price-ceiling"),
    ceiling: decimal(0, 99_999, 2),
    share: percent,
    rounding: maybe("0.01"),
  }),
  fc.record({ kind: fc.constant("split-price"), fixed: decimal(0, 99_999, 2), percent, rounding: maybe("0.01") }),
);

/** Where a price begins. */
const firstPrices = fc.oneof(
  fc.record({ kind: fc.constant("fixed-price"), price: decimal(0, 9_999_999, 2) }),
  fc.record({ kind: fc.constant("quoted-price"), price: decimal(0, 9_999_999, 2), quotedFor: decimal(1, 99_999, 2) }),
  fc.record({
    kind: fc.constant("reference-price"),
    series: fc.constant("reference"),
    period,
    quotedFor: decimal(1, 99_999, 2),
    rounding: maybe("0.01"),
  }),
  anyPostedPrice,
);

/** When a line counts: always, until a reading is there, or once it is. */
const condition = fc.constantFrom(
  {},
  { until: "dry-ratio" },
  { once: "dry-ratio" },
  { once: "never-taken" },
  { until: "never-taken" },
);

/** Any plan: a chain of weights, a chain of prices with differentials by band, and the value. */
export const anyPlan = fc
  .record({
    grams: fc.constantFrom("1000", "453.59237", "46000", "1031"),
    weights: fc.array(weightSteps, { maxLength: 4 }),
    first: firstPrices,
    exchanged: fc.option(period, { nil: undefined }),
    prices: fc.array(priceSteps, { maxLength: 4 }),
    limits: fc.tuple(decimal(0, 5_000, 2), decimal(5_001, 10_000, 2)),
    adds: fc.array(decimal(-500, 5_000, 2), { minLength: 3, maxLength: 3 }),
    scale: maybe("0.1", "0.5"),
    steps: besideSteps,
    yielded: besideWeights,
    later: besidePrices,
    counting: fc.tuple(condition, condition),
    value: rounding("1", "0.01", "50"),
  })
  .map(
    ({
      grams,
      weights,
      first,
      exchanged,
      prices,
      limits,
      adds,
      scale,
      value,
      steps: beside,
      yielded,
      later,
      counting,
    }) => {
      const steps: Record<string, unknown>[] = [
        { id: "gross", kind: "weighed", what: "gross", rounding: scale },
        { id: "tare", kind: "weighed", what: "tare", rounding: scale },
        { id: "net", kind: "net-weight", gross: "gross", tare: "tare" },
      ];
      let weight = "net";
      for (const [at, step] of weights.entries()) {
        steps.push({ id: `weight-${at}`, weight, ...step });
        weight = `weight-${at}`;
      }
      steps.push(...beside);
      for (const [at, step] of yielded.entries()) {
        steps.push({ id: `yielded-${at}`, weight, ...step });
        weight = `yielded-${at}`;
      }
      steps.push({ id: "price", ...first, ...(exchanged === undefined ? {} : { currency: "USD" }) });
      let price = "price";
      if (exchanged !== undefined) {
        steps.push({ id: "exchanged", kind: "exchanged-price", price, series: "rate", from: "USD", period: exchanged });
        price = "exchanged";
      }
      for (const [at, step] of prices.entries()) {
        steps.push({ id: `price-${at}`, price, ...step });
        price = `price-${at}`;
      }
      for (const [at, step] of later.entries()) {
        steps.push({
          id: `later-${at}`,
          ...step,
          ...(step.kind === "fixed-later" ? { provisional: price } : { price }),
        });
        price = `later-${at}`;
      }
      const bands = [
        { below: limits[0], adds: adds[0] },
        { from: limits[0], below: limits[1], adds: adds[1] },
        { from: limits[1], adds: adds[2] },
      ];
      steps.push({ id: "band", kind: "differential-by-band", measure: "score", bands });
      steps.push({ id: "unit-price", kind: "price-with-differential", price, differential: "band" });
      const line = { id: "value", kind: "value", line: "goods", name: { es: "x" }, quantity: weight };
      steps.push({ ...line, price: "unit-price", rounding: value, ...counting[0] });
      steps.push({ ...line, id: "value-2", line: "other", quantity: "net", price, rounding: value, ...counting[1] });
      steps.push({
        ...line,
        id: "premium",
        kind: "premium",
        line: "premium",
        price: "scheme-premium",
        rounding: value,
      });
      const bare = steps.map((step) =>
        Object.fromEntries(Object.entries(step).filter(([, kept]) => kept !== undefined)),
      );
      return {
        code: "any",
        product: "any",
        currency: "XXX",
        unit: { code: "unit", grams },
        delivered: "net",
        steps: bare,
      };
    },
  );

/** Any hand-over: the tare is never more than the gross. */
export const anyDelivery: fc.Arbitrary<ValuedDelivery> = fc
  .record({
    gross: fc.bigInt({ min: 0n, max: 50_000_000n }),
    tareOfThousand: fc.bigInt({ min: 0n, max: 1_000n }),
    moisture: percent,
    impurities: percent,
    rejected: decimal(0, 5_000, 2),
    ratio: decimal(1, 2_000, 3),
    share: percent,
    score: decimal(0, 12_000, 2),
    well: decimal(0, 6_000, 2),
    exportable: decimal(1, 25_000, 2),
    beside: anyBeside,
  })
  .map(({ gross, tareOfThousand, moisture, impurities, rejected, ratio, share, score, well, exportable, beside }) => ({
    id: "01994f00-0000-7000-8000-0000000000ff",
    day: "2026-09-16",
    bags: 3,
    grossGrams: gross,
    tareGrams: (gross * tareOfThousand) / 1_000n,
    measurements: {
      ...{ moisture, impurities, rejected, "dry-ratio": ratio, share, score },
      ...{ well, partly: "40", "sample-grams": "250", "exportable-grams": exportable },
    },
    beside,
  }));
