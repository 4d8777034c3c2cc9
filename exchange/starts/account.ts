/** The account of a start: every row read stands in one place, and so does every kilo and every cent of its columns. */
import { add, decimal, type Ratio, ratio, ratioText } from "../../kernel/exact/index.ts";
import type { DayOrder } from "./day.ts";
import type { Mark } from "./figure.ts";
import type { StartOutcome } from "./outcome.ts";

/** Where rows stand: `in` (they go in, or are in), `asked` by the book though they are in, `known`, or waiting for a person. */
export type Standing = "in" | "questioned" | "known" | "waiting";

/** The figures of one column: what all rows say, and of it what stands where. Exact texts. */
export type ColumnSums = { readonly field: string; readonly read: string } & Readonly<Record<Standing, string>>;

/**
 * read = in + questioned + known + waiting, and for each column the same of its sums. `reasons` and `notes` count codes, the most
 * frequent first; plain data, so that it can be kept.
 */
export type StartAccount = {
  readonly read: number;
  readonly in: number;
  readonly questioned: number;
  readonly known: number;
  readonly asked: number;
  readonly refused: number;
  readonly sums: readonly ColumnSums[];
  readonly reasons: readonly (readonly [code: string, count: number])[];
  readonly notes: readonly (readonly [code: string, count: number])[];
  /** In which manner figures and days were read. */
  readonly manner: { readonly mark: Mark; readonly order: DayOrder };
};

type Counts = { in: number; questioned: number; known: number; asked: number; refused: number };

/** Counts outcomes as they pass. */
export class StartAccounting {
  private readonly counts: Counts = { in: 0, questioned: 0, known: 0, asked: 0, refused: 0 };
  private readonly reasons = new Map<string, number>();
  private readonly notes = new Map<string, number>();
  private readonly sums = new Map<string, Map<Standing, Ratio>>();

  /** Takes one row into the account. */
  add(one: StartOutcome): void {
    const place = one.outcome === "ready" || one.outcome === "done" ? "in" : one.outcome;
    this.counts[place] += 1;
    if ("reason" in one) increase(this.reasons, one.reason.code);
    for (const note of one.notes) increase(this.notes, note);
    const standing: Standing = place === "asked" || place === "refused" ? "waiting" : place;
    for (const [field, text] of Object.entries(one.sums)) this.sum(field, standing, text);
  }

  private sum(field: string, standing: Standing, text: string): void {
    const value = decimal(text);
    if (value === null) return;
    const column = this.sums.get(field) ?? new Map<Standing, Ratio>();
    this.sums.set(field, column);
    const before = column.get(standing);
    column.set(standing, before === undefined ? value : add(before, value));
  }

  /** The account so far. */
  account({ mark, order }: StartAccount["manner"]): StartAccount {
    const { counts } = this;
    const read = counts.in + counts.questioned + counts.known + counts.asked + counts.refused;
    return {
      read,
      ...counts,
      sums: [...this.sums].map(columnSums),
      reasons: byCount(this.reasons),
      notes: byCount(this.notes),
      manner: { mark, order },
    };
  }
}

const nothing = ratio(0n);

function columnSums([field, column]: [string, ReadonlyMap<Standing, Ratio>]): ColumnSums {
  const of = (standing: Standing): Ratio => column.get(standing) ?? nothing;
  const standings = ["in", "questioned", "known", "waiting"] as const;
  const read = standings.reduce((sum, one) => add(sum, of(one)), nothing);
  const [into, questioned, known, waiting] = standings.map((one) => ratioText(of(one))) as [
    string,
    string,
    string,
    string,
  ];
  return { field, read: ratioText(read), in: into, questioned, known, waiting };
}

const increase = (counts: Map<string, number>, code: string): void => {
  counts.set(code, (counts.get(code) ?? 0) + 1);
};

const byCount = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
