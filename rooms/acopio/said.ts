/** What is said at the scale. Lenient by design: a fact is kept, and what is doubted in it is asked. */
import * as z from "zod/mini";
import { AgentId, DeliveryId, DeviceId, PlotId } from "../../kernel/ids.ts";
import { codeSchema, daySchema, decimalSchema, textSchema } from "../../kernel/schema.ts";
import { goodsTaken } from "../agreements/rules/grading.ts";
import { shown } from "./content.ts";
import { gramsText, place } from "./said/common.ts";
import { padMark } from "./said/pad.ts";

export { gramsText, place };

/**
 * One reading of the scale: the gross weight of `count` containers together, and their tare as weighed. `reading` is what the
 * scale showed when it does not weigh in metric units ("662.4" of "lb").
 */
export const weighing = z.object({
  gross_g: gramsText,
  tare_g: gramsText,
  container: codeSchema,
  count: z.int().check(z.nonnegative(), z.maximum(100_000)),
  reading: z.optional(z.object({ gross: decimalSchema, unit: textSchema(64) })),
});
export type Weighing = z.infer<typeof weighing>;

/** One reading of the grader: of what, how much, in which unit, by which method and instrument, on which sample. */
export const measurement = z.object({
  measure: codeSchema,
  value: decimalSchema,
  unit: textSchema(64),
  method: z.optional(textSchema(200)),
  instrument: z.optional(textSchema(80)),
  sample: z.optional(textSchema(80)),
});
export type Measurement = z.infer<typeof measurement>;

/**
 * A receipt that a device sealed, as its code was read from the paper: the signed bytes in base64url, the device, and its clerk, who
 * received. The paper is the backup of a telephone that was lost: see `saysOfReceipt`.
 */
export const sealedPaper = z.object({
  code: z.string().check(z.regex(/^[A-Za-z0-9_-]{100,800}$/)),
  device: DeviceId,
  by: AgentId,
});
export type SealedPaper = z.infer<typeof sealedPaper>;

/** One hand-over as said. */
export const receiveSaid = z.object({
  delivery: DeliveryId,
  member: AgentId,
  product: codeSchema,
  place,
  on: daySchema,
  clock: z.optional(z.string().check(z.regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/))),
  scale: z.optional(textSchema(64)),
  /** The day of the scale's last check with a known weight; null: it was not checked; unsaid: not known. */
  scaleChecked: z.optional(z.nullable(daySchema)),
  receipt: z.optional(textSchema(64)),
  bags: z.array(weighing).check(z.maxLength(2_000)),
  measurements: z._default(z.array(measurement).check(z.maxLength(100)), []),
  plot: z.optional(PlotId),
  claim: z.optional(textSchema(80)),
  shown: z.optional(shown),
  /** What the grade means for the goods. Rejected ones are recorded and sent back: they are in no store, and nobody settles them. */
  goods: z.optional(z.enum(goodsTaken)),
  /** Photographs taken at the scale, by SHA-256; the files come later, or never. */
  photos: z.optional(z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))).check(z.maxLength(20))),
  /** The sealed receipt it was entered from. */
  paper: z.optional(sealedPaper),
  /** It was written on a pad and is keyed in later; its receipt is then the pad's serial. */
  pad: z.optional(padMark),
});
export type ReceiveSaid = z.infer<typeof receiveSaid>;
