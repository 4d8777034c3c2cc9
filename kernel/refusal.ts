/**
 * Expected failures are values. A refusal or a question has a lasting code and the facts of its case; the sentence a person
 * reads is kept per language in `languages/LANGUAGE/refusals.json` under the same code, so no display text lives in code.
 */

/** One fact of a case: a text, a whole number as text, a day, an id. Never a floating-point number. */
export type Fact = string | number | boolean | null;

/** Why a decision was not carried out. `field` names the place in what was said ("bags.2.gross"), `row` the row of a file. */
export type Refusal = {
  readonly code: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly field?: string;
  readonly row?: number;
};

/**
 * What the book doubts about a fact it has kept. It waits for a named role (`to`), and closings that concern
 * `about` (a document's id) wait for its answer.
 */
export type Question = {
  readonly code: string;
  readonly to: string;
  readonly about: string | null;
  readonly facts: Readonly<Record<string, Fact>>;
};

/** What an expected failure returns instead of throwing. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** A value obtained. */
export const done = <T>(value: T): Result<T> => ({ ok: true, value });

/** A refusal with its code and facts. */
export const refused = (
  code: string,
  facts: Readonly<Record<string, Fact>> = {},
  field?: string,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: field === undefined ? { code, facts } : { code, facts, field },
});

/** A question to a role about a document. */
export const question = (
  code: string,
  to: string,
  about: string | null,
  facts: Readonly<Record<string, Fact>> = {},
): Question => ({ code, to, about, facts });

/** Throws on a mistake of ours, never on what a person said. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${what}`);
}
