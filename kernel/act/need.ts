/**
 * What an act needs to know of the book. A need is tried against a page and either is known or says which reads are
 * missing, so the store can load the union of what a thousand acts need in a few statements, and the phone can say
 * "not known here". A need may depend on the answer of another (`andThen`): it is tried again once that is loaded.
 */
import type { AnyRow, RecordDeclaration, Row } from "./record.ts";

/**
 * One thing to load: rows of a record by one of its declared finds, or a tally. On a page, rows lie on the find's shelf under
 * their key as one text; a tally has an `id`.
 */
export type Read =
  | {
      readonly kind: "rows";
      readonly shelf: string;
      readonly keyText: string;
      readonly record: RecordDeclaration;
      readonly find: string;
      readonly key: readonly string[];
    }
  | { readonly kind: "tally"; readonly id: string; readonly tally: string; readonly key: string };

/** What a need looks at. `undefined` means not loaded; an empty list means there is none. */
export type Look = {
  rows(shelf: string, keyText: string): readonly AnyRow[] | undefined;
  tally(id: string): bigint | undefined;
};

/**
 * Either the answer, or the reads that must be loaded before it can be given; `more`: once they are there, the answer may need
 * other reads still. `rest` is then the same need without what was found already, for whoever only wants to know what else is
 * missing: a closing asks for two hundred thousand hand-overs before it knows which debts to ask for. Without it: the need itself.
 */
export type Tried<T> = { readonly known: T } | Missing<T>;

/** What is missing of a need's answer. */
export type Missing<T> = { readonly missing: readonly Read[]; readonly more: boolean; readonly rest?: Need<T> };

/**
 * Something an act needs to know. `tryOn` is written as a method: the runner that strips types gives every arrow function in an
 * object a name when it is made, and needs are made dozens of times for each act (measured: half the cost of asking).
 */
export type Need<T> = { readonly tryOn: (look: Look) => Tried<T> };

/** The type of a need's answer. */
export type Known<N> = { readonly [Name in keyof N]: N[Name] extends Need<infer T> ? T : never };

/** A key as one text. Of one column it is the said text itself: nothing is put together for the most common question. */
export const keyTextOf = (key: readonly string[]): string => (key.length === 1 ? (key[0] as string) : key.join("|"));

/** Names a tally; the same tally has the same name everywhere. */
export const tallyId = (kind: string, key: string): string => `tally|${kind}|${key}`;

/** The rows of a record by one of its finds. Order: as written. */
export function rows<R extends RecordDeclaration>(
  from: R,
  find: keyof R["finds"] & string,
  key: readonly string[],
): Need<readonly Row<R>[]> {
  const shelf = from.shelves[find] as string;
  const keyText = keyTextOf(key);
  return {
    tryOn(look) {
      const found = look.rows(shelf, keyText);
      if (found !== undefined) return { known: found as unknown as readonly Row<R>[] };
      const record = from as unknown as RecordDeclaration;
      return { missing: [{ kind: "rows", shelf, keyText, record, find, key }], more: false };
    },
  };
}

/**
 * The rows of many documents of one record, each by one text column: as many `rows`, at a fraction of the cost where a closing
 * names hundreds of thousands. The answer has one list for each key, in the order of the keys.
 */
export function rowsOfEach<R extends RecordDeclaration>(
  from: R,
  find: keyof R["finds"] & string,
  keys: readonly string[],
): Need<readonly (readonly Row<R>[])[]> {
  const shelf = from.shelves[find] as string;
  const record = from as unknown as RecordDeclaration;
  return {
    tryOn(look) {
      const answers: (readonly AnyRow[])[] = [];
      const missing: Read[] = [];
      for (const key of keys) {
        const found = look.rows(shelf, key);
        if (found === undefined) missing.push({ kind: "rows", shelf, keyText: key, record, find, key: [key] });
        else answers.push(found);
      }
      return missing.length === 0
        ? { known: answers as unknown as readonly (readonly Row<R>[])[] }
        : { missing, more: false };
    },
  };
}

