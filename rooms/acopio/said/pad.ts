/** What is said of pads of pre-printed receipts: given to a point, and how each serial was used. */
import * as z from "zod/mini";
import { AgentId, idSchema } from "../../../kernel/ids.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { place, serial, series } from "./common.ts";

export const PadId = idSchema<"Pad">();

/** How serials of a pad can end: written on and keyed in, spoiled, or given back blank. */
export const serialStates = ["used", "spoiled", "blank"] as const;

/** `pad.issue`: a pad goes to a point. Its receipts are "SERIES-000451" to "SERIES-000500", as `receiptNumberOf` spells them. */
export const issuePadSaid = z.strictObject({
  pad: PadId,
  series,
  from: serial,
  to: serial,
  place,
  on: daySchema,
});
export type IssuePadSaid = z.infer<typeof issuePadSaid>;

/**
 * `pad.account`: what became of serials of a pad. `used` is for those whose hand-over is to be found: a serial said to be used that
 * nobody has keyed in is asked about. `all`: the pad is over, and whatever is neither said here nor keyed in is missing.
 */
export const accountPadSaid = z.strictObject({
  pad: PadId,
  serials: z.array(z.strictObject({ from: serial, to: serial, state: z.enum(serialStates) })).check(z.maxLength(500)),
  all: z._default(z.boolean(), false),
  on: daySchema,
  note: z.optional(textSchema(200)),
});
export type AccountPadSaid = z.infer<typeof accountPadSaid>;

/** The mark of a hand-over that was written on a pad and keyed in later: which pad, which serial, and who wrote it. */
export const padMark = z.strictObject({ pad: PadId, serial, writer: AgentId });
export type PadMark = z.infer<typeof padMark>;
