/**
 * CBOR in its one spelling: shortest heads, keys in order, nothing of open length, no floats, no tags. Whatever is spelled otherwise
 * is not read, so that the same statement never has two sets of bytes. Ours and not a package's, because it travels inside a file of
 * 50 kB that is passed from hand to hand; `cborg` judges it in tests. Source: RFC 8949, sections 3 and 4.2.1.
 */
import { assert } from "../refusal.ts";

/** What we write: whole numbers, bytes, texts, lists, maps with whole numbers as keys, null and true or false. */
export type Cbor = number | bigint | string | Uint8Array | boolean | null | readonly Cbor[] | ReadonlyMap<number, Cbor>;

/** The kinds of values, the first three bits of each. */
const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const LIST = 4;
const MAP = 5;
const SIMPLE = 7;
const simples: readonly (readonly [number, boolean | null])[] = [
  [20, false],
  [21, true],
  [22, null],
];
/** Lists and maps in each other deeper than this are no statement of ours. */
const DEEPEST = 8;

/** The bytes of a value. Throws on what has no place here: fractions, other objects, whole numbers beyond 64 bits. */
export const encodeCbor = (value: Cbor): Uint8Array => Uint8Array.from(written(value));

function written(value: Cbor): readonly number[] {
  if (typeof value === "string") return headed(TEXT, [...new TextEncoder().encode(value)]);
  if (value instanceof Uint8Array) return headed(BYTES, [...value]);
  if (typeof value === "boolean" || value === null) {
    const [number] = simples.find(([, of]) => of === value) as readonly [number, boolean | null];
    return head(SIMPLE, BigInt(number));
  }
  if (value instanceof Map) return writtenMap(value);
  if (Array.isArray(value)) return [...head(LIST, BigInt(value.length)), ...value.flatMap(written)];
  assert(typeof value === "bigint" || Number.isSafeInteger(value), "only what has one spelling is written");
  const number = BigInt(value as number | bigint);
  return number < 0n ? head(NEGATIVE, -1n - number) : head(UNSIGNED, number);
}

const headed = (kind: number, bytes: readonly number[]): readonly number[] => [
  ...head(kind, BigInt(bytes.length)),
  ...bytes,
];

/** Entries in the order of their keys' bytes: what is not negative first, each from the smallest on. */
function writtenMap(map: ReadonlyMap<number, Cbor>): readonly number[] {
  const entries = [...map].sort(([one], [other]) =>
    one < 0 === other < 0 ? (one < 0 ? other - one : one - other) : one < 0 ? 1 : -1,
  );
  return [...head(MAP, BigInt(map.size)), ...entries.flatMap(([key, one]) => [...written(key), ...written(one)])];
}

/** The head of a value: its kind and a number, in as few bytes as the number takes. */
function head(kind: number, number: bigint): readonly number[] {
  const first = kind << 5;
  if (number < 24n) return [first + Number.parseInt(number.toString(), 10)];
  const width = [1, 2, 4, 8].findIndex((bytes) => number < 1n << BigInt(8 * bytes));
  assert(width >= 0, "a whole number fits 64 bits");
  const bytes = 1 << width;
  return [first + 24 + width, ...Array.from({ length: bytes }, (_, at) => byteAt(number, bytes - 1 - at))];
}

const byteAt = (number: bigint, place: number): number =>
  Number.parseInt(((number >> BigInt(8 * place)) & 255n).toString(), 10);

/** What could not be read. */
const nothing = Symbol("nothing");
type Read = { readonly bytes: Uint8Array; at: number };

/** The value of bytes, or null when they are not the one spelling of one value: also for anything that stands behind it. */
export function decodeCbor(bytes: Uint8Array): Cbor | null {
  const from: Read = { bytes, at: 0 };
  const value = readValue(from, 0);
  return value === nothing || from.at !== bytes.length ? null : value;
}

function readValue(from: Read, depth: number): Cbor | typeof nothing {
  const found = readHead(from);
  if (found === null || depth > DEEPEST) return nothing;
  const [kind, number] = found;
  const whole = number <= BigInt(Number.MAX_SAFE_INTEGER) ? Number.parseInt(number.toString(), 10) : null;
  if (kind === UNSIGNED) return whole ?? number;
  if (kind === NEGATIVE) return whole === null || whole === Number.MAX_SAFE_INTEGER ? -1n - number : -1 - whole;
  if (kind === SIMPLE) return simples.find(([of]) => of === whole)?.[1] ?? (whole === 22 ? null : nothing);
  if (whole === null || whole > from.bytes.length - from.at) return nothing; // Each entry takes a byte at least.
  if (kind === BYTES) return taken(from, whole);
  if (kind === TEXT) return readText(taken(from, whole));
  if (kind === LIST) return readList(from, whole, depth + 1);
  return kind === MAP ? readMap(from, whole, depth + 1) : nothing;
}

/** Kind and number of the next head; null when there is none, or it is longer than it needs to be. */
function readHead(from: Read): readonly [number, bigint] | null {
  const first = from.bytes[from.at];
  if (first === undefined) return null;
  const [kind, short] = [first >> 5, first & 31];
  from.at += 1;
  if (short < 24) return [kind, BigInt(short)];
  if (short > 27 || kind === SIMPLE) return null;
  const bytes = taken(from, 1 << (short - 24));
  const number = bytes.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n);
  const isShortest = bytes.length === 1 << (short - 24) && head(kind, number).length === 1 + bytes.length;
  return isShortest ? [kind, number] : null;
}

function taken(from: Read, length: number): Uint8Array {
  const bytes = from.bytes.slice(from.at, from.at + length);
  from.at += length;
  return bytes;
}

function readText(bytes: Uint8Array): string | typeof nothing {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return nothing;
  }
}

function readList(from: Read, length: number, depth: number): readonly Cbor[] | typeof nothing {
  const list: Cbor[] = [];
  for (let at = 0; at < length; at += 1) {
    const one = readValue(from, depth);
    if (one === nothing) return nothing;
    list.push(one);
  }
  return list;
}

function readMap(from: Read, length: number, depth: number): ReadonlyMap<number, Cbor> | typeof nothing {
  const map = new Map<number, Cbor>();
  let before: Uint8Array = new Uint8Array();
  for (let at = 0; at < length; at += 1) {
    const start = from.at;
    const key = readValue(from, depth);
    const spelling = from.bytes.slice(start, from.at);
    if (typeof key !== "number" || !isAfter(spelling, before)) return nothing;
    before = spelling;
    const one = readValue(from, depth);
    if (one === nothing) return nothing;
    map.set(key, one);
  }
  return map;
}

/** Whether one run of bytes comes after another in their order, so that no key comes twice or too early. */
function isAfter(one: Uint8Array, other: Uint8Array): boolean {
  const at = one.findIndex((byte, place) => byte !== other[place]);
  return at >= 0 && (other[at] === undefined || (one[at] as number) > (other[at] as number));
}

/** Whether two runs of bytes are the same. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
