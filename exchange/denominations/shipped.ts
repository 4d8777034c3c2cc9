/** The notes and coins that a book begins with, until it publishes its own list: data beside this file, each with its source. */
import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { currencySchema, daySchema, notNegativeSchema } from "../../kernel/schema.ts";

const list = z.object({
  since: daySchema,
  source: z.string(),
  verified: z.boolean(),
  coins: z.array(notNegativeSchema),
  notes: z.array(notNegativeSchema),
});

/** A list of notes and coins, the largest value first. `since`: from which day it holds. */
export type Denominations = {
  readonly since: string;
  readonly source: string;
  readonly verified: boolean;
  readonly pieces: readonly { readonly value: string; readonly kind: "note" | "coin" }[];
};

const read = JSON.parse(readFileSync(new URL("./currencies.json", import.meta.url), "utf8")) as Record<string, unknown>;

/** By currency. */
export const shippedDenominations: ReadonlyMap<string, Denominations> = new Map(
  Object.entries(read)
    .filter(([currency]) => currencySchema.safeParse(currency).success)
    .map(([currency, text]) => {
      const { since, source, verified, coins, notes } = list.parse(text);
      const pieces = [
        ...[...notes].reverse().map((value) => ({ value, kind: "note" as const })),
        ...[...coins].reverse().map((value) => ({ value, kind: "coin" as const })),
      ];
      return [currency, { since, source, verified, pieces }];
    }),
);
