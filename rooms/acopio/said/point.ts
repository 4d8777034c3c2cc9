/** What is said of a collection point: its sheet, its days, and the check of its scales. */
import * as z from "zod/mini";
import { ActId } from "../../../kernel/ids.ts";
import { codeSchema, daySchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";
import { cashCounted } from "./cash.ts";
import { clock, gramsText, place, serial, series } from "./common.ts";

/** One scale of a point: its name as on receipts ("B-03"), its division, the known weight it is checked with, and how far it may be off. */
export const scaleOfPoint = z.strictObject({
  scale: textSchema(64),
  division_g: gramsText,
  knownWeight_g: gramsText,
  tolerance_g: gramsText,
});
export type ScaleOfPoint = z.infer<typeof scaleOfPoint>;

/** Notes and coins that the point counts, the largest first: what the screen offers. What is counted besides is kept as well. */
export const denominationsOfPoint = z.strictObject({
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  values: z.array(notNegativeSchema).check(z.minLength(1), z.maxLength(40)),
});

/**
 * The sheet of a collection point. `prefix` begins the series of its devices and pads ("QD2"); no other point of the book has it.
 * `until` is the last day on which the point is open; unsaid while nobody knows one.
 */
export const pointSheet = z.strictObject({
  name: textSchema(80),
  products: z.array(codeSchema).check(z.minLength(1), z.maxLength(40)),
  prefix: z.string().check(z.regex(/^[A-Z0-9]{1,6}$/)),
  paysCash: z.boolean(),
  scales: z._default(z.array(scaleOfPoint).check(z.maxLength(20)), []),
  denominations: z._default(z.array(denominationsOfPoint).check(z.maxLength(5)), []),
  until: z.optional(daySchema),
});
export type PointSheet = z.infer<typeof pointSheet>;

/** `point.open` and `point.change`: the code that hand-overs carry as `place`, and the whole sheet in force from a day. */
export const pointSaid = z.strictObject({
  place,
  sheet: pointSheet,
  from: daySchema,
  reason: z.optional(textSchema(400)),
});
export type PointSaid = z.infer<typeof pointSaid>;

/** What a scale showed under a known weight. A scale may show less than nothing. */
export const scaleReading = z.strictObject({
  scale: textSchema(64),
  expected_g: gramsText,
  shown_g: z.string().check(z.regex(/^-?(?:0|[1-9][0-9]{0,14})$/)),
});
export type ScaleReading = z.infer<typeof scaleReading>;

/** `scale.check`: a scale was checked by itself, at any hour. */
export const scaleCheckSaid = z.strictObject({ place, on: daySchema, clock, ...scaleReading.shape });
export type ScaleCheckSaid = z.infer<typeof scaleCheckSaid>;

/** `point.open-day`: scales as checked, and the box as counted where this telephone keeps it. */
export const openDaySaid = z.strictObject({
  place,
  on: daySchema,
  clock,
  checks: z._default(z.array(scaleReading).check(z.maxLength(20)), []),
  cash: z._default(z.array(cashCounted).check(z.maxLength(5)), []),
});
export type OpenDaySaid = z.infer<typeof openDaySaid>;

/** Serials of one series, the first and the last: "QD2A-000018" to "QD2A-000041". */
export const serialRange = z.strictObject({
  series,
  from: serial,
  to: serial,
});
export type SerialRange = z.infer<typeof serialRange>;

/**
 * `point.close-day`: what this telephone counts of its day. `handOvers` are all of its receipts, `voids` those of them that no
 * longer count, `kilos` the net grams of the rest by product; `receipts` is null when it gave none. `opened` is the act that opened
 * the day; unsaid when nobody opened it.
 */
export const closeDaySaid = z.strictObject({
  place,
  on: daySchema,
  clock,
  opened: z.optional(ActId),
  receipts: z.nullable(serialRange),
  handOvers: z.int().check(z.nonnegative()),
  voids: z.int().check(z.nonnegative()),
  kilos: z.array(
    z.strictObject({ product: codeSchema, net_g: z.string().check(z.regex(/^-?(?:0|[1-9][0-9]{0,14})$/)) }),
  ),
  cash: z._default(z.array(cashCounted).check(z.maxLength(5)), []),
});
export type CloseDaySaid = z.infer<typeof closeDaySaid>;
