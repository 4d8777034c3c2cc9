/** Contents of receipts for tests: usual ones of three trades, and any that there can be. */
import fc from "fast-check";
import { derivedUuid } from "../../../../kernel/ids.ts";
import type { ReceiptContent, Shown } from "../../content.ts";

const idOf = (name: string): string => derivedUuid(`receipt:${name}`);

type Told = Partial<Omit<ReceiptContent, "shown">> & { readonly shown?: Shown | null };

/** A receipt's content, with what is told of it. */
export const contentOf = (told: Told): ReceiptContent => ({
  agent: idOf("Amparo"),
  attested: "device",
  bags: 1,
  book: idOf("Tres Quebradas"),
  by: idOf("Efraín"),
  claim: null,
  clock: "07:42",
  delivery: "01994f2a-7c10-7a31-9b2e-5d0c8f6a1e27",
  form: "receipt/1",
  gross: "0",
  happened: "2026-09-16",
  measurements: [],
  net: "0",
  number: "QD2A-004417",
  organisation: "Cooperativa Tres Quebradas",
  place: "quebrada-dos",
  plot: null,
  product: "coffee-parchment",
  provisional: false,
  scale: "B-03",
  season: "2026-main",
  shown: null,
  tare: "0",
  weighings: [],
  ...told,
});

const reading = (measure: string, value: string, unit: string) => ({
  measure,
  value,
  unit,
  method: null,
  instrument: null,
});

/** Seven sacks of parchment coffee, worked example 1. */
export const coffee = contentOf({
  bags: 7,
  gross: "412500",
  tare: "4900",
  net: "407600",
  weighings: [{ container: "sack", count: 7, gross: "412500", tare: "4900" }],
  measurements: [
    reading("moisture", "12.6", "percent"),
    reading("sample-grams", "250", "g"),
    reading("sound-grams", "188.2", "g"),
    reading("pasilla-grams", "9.4", "g"),
  ],
  shown: {
    cash: "2940800",
    currency: "COP",
    deductions: [
      { amount: "48578", code: "collection" },
      { amount: "64948", code: "contribution" },
    ],
    net: "2940786",
    paid_g: "404820",
    plan: { code: "coffee-spot", plan: idOf("plan"), version: 3 },
    unitPrice: "16043.64",
    value: "6494786",
    who: "0131",
  },
});

/** Wet cocoa: one bucket, its first payment in hand. */
export const cocoa = contentOf({
  product: "cocoa-wet",
  place: "point-3",
  number: "PT3B-000208",
  bags: 2,
  gross: "68250",
  tare: "1750",
  net: "66500",
  weighings: [{ container: "bucket", count: 2, gross: "68250", tare: "1750" }],
  measurements: [reading("moisture", "7.4", "percent"), reading("fermented", "78", "percent")],
  shown: {
    cash: "203.50",
    currency: "PEN",
    net: "203.51",
    plan: { code: "cocoa-first", plan: idOf("plan of cocoa"), version: 1 },
    unitPrice: "3.10",
    value: "206.15",
    who: "88",
  },
});

/** A can of milk, weighed: what it is worth is known at the end of the fortnight. */
export const milk = contentOf({
  product: "milk",
  place: "tank-1",
  number: "TK1A-012904",
  bags: 1,
  gross: "43900",
  tare: "4700",
  net: "39200",
  weighings: [{ container: "can", count: 1, gross: "43900", tare: "4700" }],
  measurements: [
    reading("temperature", "8.5", "celsius"),
    reading("density", "1.031", "kg/l"),
    reading("protein", "3.15", "percent"),
    reading("fat", "3.72", "percent"),
  ],
  shown: { who: "L-0457" },
});

/** Coffee with everything that a careful point writes down: more than a code holds. */
export const crowded = contentOf({
  ...coffee,
  claim: "organic-2026",
  measurements: [
    ...coffee.measurements,
    reading("cup-score", "84.25", "point"),
    reading("category-one-defects", "0", "defect"),
    reading("water-activity", "0.58", "aw"),
  ],
  shown: { ...coffee.shown, agreed: "with-objection" },
});

const decimals = fc.oneof(
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }))
    .map(([whole, places]) => {
      const digits = (whole < 0n ? -whole : whole).toString().padStart(places + 1, "0");
      const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
      return whole < 0n ? `-${text}` : text;
    }),
  fc.constantFrom("0", "-0", "-0.0", "0.10", "9223372036854775808", "12.600", "99999999999999999999999999999999999999"),
);
const grams = fc.bigInt({ min: 0n, max: 2_000n * (10n ** 15n - 1n) }).map(String);
const texts = (most: number) => fc.string({ unit: "grapheme", minLength: 1, maxLength: most });
const codes = fc.oneof(
  fc.constantFrom("coffee-parchment", "milk", "sack", "moisture"),
  fc.stringMatching(/^[a-z0-9]{1,30}(-[a-z0-9]{1,30})?$/),
);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const sometimes = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const ids = fc.uuid();
const days = fc.constantFrom("2026-09-16", "1969-12-31", "0001-01-01", "9999-12-31", "2100-02-28");
const clocks = fc.constantFrom("00:00", "07:42", "23:59");
const numbers = fc.oneof(
  fc
    .tuple(fc.stringMatching(/^[A-Z0-9]{2,6}$/), fc.nat(3_000_000))
    .map(([series, count]) => `${series}-${`${count}`.padStart(6, "0")}`),
  texts(64),
);

const shownOf = fc.record(
  {
    agreed: sometimes(fc.constantFrom("agreed" as const, "with-objection" as const, "not-there" as const)),
    cash: sometimes(decimals),
    currency: sometimes(fc.constantFrom("COP", "PEN", "USD", "XTS")),
    net: sometimes(decimals),
    paid_g: sometimes(grams.filter((text) => text.length <= 16)),
    plan: sometimes(fc.record({ code: codes, plan: ids, version: fc.nat(10_000) })),
    unitPrice: sometimes(decimals),
    value: sometimes(decimals),
    who: sometimes(texts(40)),
  },
  { requiredKeys: [] },
);

/** Any content that a hand-over may leave: every length, every absence, figures of every size. */
export const anyContent: fc.Arbitrary<ReceiptContent> = fc
  .record({
    agent: ids,
    bags: fc.nat(200_000_000),
    book: ids,
    by: ids,
    claim: maybe(texts(80)),
    clock: maybe(clocks),
    delivery: ids,
    gross: grams,
    happened: days,
    measurements: fc.array(
      fc.record({
        measure: codes,
        value: decimals,
        unit: fc.oneof(fc.constantFrom("percent", "g"), texts(64)),
        method: fc.constant(null),
        instrument: fc.constant(null),
      }),
      { maxLength: 30 },
    ),
    net: maybe(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map(String)),
    number: numbers,
    place: texts(64),
    product: codes,
    scale: maybe(texts(64)),
    shown: maybe(shownOf as fc.Arbitrary<Shown>),
    tare: grams,
    weighings: fc.array(fc.record({ container: codes, count: fc.nat(9), gross: grams, tare: grams }), { maxLength: 4 }),
  })
  .map((told) => contentOf({ ...told, net: told.net ?? (BigInt(told.gross) - BigInt(told.tare)).toString() }));
