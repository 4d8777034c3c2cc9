/** For specifications: the steps that read more than the hand-over itself, and anything that may be known beside one. */
import fc from "fast-check";
import type { Beside } from "../beside.ts";
import { decimal, maybe, percent, rounding } from "./random-plans-parts.ts";

const dateRule = fc.constantFrom("day", "month-before", "last-published", "last-before", "mean-of-week-before");

/** A posted price: the place of the hand-over has its own list, or takes the one of all others. */
export const anyPostedPrice = fc.record({
  kind: fc.constant("posted-price"),
  lists: fc.constantFrom(
    [{ places: ["La Palma"], series: "list" }],
    [
      { places: ["Cúcuta"], series: "list" },
      { places: [], series: "others" },
    ],
  ),
  period: dateRule,
  quotedFor: decimal(1, 99_999, 2),
  rounding: maybe("0.01"),
});

const window = {
  measure: fc.constant("bacteria"),
  months: fc.integer({ min: 1, max: 12 }).map(String),
  fewer: fc.constant("last-three"),
  newcomer: decimal(1, 900_000, 0),
};
const means = fc.oneof(
  fc.record({
    ...{ id: fc.constant("mean"), kind: fc.constant("geometric-mean"), ...window },
    atLeast: fc.integer({ min: 1, max: 4 }).map(String),
    rounding: rounding("1", "0.01", "50"),
  }),
  fc.record({
    ...{ id: fc.constant("mean"), kind: fc.constant("recency-weighted-mean"), ...window },
    weights: fc.constantFrom(["60", "30", "10"], ["50.5", "49.5"]),
    rounding: maybe("1"),
  }),
);
const what = fc.constantFrom("minimum", "organic", "premium");
const scheme = (id: string, of: fc.Arbitrary<string>) =>
  fc.record({
    ...{ id: fc.constant(id), kind: fc.constant("scheme-price"), scheme: fc.constant("fairtrade") },
    ...{ term: fc.constant("washed"), what: of, rounding: maybe("0.0001") },
    signed: fc.option(fc.constantFrom("2023-01-15", "2024-02-29"), { nil: undefined }),
  });

/** Figures that read what is known beside: a mean, an index, a yield, two figures of a scheme. */
export const besideSteps = fc
  .tuple(
    means,
    fc.record({
      ...{ id: fc.constant("index"), kind: fc.constant("fermentation-index"), well: fc.constant("well") },
      ...{ partly: fc.constant("partly"), counts: percent, rounding: maybe("1", "0.1") },
    }),
    fc.record({
      ...{ id: fc.constant("yield"), kind: fc.constant("exportable-yield"), sample: fc.constant("sample-grams") },
      ...{ exportable: fc.constant("exportable-grams"), rounding: maybe("0.01") },
    }),
    scheme("scheme-floor", what),
    scheme("scheme-premium", fc.constant("premium")),
    fc.record({
      ...{ id: fc.constant("by-figure"), kind: fc.constant("differential-of-figure") },
      figure: fc.constantFrom("mean", "index", "yield"),
      bands: fc.constant([
        { below: "50", adds: "1.25" },
        { from: "50", below: "100001", adds: "0" },
        { from: "100001", adds: "-0.04" },
      ]),
    }),
  )
  .map((steps) => [...steps] as Record<string, unknown>[]);

/** A weight that is what a yield gives of the one before, or none. */
export const besideWeights = fc.array(
  fc.record({
    kind: fc.constant("yielded-weight"),
    yield: fc.constantFrom("index", "yield"),
    rounding: maybe("0.01", "0.1"),
  }),
  { maxLength: 1 },
);

/** Prices made of the price before them and of what is known beside. */
export const besidePrices = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("higher-price"), floor: fc.constant("scheme-floor") }),
    fc.record({
      ...{ kind: fc.constant("part-until-measured"), percent, rounding: maybe("0.0001") },
      measure: fc.constantFrom("dry-ratio", "never-taken"),
    }),
    fc.record({
      ...{ kind: fc.constant("fixed-later"), contract: fc.constant("c-7"), lots: fc.constantFrom("3.5", "5") },
      ...{ until: fc.constant("2026-12-15"), quotedFor: decimal(1, 9_999, 2), rounding: maybe("0.01") },
    }),
    fc.record({ kind: fc.constant("price-with-differential"), differential: fc.constant("by-figure") }),
  ),
  { maxLength: 4 },
);

const labResults = fc.array(
  fc.record({
    day: fc.constantFrom("2025-09-16", "2026-07-16", "2026-07-17", "2026-08-31", "2026-09-16", "2026-09-17"),
    measure: fc.constantFrom("bacteria", "somatic-cells"),
    value: decimal(1, 900_000, 0),
  }),
  { maxLength: 6 },
);

/** Results, two versions of a scheme, fixings of a contract, and a place. */
export const anyBeside: fc.Arbitrary<Beside> = fc
  .record({
    results: labResults,
    minimum: decimal(0, 9_999, 2),
    grams: fc.constantFrom("453.59237", "1000", "46000"),
    levels: fc.constantFrom(["282.5"], ["282.5", "190"], ["282.5", "190", "301.05"]),
  })
  .map(({ results, minimum, grams, levels }) => ({
    place: "La Palma",
    labResults: results.map((one, at) => ({ ...one, result: `result ${at}` })),
    terms: [
      { version: 1, from: "2020-01-01", minimum: "1.4", premium: "0.2", organic: "0.3" },
      { version: 2, from: "2023-08-01", minimum, premium: "0.2", organic: "0.4" },
    ].map((one) => ({ ...one, scheme: "fairtrade", term: "washed", currency: "XXX", grams, until: null })),
    fixings: levels.map((level, at) => ({
      ...{
        contract: "c-7",
        fixing: `fixing ${at}`,
        day: "2026-11-02",
        month: "2026-12",
        lots: at === 2 ? "1.5" : "1",
        level,
      },
    })),
  }));
