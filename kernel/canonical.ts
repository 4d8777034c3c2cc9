/**
 * One spelling of a JSON value, for what is hashed or kept: keys in code-unit order, no spaces, whole numbers only.
 * For these values it is the same text as RFC 8785 (JSON Canonicalization Scheme).
 */
import { assert } from "./refusal.ts";
import { isWellFormed } from "./text.ts";

/** A document deeper than this is a mistake or an attack. */
const DEEPEST = 64;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

function textOf(value: string): string {
  assert(isWellFormed(value), "a text is well-formed Unicode");
  return JSON.stringify(value);
}

function objectText(value: object, depth: number): string {
  assert(isPlain(value), "only plain objects are written");
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const one: unknown = (value as Record<string, unknown>)[key];
    if (one !== undefined) parts.push(`${textOf(key)}:${written(one, depth + 1)}`);
  }
  return `{${parts.join(",")}}`;
}

function written(value: unknown, depth: number): string {
  assert(depth <= DEEPEST, `a document is at most ${DEEPEST} deep`);
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return textOf(value);
    case "boolean":
      return value ? "true" : "false";
    case "number":
      // Weights, money and shares are texts; a fraction here would be a float that slipped in.
      assert(Number.isSafeInteger(value), "a number is a whole number of at most 53 bits");
      return (value === 0 ? 0 : value).toString();
    case "object":
      if (Array.isArray(value)) return `[${value.map((one) => written(one, depth + 1)).join(",")}]`;
      return objectText(value, depth);
    default:
      throw new Error(`broken promise: a ${typeof value} has no canonical spelling; write it as text`);
  }
}

/**
 * The canonical text of a value. Properties that are undefined are left out. Throws on what has no one spelling: bigint,
 * fractions, undefined in a list, dates and other objects with a class, half characters, more than 64 levels.
 */
export const canonicalJson = (value: unknown): string => written(value, 0);
