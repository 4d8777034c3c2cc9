/** The contract of a step kind. Each kind is one small file here; together they are the closed vocabulary of price plans. */
import type { Refusal, Result } from "../../../../kernel/refusal.ts";
import type { Beside, Fixing, LabResult, ReadBeside, SchemeTerm } from "../beside.ts";
import type { Figure, FigureKind } from "./figure.ts";

/** A point of a price series, as its publisher stated it. */
export type PricePoint = { readonly series: string; readonly period: string; readonly value: string };

/** One hand-over as a plan sees it. Weights in grams; measurements as lossless decimal text by measure code ("moisture": "12.6"). */
export type ValuedDelivery = {
  readonly id: string;
  /** The event's day, which picks prices: "2026-09-16". */
  readonly day: string;
  readonly bags: number;
  readonly grossGrams: bigint;
  readonly tareGrams: bigint;
  readonly measurements: Readonly<Record<string, string>>;
  /** What is known beside the readings; unsaid where nothing but the hand-over itself is known. */
  readonly beside?: Beside | undefined;
};

/** Published prices: the value of a series for a day ("2026-09-16") or a month ("2026-09"), decimal text; null when none. */
export type Prices = (series: string, period: string) => string | null;

/** What a step may look at while it computes. */
export type StepInputs = {
  readonly delivery: ValuedDelivery;
  readonly prices: Prices;
  /** Figures of the steps before, by position. */
  readonly figures: readonly Figure[];
  /** The points read so far, in the order of the steps; a step that reads a series adds its own. */
  readonly read: PricePoint[];
  /** What was read beside prices and readings so far; a step adds what it used. */
  readonly beside: ReadBeside;
};

/** A compiled step: constants are parsed, names are positions. Expected failures are refusals. */
export type StepRun = (inputs: StepInputs) => Result<Figure>;

/** An earlier figure a step reads: by which field of its parameters, under which id, of which kind or one of which kinds. */
export type FigureRead = {
  readonly field: string;
  readonly id: string;
  readonly kind: FigureKind | readonly FigureKind[];
};

/** What the plan as a whole gives to its steps. */
export type PlanFrame = {
  /** Grams in one unit of weight of the plan, as decimal text: kg "1000", lb "453.59237". */
  readonly gramsPerUnit: string;
  readonly currency: string;
  /** Position of an earlier step by its id; the plan was checked, so it is there. */
  readonly at: (id: string) => number;
};

/**
 * What a page needs to explain one step: messages `steps.MESSAGE.label`, `.sentence` and `.arithmetic` take the values by name.
 * Values are lossless text, never formatted; the languages format them.
 */
export type Explanation = { readonly message: string; readonly values: Readonly<Record<string, string>> };

/** What is known when a kept figure is explained, years later: only what the paper holds and the plan's version. */
export type KeptInputs = {
  /** The plan's unit of weight: every explanation passes it on as `unit`. */
  readonly unit: string;
  /** Grams in one of it. */
  readonly unitGrams: string;
  /** The day of the hand-over. */
  readonly day: string;
  readonly place: string | null;
  readonly bags: number;
  readonly grossGrams: string;
  readonly tareGrams: string;
  readonly measurement: (measure: string) => string | null;
  /** Every point of a series that was read. */
  readonly prices: (series: string) => readonly PricePoint[];
  /** The results of a laboratory that went into a mean of this measure, the newest first. */
  readonly labResults: (measure: string) => readonly LabResult[];
  /** The terms of schemes that were read. */
  readonly terms: readonly SchemeTerm[];
  readonly fixings: (contract: string) => readonly Fixing[];
  /** Kept value of an earlier step. */
  readonly figure: (id: string) => string | null;
  /** Whether an earlier step counts pieces. */
  readonly isCount: (id: string) => boolean;
  /** Kept value of the step itself. */
  readonly result: string;
};

/** One kind of step: what its figure counts, what it reads, how it computes, and how it is explained. */
export type StepKind<Step> = {
  readonly result: FigureKind;
  readonly reads: (step: Step) => readonly FigureRead[];
  /** Measures that must have been taken. */
  readonly measures: (step: Step) => readonly string[];
  /** Price series it looks up. */
  readonly series: (step: Step) => readonly string[];
  /** Measures of which it takes results of a laboratory over a time, and not only the reading of the hand-over. */
  readonly labMeasures?: (step: Step) => readonly string[];
  /** Certification schemes whose published sheet it reads. */
  readonly schemes?: (step: Step) => readonly string[];
  /** Contracts whose fixings it reads. */
  readonly contracts?: (step: Step) => readonly string[];
  /** What the schema cannot say alone, such as bands that overlap: the first fault with its field inside the step, or null. */
  readonly fault?: (step: Step) => { readonly ok: false; readonly refusal: Refusal } | null;
  readonly compile: (step: Step, frame: PlanFrame) => StepRun;
  readonly explain: (step: Step, kept: KeptInputs) => Explanation;
};
