/**
 * A view is one named question with a declared answer and declared askers. Every page, export and API read is a view. It
 * reads only what rooms publish: SQL views of the schema `books`, which the database walls off by book.
 */
import type * as z from "zod/mini";
import type { BookSettings } from "./act/declaration.ts";
import type { Need } from "./act/need.ts";
import type { PersonalKind } from "./personal.ts";

/** A statement with its values apart, as PostgreSQL takes it. */
export type Query = { readonly text: string; readonly values: readonly unknown[] };

/** Writes a query; every `${value}` becomes a parameter, never text. Nested queries are joined in. */
export function sql(parts: TemplateStringsArray, ...given: readonly unknown[]): Query {
  let text = parts[0] as string;
  const values: unknown[] = [];
  for (const [at, value] of given.entries()) {
    if (isQuery(value)) {
      text += value.text.replace(/\$(\d+)/g, (_, number) => `$${Number.parseInt(number, 10) + values.length}`);
      values.push(...value.values);
    } else {
      values.push(value);
      text += `$${values.length}`;
    }
    text += parts[at + 1];
  }
  return { text, values };
}

const isQuery = (value: unknown): value is Query =>
  typeof value === "object" && value !== null && "text" in value && "values" in value;

/** Where a computed view is asked: of which book, under which settings and on which of its days. */
export type ViewAt = {
  readonly book: string;
  readonly settings: BookSettings;
  readonly today: string;
};

/** One row of an answer, as plain values. */
export type AnswerRow = Readonly<Record<string, unknown>>;

/** A declared question. `askers` are powers; `self` names the asked field that, when it is the asker's own agent, is enough. */
export type ViewDeclaration = {
  readonly name: string;
  readonly room: string;
  /** The one question it answers, in plain words: title of its documentation. */
  readonly question: string;
  readonly asks: z.ZodMiniType;
  readonly askers: readonly string[];
  readonly self?: string;
  /** Whether everybody may ask it, without a seat: what an organisation shows of itself. */
  readonly everybody?: boolean;
  /** Of a view with `limit` and `after`: the field of the last row from which the next page goes on. */
  readonly pagedBy?: string;
  /**
   * It reads the whole book, not a few documents: its tables are joined each once. Without it PostgreSQL, expecting one member
   * where there are thousands, would add the ledger up anew for each.
   */
  readonly wholeBook?: boolean;
  /**
   * The personal values beyond names that the answer holds: whoever reads it of somebody else is written down. `about` names the
   * asked field that says whose they are; a list has none, but `paper` may name the field that says which document it is of.
   */
  readonly reads?: { readonly kinds: readonly PersonalKind[]; readonly about?: string; readonly paper?: string };
  /** How it is answered: by one statement, or, of a computed view, from the same needs and rules as the acts. One of the two. */
  readonly sql?: (asked: never) => Query;
  readonly computed?: (asked: never, at: ViewAt) => Need<readonly AnswerRow[]>;
  /** Schema of one row of the answer, read at the door: bigint as text, days as "YYYY-MM-DD". */
  readonly answer: z.ZodMiniType;
};

/** Declares a view. */
export const view = <Asks extends z.ZodMiniType, Answer extends z.ZodMiniType>(declared: {
  readonly name: string;
  readonly room: string;
  readonly question: string;
  readonly asks: Asks;
  readonly askers: readonly string[];
  readonly everybody?: boolean;
  readonly self?: keyof z.infer<Asks> & string;
  readonly pagedBy?: keyof z.infer<Answer> & string;
  readonly wholeBook?: boolean;
  readonly reads?: {
    readonly kinds: readonly PersonalKind[];
    readonly about?: keyof z.infer<Asks> & string;
    readonly paper?: keyof z.infer<Asks> & string;
  };
  readonly sql: (asked: z.infer<Asks>) => Query;
  readonly answer: Answer;
}): ViewDeclaration => declared as unknown as ViewDeclaration;

/**
 * Declares a view that no statement of SQL can answer: it asks what an act would ask, and computes by the same rules. A preview
 * of a decision is one, so that what is shown before is what will be decided.
 */
export const computedView = <Asks extends z.ZodMiniType, Answer extends z.ZodMiniType>(declared: {
  readonly name: string;
  readonly room: string;
  readonly question: string;
  readonly asks: Asks;
  readonly askers: readonly string[];
  readonly computed: (asked: z.infer<Asks>, at: ViewAt) => Need<readonly z.infer<Answer>[]>;
  readonly answer: Answer;
}): ViewDeclaration => declared as unknown as ViewDeclaration;
