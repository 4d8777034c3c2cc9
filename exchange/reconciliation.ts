import type { RowOutcome } from "./outcome.ts";

/**
 * The account of an import: every row read stands in exactly one of four places, so
 * read = taken + questioned + refused + known. `reasons` counts the leading reasons by code, `notes` the smaller remarks.
 */
export type Reconciliation = {
  readonly read: number;
  readonly taken: number;
  readonly questioned: number;
  readonly refused: number;
  readonly known: number;
  readonly reasons: ReadonlyMap<string, number>;
  readonly notes: ReadonlyMap<string, number>;
};

/** Counts outcomes as they pass. */
export class Reconciling {
  #read = 0;
  readonly #outcomes = { taken: 0, questioned: 0, refused: 0, known: 0 };
  readonly #reasons = new Map<string, number>();
  readonly #notes = new Map<string, number>();

  /** Takes one row into the account. */
  add(row: RowOutcome<unknown>): void {
    this.#read += 1;
    this.#outcomes[row.outcome] += 1;
    if (row.outcome !== "taken") increase(this.#reasons, row.reason.code);
    for (const note of row.notes) increase(this.#notes, note.code);
  }

  /** The account so far. */
  account(): Reconciliation {
    return { read: this.#read, ...this.#outcomes, reasons: new Map(this.#reasons), notes: new Map(this.#notes) };
  }
}

const increase = (counts: Map<string, number>, code: string): void => {
  counts.set(code, (counts.get(code) ?? 0) + 1);
};

/** True when the account adds up: each row once, and one reason for each row that was not plainly taken. */
export function addsUp(account: Reconciliation): boolean {
  const { read, taken, questioned, refused, known, reasons } = account;
  const given = [...reasons.values()].reduce((sum, count) => sum + count, 0);
  return read === taken + questioned + refused + known && given === read - taken;
}