/** The one row of an event or a `now` record by its key, or null. */
export const row = <R extends RecordDeclaration>(from: R, ...key: readonly string[]): Need<Row<R> | null> =>
  map(rows(from, "key" as keyof R["finds"] & string, key), (found) => found[0] ?? null);

/** A sum or counter of the book, kept in the same transaction: stock, credit left, next number. Zero when never touched. */
export function tally(kind: string, key: string): Need<bigint> {
  const read: Read = { kind: "tally", id: tallyId(kind, key), tally: kind, key };
  return {
    tryOn(look) {
      const found = look.tally(read.id);
      return found === undefined ? { missing: [read], more: false } : { known: found };
    },
  };
}

/** A need that is known already. */
export const always = <T>(value: T): Need<T> => ({
  tryOn() {
    return { known: value };
  },
});

/** A need whose answer is made from another's, without asking more. */
export const map = <T, U>(need: Need<T>, make: (value: T) => U): Need<U> => ({
  tryOn(look) {
    const tried = need.tryOn(look);
    if ("known" in tried) return { known: make(tried.known) };
    return tried.rest === undefined ? (tried as Missing<never>) : { ...tried, rest: map(tried.rest, make) };
  },
});

/** A need that follows from the answer of another. */
export const andThen = <T, U>(need: Need<T>, next: (value: T) => Need<U>): Need<U> => ({
  tryOn(look) {
    const tried = need.tryOn(look);
    if (!("known" in tried)) return { missing: tried.missing, more: true, rest: andThen(tried.rest ?? need, next) };
    const following = next(tried.known);
    const then = following.tryOn(look);
    return "known" in then || then.rest !== undefined ? then : { ...then, rest: following };
  },
});

/** Several needs of one kind, answered in order. */
export const each = <T>(needs: readonly Need<T>[]): Need<readonly T[]> => ({
  tryOn(look) {
    const answers: T[] = [];
    const missed = new Map<number, Missing<T>>();
    for (const [at, need] of needs.entries()) {
      const tried = need.tryOn(look);
      if ("known" in tried) answers[at] = tried.known;
      else missed.set(at, tried);
    }
    if (missed.size === 0) return { known: answers };
    const missing = missingOf([...missed.values()]);
    if (!missing.more) return missing;
    const rest = (need: Need<T>, at: number): Need<T> => restOf(need, missed.get(at), answers[at] as T);
    return { ...missing, rest: each(needs.map(rest)) };
  },
});

/** Several needs by name, answered by name. */
export const together = <N extends Readonly<Record<string, Need<unknown>>>>(needs: N): Need<Known<N>> => ({
  tryOn(look) {
    const answers: Record<string, unknown> = {};
    const missed = new Map<string, Missing<unknown>>();
    for (const name of Object.keys(needs)) {
      const tried = (needs[name] as Need<unknown>).tryOn(look);
      if ("known" in tried) answers[name] = tried.known;
      else missed.set(name, tried);
    }
    if (missed.size === 0) return { known: answers as Known<N> };
    const missing = missingOf([...missed.values()]);
    if (!missing.more) return missing;
    const rest = Object.entries(needs).map(([name, need]) => [name, restOf(need, missed.get(name), answers[name])]);
    return { ...missing, rest: together(Object.fromEntries(rest)) as Need<Known<N>> };
  },
});

/** What several needs miss together. */
function missingOf(missed: readonly Missing<unknown>[]): { readonly missing: readonly Read[]; readonly more: boolean } {
  const [only] = missed;
  if (only !== undefined && missed.length === 1) return { missing: only.missing, more: only.more };
  const missing: Read[] = [];
  for (const one of missed) for (const read of one.missing) missing.push(read);
  return { missing, more: missed.some((one) => one.more) };
}

/** A need without what was found of it. */
const restOf = <T>(need: Need<T>, missed: Missing<T> | undefined, answer: T): Need<T> =>
  missed === undefined ? always(answer) : (missed.rest ?? need);
