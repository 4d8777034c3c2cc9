import type { Ratio } from "../../kernel/exact/index.ts";
import type { Day } from "../../kernel/time/index.ts";

/** The two species of the Coffee Quality Institute's files. They are cupped on different forms. */
export type Species = "arabica" | "robusta";

/** `cleaned`: the records after the collection's cleaning; `raw`: as the institute published them. */
export type FileForm = "cleaned" | "raw";

/**
 * The bags of a lot. `gramsEach` is exact (a pound is 453.59237 g), so `netGrams`, the whole lot in whole grams, is rounded
 * once, half up, and a note says so when it was not whole.
 */
export type BagsDraft = { readonly count: bigint; readonly gramsEach: Ratio; readonly netGrams: bigint };

/** One quality of the cup, in points. `attribute` is a word of the form: "aroma", "cup-cleanness", "cupper" … */
export type CupPoints = { readonly attribute: string; readonly points: string };

/**
 * The cup score of a lot, as decimal texts. Source: cupping forms of 100 points, Specialty Coffee Association (2004) for
 * arabica and Coffee Quality Institute / Uganda Coffee Development Authority (2010) for robusta; scores of the two forms
 * are not comparable, so the protocol goes with the figure.
 */
export type CupScoreDraft = {
  readonly protocol: "sca-100" | "cqi-robusta-100";
  readonly total: string;
  readonly attributes: readonly CupPoints[];
};

/** Moisture in percent of the green coffee's weight, and defects in the 350 g sample; null where not measured. */
export type GreenDraft = {
  readonly moisturePercent: string | null;
  readonly categoryOneDefects: string | null;
  readonly categoryTwoDefects: string | null;
  readonly quakers: string | null;
  readonly colour: string | null;
};

/** Height of the farm above the sea in metres, lowest and highest, as exact decimal texts. */
export type AltitudeDraft = { readonly lowMetres: string; readonly highMetres: string };

/** What one row says of one graded lot, ready for acts: a hand-over with its bags, measurements and score. */
export type CoffeeLotDraft = {
  /** The row it comes from: "arabica/cleaned/2" = species, form of the file, row as a spreadsheet shows it. */
  readonly source: string;
  /** Content that both forms of the files share; equal for the same lot. See `key.ts`. */
  readonly key: string;
  readonly species: Species;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly region: string | null;
  /** Made-up codes: no name of a person or a firm goes into a draft. */
  readonly owner: string | null;
  readonly producer: string | null;
  readonly farm: string | null;
  readonly mill: string | null;
  readonly lotNumber: string | null;
  readonly bags: BagsDraft | null;
  readonly gradedOn: Day | null;
  readonly expiresOn: Day | null;
  /** "2012" or "2013/2014". */
  readonly season: string | null;
  readonly variety: string | null;
  readonly processing: string | null;
  readonly altitude: AltitudeDraft | null;
  readonly green: GreenDraft;
  readonly cup: CupScoreDraft | null;
};
