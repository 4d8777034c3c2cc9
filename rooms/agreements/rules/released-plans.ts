/** The vocabulary of price plans as releases before this one had it: what their books refused stays refused when it is derived again. */
import * as z from "zod/mini";
import { planShape, stepsOf020, stepsOf030 } from "./plan.ts";

/** A price plan of 0.1.0 and 0.2.0. */
export const pricePlanOf020 = z.strictObject({
  ...planShape,
  steps: z.array(z.discriminatedUnion("kind", stepsOf020)).check(z.minLength(1), z.maxLength(60)),
});

/** A price plan of 0.3.0. */
export const pricePlanOf030 = z.strictObject({
  ...planShape,
  steps: z.array(z.discriminatedUnion("kind", stepsOf030)).check(z.minLength(1), z.maxLength(60)),
});
