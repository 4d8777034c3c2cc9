/**
 * What the paper "receipt" keeps, for ever: the minimum content of a collection receipt (whose, serial, place, scale, time, who
 * and what, weights, readings, money as shown). JSON-safe and lossless, without any person's name: words and names are
 * rendered. Source: usual content of *boleta*, *nota de recibo*, *romaneio*.
 */
import * as z from "zod/mini";
import { codeSchema, currencySchema, daySchema, decimalSchema, textSchema } from "../../kernel/schema.ts";

const wholeGrams = z.string().check(z.regex(/^-?(?:0|[1-9][0-9]{0,15})$/));

/**
 * What the person was shown or given in print. What was not shown is absent. Amounts and prices are decimal text. The fields
 * stand in the order of their names: see `receiptText`.
 */
export const shown = z.object({
  /** Whether who handed over looked and agreed, took it "with objection", or was not there to look. */
  agreed: z.optional(z.enum(["agreed", "with-objection", "not-there"])),
  /** What was owed and what credit was left, as known on a day: printed offline and deducted from nothing. */
  balances: z.optional(
    z.array(z.object({ amount: decimalSchema, knownOn: daySchema, of: codeSchema })).check(z.maxLength(20)),
  ),
  cash: z.optional(decimalSchema),
  currency: z.optional(currencySchema),
  deductions: z.optional(z.array(z.object({ amount: decimalSchema, code: codeSchema })).check(z.maxLength(60))),
  /** That the goods went back: the paper says so. */
  goods: z.optional(z.enum(["rejected"])),
  language: z.optional(textSchema(35)),
  mode: z.optional(codeSchema),
  net: z.optional(decimalSchema),
  net_g: z.optional(wholeGrams),
  /** After adjustments: the weight that is paid. */
  paid_g: z.optional(wholeGrams),
  plan: z.optional(z.object({ code: codeSchema, plan: z.uuid(), version: z.int() })),
  unitPrice: z.optional(decimalSchema),
  value: z.optional(decimalSchema),
  /** The member's number. */
  who: z.optional(textSchema(40)),
});
export type Shown = z.infer<typeof shown>;

/** The content of one receipt. Not known or not said is null, so that the canonical text has no gaps. */
export type ReceiptContent = {
  readonly form: "receipt/1";
  readonly number: string;
  readonly book: string;
  readonly organisation: string | null;
  readonly delivery: string;
  readonly agent: string;
  readonly by: string;
  /** "device": the device signed and the person is stated. "book": the book itself issued it. */
  readonly attested: "book" | "device";
  readonly place: string;
  readonly scale: string | null;
  readonly happened: string;
  readonly clock: string | null;
  readonly product: string;
  readonly season: string | null;
  readonly plot: string | null;
  readonly claim: string | null;
  readonly bags: number;
  /** Whole grams as text. */
  readonly gross: string;
  readonly tare: string;
  readonly net: string;
  readonly weighings: readonly {
    readonly container: string;
    readonly count: number;
    readonly gross: string;
    readonly tare: string;
  }[];
  readonly measurements: readonly {
    readonly measure: string;
    readonly value: string;
    readonly unit: string;
    readonly method: string | null;
    readonly instrument: string | null;
  }[];
  readonly shown: Shown | null;
  /** The price or a reading is still to come. */
  readonly provisional: boolean;
};

/**
 * The canonical text of a receipt's content, as `canonicalJson` writes it: whoever makes the content puts its fields in the order
 * of their names, which is four times as fast as sorting them for every hand-over. A property holds the two together.
 */
export const receiptText = (content: ReceiptContent): string => JSON.stringify(content);
