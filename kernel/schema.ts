/** Schemas of the texts that stand for exact values, shared by all acts. Each says its shape in the published API too. */
import * as z from "zod/mini";
import { DECIMAL, decimal, LONGEST_DECIMAL } from "./exact/index.ts";
import { isWellFormed } from "./text.ts";
import { day } from "./time/index.ts";

export { idSchema } from "./ids.ts";

/** A strict decimal: "12.6", "-0.5", "1000"; at most 18 digits after the point and 40 characters. */
export const decimalSchema = z.string().check(z.maxLength(LONGEST_DECIMAL), z.regex(DECIMAL));

/** A strict decimal that is not negative. */
export const notNegativeSchema = decimalSchema.check(z.regex(/^[0-9]/));

/** A weight in kilograms as read from a scale: not negative, to the gram, below 100,000 t: "412.5". */
export const kilogramsSchema = z.string().check(z.maxLength(12), z.regex(/^(?:0|[1-9][0-9]*)(?:\.[0-9]{1,3})?$/));

/** A whole number that is not negative, as text of at most 15 digits: grams "412500", pieces "7". */
export const wholeSchema = z.string().check(z.regex(/^(?:0|[1-9][0-9]{0,14})$/));

/** A percentage from 0 to 100, as decimal text: "12.6". */
export const percentSchema = notNegativeSchema.check(
  z.refine((text) => {
    const value = decimal(text);
    return value !== null && value.numerator <= 100n * value.denominator;
  }),
);

/** An amount of money as decimal text: "6494786", "203.51". Whether it is whole grains, the book's grain says. */
export const amountTextSchema = decimalSchema;

/** A day that exists, "YYYY-MM-DD". */
export const daySchema = z
  .string()
  .check(
    z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/),
    z.refine((text) => day(text) !== null),
  )
  .brand<"Day">();

/** A code of our own or of a book's sheets: "coffee-parchment"; kebab-case, at most 64 characters. */
export const codeSchema = z.string().check(z.maxLength(64), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));

/** The shape of an ISO 4217 code. Which currencies exist changes; the shape does not. */
export const currencySchema = z.string().check(z.regex(/^[A-Z]{3}$/));

/** Words of people: at least one character that is not a space, at most `longest`, well-formed Unicode. */
export const textSchema = (longest: number) =>
  z.string().check(z.maxLength(longest), z.regex(/\S/), z.refine(isWellFormed));
