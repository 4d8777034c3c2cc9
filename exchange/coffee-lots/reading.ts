import { type ImportCode, type Remark, remark } from "../outcome.ts";

/**
 * What reading one cell gives: the value (null when the cell gives none), smaller remarks, and the question a person must
 * answer before the row can be used, if there is one.
 */
export type Reading<T> = { readonly value: T | null; readonly notes: readonly Remark[]; readonly asks: Remark | null };

/** A value read without any doubt, or with small ones. */
export const read = <T>(value: T | null, ...notes: readonly Remark[]): Reading<T> => ({ value, notes, asks: null });

/** No value: a person is asked. */
export const ask = (code: ImportCode, field: string, found: string): Reading<never> => ({
  value: null,
  notes: [],
  asks: remark(code, field, found),
});

/** No value, and that is no obstacle. */
export const leaveOut = (code: ImportCode, field: string, found: string): Reading<never> => ({
  value: null,
  notes: [remark(code, field, found)],
  asks: null,
});
