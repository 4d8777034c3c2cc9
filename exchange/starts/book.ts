/** What an import of a start knows of the book it goes into, and the door through which it asks and speaks. */
import type { LocalUnit } from "../../kernel/quantity/index.ts";
import type { Fact, Result } from "../../kernel/refusal.ts";
import type { FileVoice } from "../act.ts";
import type { StartAct } from "./outcome.ts";
import type { Register } from "./register.ts";
import type { TieGraph } from "./tie-graph.ts";

/** A price series that is open. */
export type OpenSeries = {
  readonly series: string;
  readonly title: string;
  readonly currency: string;
  readonly per: string;
  readonly period: string;
};

/** The days in which a product is received. */
export type SeasonDays = { readonly product: string; readonly from: string; readonly until: string };

/** What was read of the book before the first row. The register and the ties grow with what the file itself brings. */
export type StartBook = {
  readonly book: string;
  /** The agent that is the organisation itself. */
  readonly organisation: string;
  readonly today: string;
  readonly currencies: readonly { readonly currency: string; readonly line: string; readonly cash: string }[];
  readonly units: readonly LocalUnit[];
  readonly seasons: readonly SeasonDays[];
  readonly series: readonly OpenSeries[];
  /** Codes of products that the book has seasons or prices for. */
  readonly products: readonly string[];
  /** Folded names of products in every language, with their codes. */
  readonly productWords: ReadonlyMap<string, string>;
  readonly register: Register;
  readonly ties: TieGraph;
  /** "HOLDER|folded name" of every plot. */
  readonly plots: Set<string>;
};

/** A hand-over the book has. */
export type KeptDelivery = {
  readonly delivery: string;
  readonly receipt: string | null;
  readonly place: string;
  readonly member: string;
  readonly product: string;
  readonly day: string;
  /** Whole grams as text. */
  readonly net: string;
};

/** How the book took an act: the part of its answer that an import tells. */
export type SaidAnswer =
  | { readonly outcome: "done" | "known already" }
  /** It waits for a second signature. */
  | { readonly outcome: "proposed" }
  | { readonly outcome: "done with a question"; readonly questions: readonly Coded[] }
  | { readonly outcome: "refused"; readonly refusals: readonly Coded[] }
  | { readonly outcome: "kept, not yet understood"; readonly because: Coded };
type Coded = {
  readonly code: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly field?: string | undefined;
};

/** A matter of the opening balances: its kind and name, as the record `opening` keys them. */
export type Matter = { readonly kind: string; readonly about: string };

/** Asks the book in batches, and speaks to it. */
export type StartDoor = {
  actsSaid(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Hand-overs under these ids, and those with these receipts wherever they came from. */
  deliveriesThere(ids: readonly string[], receipts: readonly string[]): Promise<readonly KeptDelivery[]>;
  /** Newest values of these periods: "SERIES|PERIOD" to decimal text. */
  pricesThere(
    points: readonly { readonly series: string; readonly period: string }[],
  ): Promise<ReadonlyMap<string, string>>;
  /** What was stated of these matters: "KIND|ABOUT" to what was said. */
  openingsThere(matters: readonly Matter[]): Promise<ReadonlyMap<string, unknown>>;
  /** Says acts in order; answers each by its id. Refused when the book's intake is full. */
  say(acts: readonly StartAct[], voice: FileVoice): Promise<Result<ReadonlyMap<string, SaidAnswer>>>;
};
