/**
 * Lists of values in PostgreSQL's binary form, one parameter for a whole column. Spelled as text, each value of a batch is escaped
 * here and read again there: for a batch of hand-overs that took nearly three times as long on our side.
 */
import { daysBetween, theDay } from "../../kernel/time/index.ts";

/** The types that columns of ours have, by PostgreSQL's numbers. */
const numbers = { bool: 16, bytea: 17, bigint: 20, int: 23, text: 25, date: 1082, uuid: 2950, jsonb: 3802 } as const;

/** A type of which lists can be sent. `jsonb` values are given as their JSON text, `bytea` as hex digits. */
export type ListType = keyof typeof numbers | "boolean";

const HEADER = 20;
const NULL_LENGTH = -1;

/** The longest a value of these types can be; a text is measured by its length. */
const FIXED = 16;
/** UTF-8 takes at most three bytes for each of JavaScript's 16-bit units. */
const BYTES_PER_UNIT = 3;

let scratch = Buffer.allocUnsafe(1024 * 1024);

/** One list as the binary form of `TYPE[]`. Null and undefined are SQL's null. */
export function listOf(type: ListType, values: readonly unknown[]): Buffer {
  let at = HEADER;
  let hasNull = 0;
  for (const value of values) {
    if (value === null || value === undefined) {
      hasNull = 1;
      at = reserve(at, FIXED).writeInt32BE(NULL_LENGTH, at);
      continue;
    }
    const room = typeof value === "string" ? value.length * BYTES_PER_UNIT + FIXED : FIXED;
    const end = put(reserve(at, room), type, value, at + 4);
    scratch.writeInt32BE(end - at - 4, at);
    at = end;
  }
  scratch.writeInt32BE(values.length === 0 ? 0 : 1, 0); // dimensions
  scratch.writeInt32BE(hasNull, 4);
  scratch.writeInt32BE(numbers[type === "boolean" ? "bool" : type], 8);
  if (values.length === 0) return Buffer.from(scratch.subarray(0, 12));
  scratch.writeInt32BE(values.length, 12);
  scratch.writeInt32BE(1, 16); // PostgreSQL counts from one.
  return Buffer.from(scratch.subarray(0, at));
}

/** The scratch, with room for a length and so many bytes more. */
function reserve(at: number, room: number): Buffer {
  if (at + 4 + room > scratch.length) {
    const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, at + 4 + room));
    scratch.copy(larger, 0, 0, at);
    scratch = larger;
  }
  return scratch;
}

/** Writes one value and returns where it ends. A value that is not of its type is a mistake of ours, and throws. */
function put(into: Buffer, type: ListType, value: unknown, at: number): number {
  switch (type) {
    case "text":
      return at + into.write(value as string, at, "utf8");
    case "uuid":
      return putHex(into, (value as string).replaceAll("-", ""), at, 16);
    case "bigint":
      return into.writeBigInt64BE(typeof value === "bigint" ? value : BigInt(value as string), at);
    case "int":
      return into.writeInt32BE(typeof value === "number" ? value : Number.parseInt(value as string, 10), at);
    case "date":
      return into.writeInt32BE(dayNumber(value as string), at);
    case "jsonb":
      into[at] = 1; // The version of the form.
      return at + 1 + into.write(value as string, at + 1, "utf8");
    case "bytea":
      return putHex(into, value as string, at, (value as string).length / 2);
    case "bool":
    case "boolean":
      into[at] = value === true || value === "true" ? 1 : 0;
      return at + 1;
  }
}

function putHex(into: Buffer, digits: string, at: number, bytes: number): number {
  if (into.write(digits, at, "hex") !== bytes) throw new Error(`not ${bytes} bytes in hex: ${digits}`);
  return at + bytes;
}

const epoch = theDay("2000-01-01");
const dayNumbers = new Map<string, number>();
const mostDays = 10_000;

/** Days since 1 January 2000, PostgreSQL's own beginning. Most acts of a batch are of the same few days. */
function dayNumber(text: string): number {
  const known = dayNumbers.get(text);
  if (known !== undefined) return known;
  if (dayNumbers.size >= mostDays) dayNumbers.clear();
  const found = daysBetween(epoch, theDay(text));
  dayNumbers.set(text, found);
  return found;
}
