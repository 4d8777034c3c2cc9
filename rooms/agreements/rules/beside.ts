/**
 * What a plan may read of a hand-over beside its weights, its readings and published prices: results of a laboratory, the terms of a
 * certification scheme, what a contract fixed later, and the place. A paper keeps what was read, so that it can be worked out again.
 */
import * as z from "zod/mini";

/** One result of a laboratory, of what a producer brought on a day; `result` is the id under which the book keeps it. */
export const labResult = z.object({ day: z.string(), measure: z.string(), result: z.string(), value: z.string() });
export type LabResult = z.infer<typeof labResult>;

/** One term of a scheme, by the version that was published from a day. Prices are for one unit of `grams`. */
export const schemeTerm = z.object({
  currency: z.string(),
  from: z.string(),
  grams: z.string(),
  minimum: z.nullable(z.string()),
  organic: z.nullable(z.string()),
  premium: z.nullable(z.string()),
  scheme: z.string(),
  term: z.string(),
  until: z.nullable(z.string()),
  version: z.int(),
});
export type SchemeTerm = z.infer<typeof schemeTerm>;

/** One fixing of a contract whose price was left open: so many lots at a level, on a day. */
export const fixing = z.object({
  contract: z.string(),
  day: z.string(),
  fixing: z.string(),
  level: z.string(),
  lots: z.string(),
  month: z.string(),
});
export type Fixing = z.infer<typeof fixing>;

/** What is known beside a hand-over. Unsaid is not known (a telephone has no laboratory results); an empty list is none. */
export type Beside = {
  readonly place?: string | undefined;
  readonly labResults?: readonly LabResult[] | undefined;
  /** Every version of the schemes that the plan names. */
  readonly terms?: readonly SchemeTerm[] | undefined;
  readonly fixings?: readonly Fixing[] | undefined;
};

/** What was read of it, in the order of the steps. */
export type ReadBeside = {
  place: string | null;
  readonly labResults: LabResult[];
  readonly terms: SchemeTerm[];
  readonly fixings: Fixing[];
};

/** Nothing read yet. */
export const nothingRead = (): ReadBeside => ({ place: null, labResults: [], terms: [], fixings: [] });

/** Whether anything was read: papers of plans that read nothing beside say nothing of it. */
export const isRead = (read: ReadBeside): boolean =>
  read.place !== null || read.labResults.length + read.terms.length + read.fixings.length > 0;
