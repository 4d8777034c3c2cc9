/**
 * The envelope: who says what, through what, in which book, relying on what. The body is kept and signed as the text that
 * came; it is read only by these schemas. Ids are made by the device (UUIDv7), so sending twice does no harm.
 */
import * as z from "zod/mini";

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/));
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * Every way of speaking. `at` is the clock of whatever spoke (UTC), kept as said and never used for order.
 * - `device`: an enrolled device of the book; signed by its key; `sequence` counts its acts from 1
 * - `seat`: a person signed in on a seat of the book
 * - `file`: a row of a file that a seat brought in
 * - `message`: a text or call answered by a seat
 * - `letter`: a signed letter of another book
 * - `paper`: keyed in later from a receipt or a pad, by a seat
 */
export const through = z.discriminatedUnion("way", [
  z.object({ way: z.literal("device"), device: uuid, sequence: z.int().check(z.positive()), at: instant }),
  z.object({ way: z.literal("seat"), seat: uuid, at: instant }),
  z.object({ way: z.literal("file"), seat: uuid, file: digest, row: z.int().check(z.nonnegative()), at: instant }),
  z.object({ way: z.literal("message"), seat: uuid, message: z.string().check(z.maxLength(200)), at: instant }),
  z.object({ way: z.literal("letter"), letter: uuid, at: instant }),
  z.object({ way: z.literal("paper"), seat: uuid, paper: z.string().check(z.maxLength(80)), at: instant }),
]);
export type Through = z.infer<typeof through>;

/** What the act relied on when it was said: versions of sheets, and when they were fetched. */
export const relied = z.array(z.object({ id: uuid, version: z.int(), fetched: instant })).check(z.maxLength(50));
export type Relied = z.infer<typeof relied>;

/** The body of an act. `says` is read by the act's own declaration. */
export const body = z.object({
  id: uuid,
  book: uuid,
  kind: z.string().check(z.regex(/^[a-z][a-z-]*(\.[a-z][a-z-]*)+$/), z.maxLength(64)),
  version: z.int().check(z.positive()),
  by: uuid,
  through,
  relied: z.optional(relied),
  says: z.unknown(),
});
export type Body = z.infer<typeof body>;

/** A personal value that travels beside an act. */
export const beside = z.object({
  digest,
  salt: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  value: z.string().check(z.maxLength(4_000)),
});

/**
 * An act as sent: the body's exact text, its signature (Ed25519 over the UTF-8 of the text, base64url; devices and letters
 * only), and personal values beside it.
 */
export const sent = z.object({
  body: z.string(),
  signature: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/))),
  beside: z.optional(z.array(beside).check(z.maxLength(100))),
});
export type Sent = z.infer<typeof sent>;

/** The seat an act speaks through, if it does. */
export const seatOf = (spoken: Through): string | null => ("seat" in spoken ? spoken.seat : null);
