/** The file by which an auditor works a statement out again: the paper as kept, and the versions of the sheets that it names. */
import * as z from "zod/mini";
import { decimalSchema, notNegativeSchema, wholeSchema } from "../../../kernel/schema.ts";
import { fixing, labResult, schemeTerm } from "../../agreements/rules/beside.ts";
import type { ExplainedStatement } from "./recompute.ts";

/** The form of the file, in its field `form`. */
export const explainedForm = "ayni-statement/1";

const text = z.string();
const maybe = z.nullable(text);
const signed = z.string().check(z.regex(/^-?(?:0|[1-9][0-9]{0,17})$/));
/** Long enough for any figure of a plan, and no room for a bomb. */
const figure = z.string().check(z.maxLength(80));
const version = z.object({ id: text, version: z.int(), code: text });

const valueLine = z.object({ line: text, quantity: figure, price: figure, amount: signed });

const delivery = z.object({
  id: text,
  receipt: text,
  day: z.iso.date(),
  product: text,
  bags: z.int(),
  gross: wholeSchema,
  tare: wholeSchema,
  net: signed,
  measurements: z.array(z.object({ measure: text, value: figure, method: maybe, instrument: maybe })),
  plan: version,
  prices: z.array(z.object({ series: text, period: text, value: decimalSchema })),
  figures: z.array(figure),
  lines: z.array(valueLine),
  premiums: z.optional(z.array(valueLine)),
  beside: z.optional(
    z.object({
      fixings: z.array(fixing),
      labResults: z.array(labResult),
      place: maybe,
      terms: z.array(schemeTerm),
    }),
  ),
});

const deduction = z.object({
  code: text,
  rule: text,
  class: z.int(),
  basis: z.array(figure),
  asked: wholeSchema,
  amount: wholeSchema,
  heldBy: maybe,
  to: text,
  agreement: maybe,
});

const cap = z.object({
  code: text,
  base: signed,
  portion: signed,
  limit: signed,
  taken: signed,
  bit: z.boolean(),
});

const restatement = z.object({ after: signed, before: signed, difference: signed });
const correctedStatement = z.object({
  closed: z.iso.date(),
  deductions: z.array(z.object({ after: z.nullable(deduction), before: z.nullable(deduction), difference: signed })),
  lines: z.array(
    z.object({
      after: z.nullable(delivery),
      before: delivery,
      correction: text,
      difference: signed,
      line: z.int(),
      reason: text,
    }),
  ),
  net: restatement,
  number: text,
  statement: text,
  value: restatement,
  yearTaken: z.array(z.object({ amount: wholeSchema, code: text })),
});
const debt = z.object({ agreement: text, amount: wholeSchema });

/** Lines of earlier statements that it corrects. */
const corrections = z.object({
  deducted: signed,
  net: signed,
  of: z.array(correctedStatement).check(z.minLength(1)),
  owed: z.nullable(debt),
  paid: wholeSchema,
  repaid: z.array(debt),
  value: signed,
});

const statement = z.object({
  form: z.literal("statement/1"),
  number: text,
  book: text,
  organisation: text,
  agent: z.object({ id: text, memberNumber: maybe }),
  currency: text,
  grain: z.object({ line: notNegativeSchema, cash: notNegativeSchema }),
  days: z.object({ happened: z.iso.date(), booked: z.iso.date(), issued: z.iso.date() }),
  deliveries: z.array(delivery),
  corrections: z.optional(corrections),
  deductionPlan: z.nullable(version),
  deductions: z.array(deduction),
  caps: z.array(cap),
  subtotals: z.object({ value: signed, afterLeviesAndThirdParties: signed, available: signed, net: signed }),
  payment: z.object({
    mode: z.enum(["cash", "transfer"]),
    place: maybe,
    day: maybe,
    paid: signed,
    difference: signed,
  }),
  after: z.object({
    advances: z.array(z.object({ id: text, owed: wholeSchema })),
    credits: z.array(z.object({ id: text, principal: wholeSchema, interest: wholeSchema })),
    shares: z.nullable(signed),
  }),
});

/** What a file holds; anything else in it is left aside. */
export const explainedFile = z.object({
  form: z.literal(explainedForm),
  statement,
  plans: z.array(z.object({ plan: text, version: z.int(), body: z.unknown() })),
  deductions: z._default(z.unknown(), null),
  corrected: z.optional(z.array(z.object({ paper: statement, deductions: z._default(z.unknown(), null) }))),
});

/** What was read; null when it is no such file, with the field that is not as it should be. */
export function readExplained(value: unknown): { readonly file: ExplainedStatement } | { readonly field: string } {
  const read = explainedFile.safeParse(value);
  if (!read.success) return { field: read.error.issues[0]?.path.map(String).join(".") ?? "" };
  return { file: read.data as unknown as ExplainedStatement };
}
