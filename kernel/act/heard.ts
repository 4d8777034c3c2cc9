/** An act as heard: read once, before it takes its turn in the book. Reading never throws: bytes that are no act are kept. */
import type { PersonalValue } from "../personal.ts";
import { isSealed } from "../personal.ts";
import { type Refusal, refused } from "../refusal.ts";
import { isWellFormed } from "../text.ts";
import type { ActDeclaration, Vocabulary } from "./declaration.ts";
import { type Body, body as bodySchema, type Sent } from "./envelope.ts";

/** An act that could be read as far as its own declaration. `said` is null when `misread` says why. */
export type Heard = {
  readonly text: string;
  readonly signature: string | null;
  readonly beside: readonly PersonalValue[];
  readonly received: string;
  readonly body: Body;
  readonly declaration: ActDeclaration;
  readonly said: unknown;
  /** What in `says` does not fit the declaration; empty when all does. */
  readonly misread: readonly Refusal[];
};

/** Either heard, or the reason why it is kept without being understood. */
export type Hearing = { readonly heard: Heard } | { readonly kept: Refusal };

const kept = (code: string, facts: Refusal["facts"] = {}): Hearing => ({ kept: refused(code, facts).refusal });

/** Deepest nesting of a body that is read. A hand-over needs five. */
export const deepestNesting = 24;

/** Reads what was sent to a book. `received` is the book's clock, an ISO instant. */
export function hear(sent: Sent, book: string, received: string, vocabulary: Vocabulary): Hearing {
  const plain = plainOf(sent);
  if (plain === "too deep") return kept("act.too-deep", { deepest: deepestNesting });
  if (sent.body.includes("\\u0000") || sent.body.includes("\u0000")) return kept("act.zero-character");
  if (!isWellFormed(sent.body)) return kept("act.half-character"); // It has no UTF-8 form to be kept, hashed or signed.
  if (plain === "no JSON") return kept("act.unreadable");
  if (hasHalfCharacter(sent.body, plain.value)) return kept("act.half-character");
  const read = bodySchema.safeParse(plain.value);
  if (!read.success) return kept("act.envelope-unreadable", { field: read.error.issues[0]?.path.join(".") ?? "" });
  const { data } = read;
  if (data.book !== book) return kept("act.other-book", { book: data.book });
  const declaration = vocabulary.find(data.kind, data.version);
  if (declaration === null) {
    const newest = vocabulary.newest(data.kind);
    if (newest === null) return kept("act.kind-unknown", { kind: data.kind });
    return kept("act.version-newer", { kind: data.kind, version: data.version, newest });
  }
  const beside = sent.beside ?? [];
  if (!beside.every(isSealed)) return kept("act.personal-value-broken");
  const says = declaration.says.safeParse(data.says);
  return {
    heard: {
      text: sent.body,
      signature: sent.signature ?? null,
      beside,
      received,
      body: data,
      declaration,
      said: says.success ? says.data : null,
      misread: says.success ? [] : says.error.issues.map(misreading),
    },
  };
}

function misreading(issue: { readonly code: string; readonly path: readonly PropertyKey[] }): Refusal {
  const field = issue.path.map(String).join(".");
  return refused("act.field-unreadable", { field, problem: issue.code }, field).refusal;
}

/** The value of an act's body, before any schema; or why there is none. */
export type Plain = { readonly value: unknown } | "too deep" | "no JSON";

/** Kept while the act is in hand: whoever asks whose voice it is, and then the book, read the text once between them. */
const plainValues = new WeakMap<Sent, Plain>();

/** Reads the body of an act as JSON. Never throws. */
export function plainOf(sent: Sent): Plain {
  const known = plainValues.get(sent);
  if (known !== undefined) return known;
  const read = isTooDeep(sent.body) ? "too deep" : parsed(sent.body);
  plainValues.set(sent, read);
  return read;
}

function parsed(text: string): Plain {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return "no JSON"; // An expected way of being unreadable.
  }
}

/** Whether a JSON text nests deeper than is read. Counts without parsing, so that no text can exhaust the stack or the clock. */
export function isTooDeep(text: string): boolean {
  if (openings(text) <= deepestNesting) return false; // As nearly all acts: there are too few to nest so deep.
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 92) at += 1;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepestNesting) return true;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return false;
}

/** How many brackets and braces open in a text, inside words too; counted no further than matters. */
function openings(text: string): number {
  let count = 0;
  for (const opening of ["{", "["])
    for (let at = text.indexOf(opening); at >= 0 && count <= deepestNesting; at = text.indexOf(opening, at + 1))
      count += 1;
  return count;
}

/** Half of a surrogate pair cannot be kept as UTF-8. JSON spells it as an escape again, so only texts with such escapes are tried. */
const hasHalfCharacter = (text: string, plain: unknown): boolean =>
  /\\ud[89a-f]/i.test(text) && /\\ud[89a-f]/.test(JSON.stringify(plain));
