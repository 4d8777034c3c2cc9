/**
 * Names of things that last: a UUID made by the device that says the act (version 7), or one derived from a text
 * (version 8), always in lower case. The kind is in the type, so a plot's id is not taken for a person's.
 * Source: RFC 9562, sections 4, 5.7 and 5.8.
 */
import * as z from "zod/mini";
import { hexText, sha256 } from "./hash.ts";
import { assert } from "./refusal.ts";

/** Versions 1 to 8 with the RFC's variant: other systems' ids may be of any version. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const LARGEST_TIME = 2 ** 48 - 1;
/** The largest counter within one millisecond: 12 bits. */
const LARGEST_COUNTER = 0xfff;

/** Whether a text is a UUID in its one spelling: lower case, with dashes. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** The schema of one kind of id: `idSchema<"Agent">()`. */
export const idSchema = <Kind extends string>() => z.string().check(z.regex(UUID)).brand<Kind>();

/** Someone or something that acts or is party to something: a person, household or organisation. */
export const AgentId = idSchema<"Agent">();
export type AgentId = z.infer<typeof AgentId>;
/** What one person stands behind at one moment, in one book. */
export const ActId = idSchema<"Act">();
export type ActId = z.infer<typeof ActId>;
/** The record one organisation keeps. */
export const BookId = idSchema<"Book">();
export type BookId = z.infer<typeof BookId>;
/** A telephone or computer that signs acts. */
export const DeviceId = idSchema<"Device">();
export type DeviceId = z.infer<typeof DeviceId>;
/** A sign-in, which belongs to a person and to no book. */
export const AccountId = idSchema<"Account">();
export type AccountId = z.infer<typeof AccountId>;
/** What ties an account to one agent of one book. */
export const SeatId = idSchema<"Seat">();
export type SeatId = z.infer<typeof SeatId>;
/** A collection point, store, mill or other place of the book. */
export const PlaceId = idSchema<"Place">();
export type PlaceId = z.infer<typeof PlaceId>;
export const PlotId = idSchema<"Plot">();
export type PlotId = z.infer<typeof PlotId>;
export const AgreementId = idSchema<"Agreement">();
export type AgreementId = z.infer<typeof AgreementId>;
/** One hand-over at a collection point. */
export const DeliveryId = idSchema<"Delivery">();
export type DeliveryId = z.infer<typeof DeliveryId>;
export const LotId = idSchema<"Lot">();
export type LotId = z.infer<typeof LotId>;
export const StatementId = idSchema<"Statement">();
export type StatementId = z.infer<typeof StatementId>;

/** Sixteen bytes in the UUID spelling, with version and variant set. */
function spelled(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] as number) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = hexText(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * A UUID of version 7: the milliseconds since 1970, then chance (10 bytes, handed in). With a `counter` (0 to 4095, see
 * `nextStamp`) the ids of one device within one millisecond also sort in the order they were made.
 */
export function uuidv7(milliseconds: number, random: Uint8Array, counter?: number): string {
  assert(
    Number.isInteger(milliseconds) && milliseconds >= 0 && milliseconds <= LARGEST_TIME,
    "milliseconds fit 48 bits",
  );
  assert(random.length === 10, "chance is 10 bytes");
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(milliseconds / 2 ** 32));
  view.setUint32(2, milliseconds % 2 ** 32);
  bytes.set(random, 6);
  if (counter !== undefined) {
    assert(Number.isInteger(counter) && counter >= 0 && counter <= LARGEST_COUNTER, "a counter fits 12 bits");
    view.setUint16(6, counter);
  }
  return spelled(bytes, 7);
}

/** The time and counter of the last id a device made. */
export type Stamp = { readonly milliseconds: number; readonly counter: number };

/** How far back a clock may be set, in milliseconds, and still be taken for a small correction. */
const LARGEST_CORRECTION = 10_000;

/**
 * The stamp of the next id. While the clock stands still, or was corrected back by up to ten seconds, the counter goes
 * up; when it is full the id takes the next millisecond. A clock set back further starts anew: order is the position in
 * the book, never the id.
 */
export function nextStamp(last: Stamp | null, milliseconds: number): Stamp {
  const ahead = last === null ? -1 : last.milliseconds - milliseconds;
  if (last === null || ahead < 0 || ahead > LARGEST_CORRECTION) return { milliseconds, counter: 0 };
  if (last.counter < LARGEST_COUNTER) return { milliseconds: last.milliseconds, counter: last.counter + 1 };
  return { milliseconds: last.milliseconds + 1, counter: 0 };
}

/** The milliseconds since 1970 inside an id of version 7; null for an id of another version. */
export function uuidTime(id: string): number | null {
  if (!isUuid(id) || id[14] !== "7") return null;
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** The UUID (version 8) of a text: the same text has the same id on every device. Prefix the text with what it names. */
export const derivedUuid = (text: string): string => spelled(sha256(text).slice(0, 16), 8);
