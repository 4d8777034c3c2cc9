/**
 * CBOR in its one spelling: shortest heads, keys in order, nothing of open length, no floats. Whatever is spelled otherwise is not
 * read, so that the same statement never has two sets of bytes. Source: RFC 8949, section 4.2.1.
 */
import { type DecodeOptions, decode, encode, rfc8949EncodeOptions } from "cborg";

/** What we write: whole numbers, bytes, texts, lists, maps with whole numbers as keys, null and true or false. */
export type Cbor = number | bigint | string | Uint8Array | boolean | null | readonly Cbor[] | ReadonlyMap<number, Cbor>;

const strictly: DecodeOptions = {
  strict: true,
  useMaps: true,
  rejectDuplicateMapKeys: true,
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
};

/** The bytes of a value. Throws on what has no place here: fractions, objects, whole numbers beyond 64 bits. */
export const encodeCbor = (value: Cbor): Uint8Array => encode(value, rfc8949EncodeOptions);

/** The value of bytes, or null when they are not the one spelling of one value: also for anything that stands behind it. */
export function decodeCbor(bytes: Uint8Array): Cbor | null {
  try {
    const value = decode(bytes, strictly) as Cbor;
    // `cborg` does not mind the order of keys, nor fractions: what we would write ourselves is the measure.
    return hasPlace(value) && sameBytes(encodeCbor(value), bytes) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value is one that we write: no fraction, and no key that is not a whole number. */
function hasPlace(value: Cbor): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  if (value instanceof Map) return [...value].every(([key, one]) => Number.isSafeInteger(key) && hasPlace(one as Cbor));
  return !Array.isArray(value) || value.every(hasPlace);
}

/** Whether two runs of bytes are the same. */
export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
