/** Which notes and coins of a currency there are: dated data of the book, that whoever pays keeps in order. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { nextVersion, write } from "../../../kernel/act/record.ts";
import { amountFromText, grainIn } from "../../../kernel/money/index.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";
import { denominationsOf } from "../needs/bank.ts";
import { denominationList } from "../records.ts";
import { finestSystem, unitOf } from "../rules/cash/bundles.ts";

/** One note or coin: its value as decimal text of the currency. */
export const denominationSaid = z.strictObject({ value: notNegativeSchema, kind: z.enum(["note", "coin"]) });
export type DenominationSaid = z.infer<typeof denominationSaid>;

const says = z.strictObject({
  currency: currencySchema,
  from: daySchema,
  pieces: z.array(denominationSaid).check(z.minLength(1), z.maxLength(40)),
  source: textSchema(200),
  /** Somebody compared it with the source. */
  verified: z.boolean(),
});

/**
 * Publishes the notes and coins of a currency from a day on. A decision. Refusals: `denominations.currency-unknown`,
 * `denominations.value-unreadable` (not a whole number of the book's grains, or nothing), `denominations.twice`, `denominations.too-fine`.
 */
export const publishDenominations: ActDeclaration = decision({
  kind: "denominations.publish",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says,
  needs: ({ currency }) => ({ versions: denominationsOf(currency) }),
  follows: (said, { versions }, { settings, by }): PartsOfFollows | Refused => {
    const grain = grainIn(settings, said.currency);
    if (grain === null)
      return refuse(refused("denominations.currency-unknown", { currency: said.currency }, "currency").refusal);
    const values = said.pieces.map(({ value }) => amountFromText(value, grain) ?? 0n);
    const wrong = wrongOf(said.pieces, values);
    if (wrong.length > 0) return refuse(...wrong);
    return {
      records: [
        write(denominationList, {
          currency: said.currency,
          pieces: said.pieces,
          source: said.source,
          verified: said.verified,
          by_agent: by,
          version: nextVersion(versions),
          from_day: said.from,
        }),
      ],
    };
  },
});

function wrongOf(pieces: readonly DenominationSaid[], values: readonly bigint[]): readonly Refusal[] {
  const found: Refusal[] = [];
  const seen = new Set<string>();
  for (const [at, { value, kind }] of pieces.entries()) {
    const field = `pieces.${at}.value`;
    if (values[at] === 0n) found.push(refused("denominations.value-unreadable", { value }, field).refusal);
    if (seen.has(`${values[at]} ${kind}`)) found.push(refused("denominations.twice", { value }, field).refusal);
    seen.add(`${values[at]} ${kind}`);
  }
  const unit = unitOf(values);
  if (found.length === 0 && values.some((value) => value / unit > finestSystem))
    found.push(refused("denominations.too-fine", {}, "pieces").refusal);
  return found;
}
