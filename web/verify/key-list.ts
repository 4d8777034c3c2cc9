/**
 * The keys of a book: which devices sign its receipts, each from a day and until a day, as a text that the book's own key signed. With
 * it anybody checks a receipt, without a server. Nobody's name stands in it. Published in `docs/receipt.cddl`.
 */
import { sha256Hex } from "../../kernel/hash.ts";

/** A device that signs receipts. `key` is raw Ed25519 in base64url. */
export type DeviceKey = {
  readonly key: string;
  /** What the collection point is called; null: the device belongs to none. */
  readonly place: string | null;
  /** Days by the book's calendar: when it was enrolled, and when it was revoked. */
  readonly from: string;
  readonly until: string | null;
  /** The instant since when it is in strange hands; null while it is not lost. */
  readonly lost: string | null;
};

/** The keys of one book. */
export type KeyList = {
  readonly form: "ayni-keys/1";
  readonly book: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2: how figures are written. */
  readonly country: string;
  /** IANA time zone of the book, by which its days are counted. */
  readonly zone: string;
  readonly at: string;
  /** Public keys that sign lists and answers of this book. */
  readonly seals: readonly string[];
  readonly devices: readonly DeviceKey[];
  /** Of one device only, as the second square has it: that another is not in it says nothing. */
  readonly partial?: true;
};

/** A text and its signature, as every signed answer travels. `key`: SHA-256, in hex, of the public key's text. */
export type SignedText = { readonly answer: string; readonly key: string; readonly signature: string };

/** Judges a signature: all three are raw bytes. */
export type VerifyBytes = (
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

const KEY = /^[A-Za-z0-9_-]{43}$/;
const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Bytes of base64url, without help of the platform: browsers and Node spell it differently. */
export function bytesOf(text: string): Uint8Array {
  const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const sign of text) {
    held = ((held << 6) | signs.indexOf(sign)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}

const isText = (value: unknown): value is string => typeof value === "string";
const isDay = (value: unknown): boolean => isText(value) && DAY.test(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isDevice = (value: unknown): value is DeviceKey =>
  isObject(value) &&
  isText(value.key) &&
  KEY.test(value.key) &&
  (value.place === null || isText(value.place)) &&
  isDay(value.from) &&
  (value.until === null || isDay(value.until)) &&
  (value.lost === null || isText(value.lost));

/** The list in a text; null when it is none. Its signature is another matter. */
export function readList(text: string): KeyList | null {
  const value = jsonIn(text);
  if (!isObject(value) || value.form !== "ayni-keys/1") return null;
  const { book, name, country, zone, at, seals, devices } = value;
  if (![book, name, country, zone, at].every(isText) || !Array.isArray(seals) || !Array.isArray(devices)) return null;
  const fits = seals.every((one) => isText(one) && KEY.test(one)) && devices.every(isDevice);
  return fits ? (value as unknown as KeyList) : null;
}

/** What a text that should be JSON says; undefined when it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The signed text in a text; null when there is none. */
export function readSignedText(text: string): SignedText | null {
  const value = jsonIn(text);
  if (!isObject(value) || !isText(value.answer) || !isText(value.key)) return null;
  return isText(value.signature) && SIGNATURE.test(value.signature) ? (value as unknown as SignedText) : null;
}

/** Whether one of these public keys signed the text. */
export async function isSignedBy(
  seals: readonly string[],
  { answer, key, signature }: SignedText,
  verify: VerifyBytes,
): Promise<boolean> {
  const seal = seals.find((one) => sha256Hex(one) === key);
  if (seal === undefined) return false;
  return verify(bytesOf(seal), new TextEncoder().encode(answer), bytesOf(signature));
}

/** The list in a signed text, when a key that it names itself signed it; null otherwise. */
export async function listIn(text: string, verify: VerifyBytes): Promise<KeyList | null> {
  const signed = readSignedText(text);
  const list = signed === null ? null : readList(signed.answer);
  if (signed === null || list === null) return null;
  return (await isSignedBy(list.seals, signed, verify)) ? list : null;
}
