/**
 * The organisation's own chart of accounts: its codes and names, and which of them each account of our ledger is read as. Postings
 * never change; the chart says how an accountant reads them. A posting always finds a place: the most fitting line, else `otherwise`.
 */
import * as z from "zod/mini";
import { chart as ledger } from "../../../kernel/ledger/chart.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { codeSchema, textSchema } from "../../../kernel/schema.ts";

/** What an account of a chart is. The same five roots as our ledger's, since that is how every trial balance is read. */
export const accountKinds = ["assets", "liabilities", "equity", "revenues", "expenses"] as const;
export type AccountKind = (typeof accountKinds)[number];

/** The languages in which an account may be named. */
export const chartLanguages = ["es", "en", "pt"] as const;

const codeOfAccount = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.\-/]{0,23}$/));

/** One account of theirs: code, kind, and a name in at least one language. */
export const chartAccount = z.strictObject({
  code: codeOfAccount,
  kind: z.enum(accountKinds),
  names: z.strictObject({
    es: z.optional(textSchema(120)),
    en: z.optional(textSchema(120)),
    pt: z.optional(textSchema(120)),
  }),
});
export type ChartAccount = z.infer<typeof chartAccount>;

/** Where an account of ours goes: all of it, or of one product, of one season, of one product in one season. */
export const chartPlace = z.strictObject({
  account: codeSchema,
  product: z.optional(codeSchema),
  season: z.optional(z.uuid()),
  code: codeOfAccount,
});
export type ChartPlace = z.infer<typeof chartPlace>;

/**
 * A whole chart. `checkedBy`: the accountant who looked at it; unsaid, every page says that nobody did. `otherwise` takes what no
 * place names, also accounts that a later release adds. `results` is where a closed year's result is read; unsaid, nowhere.
 */
export const chartOfAccounts = z.strictObject({
  title: textSchema(120),
  source: z.optional(textSchema(300)),
  checkedBy: z.optional(textSchema(120)),
  accounts: z.array(chartAccount).check(z.minLength(1), z.maxLength(600)),
  places: z.array(chartPlace).check(z.maxLength(1_000)),
  otherwise: codeOfAccount,
  results: z.optional(codeOfAccount),
});
export type ChartOfAccounts = z.infer<typeof chartOfAccounts>;

const placeKey = ({ account, product, season }: Omit<ChartPlace, "code">): string =>
  `${account}|${product ?? ""}|${season ?? ""}`;

/**
 * What is wrong with a chart; empty when every posting finds its place in it. Codes: `chart.code-twice`, `chart.name-missing`,
 * `chart.account-unknown`, `chart.code-unknown`, `chart.place-twice`, `chart.results-kind`.
 */
export function checkChart(chart: ChartOfAccounts): readonly Refusal[] {
  const wrong: Refusal[] = [];
  const known = new Map<string, ChartAccount>();
  for (const [at, one] of chart.accounts.entries()) {
    if (known.has(one.code))
      wrong.push(refused("chart.code-twice", { code: one.code }, `chart.accounts.${at}`).refusal);
    known.set(one.code, one);
    if (chartLanguages.every((language) => one.names[language] === undefined))
      wrong.push(refused("chart.name-missing", { code: one.code }, `chart.accounts.${at}`).refusal);
  }
  const mustBeKnown = (code: string, field: string): void => {
    if (!known.has(code)) wrong.push(refused("chart.code-unknown", { code }, field).refusal);
  };
  const placed = new Set<string>();
  for (const [at, place] of chart.places.entries()) {
    const field = `chart.places.${at}`;
    if (!Object.hasOwn(ledger, place.account))
      wrong.push(refused("chart.account-unknown", { account: place.account }, field).refusal);
    mustBeKnown(place.code, field);
    if (placed.has(placeKey(place)))
      wrong.push(refused("chart.place-twice", { account: place.account, code: place.code }, field).refusal);
    placed.add(placeKey(place));
  }
  mustBeKnown(chart.otherwise, "chart.otherwise");
  if (chart.results !== undefined) {
    mustBeKnown(chart.results, "chart.results");
    if (isResult(known.get(chart.results)?.kind))
      wrong.push(refused("chart.results-kind", { code: chart.results }, "chart.results").refusal);
  }
  return wrong;
}

/** Whether accounts of a kind begin each year at nothing. */
export const isResult = (kind: AccountKind | undefined): boolean => kind === "revenues" || kind === "expenses";

/** What of a posting its place depends on. */
export type ToPlace = { readonly account: string; readonly product: string | null; readonly season: string | null };

/** Finds the code of postings: the place of product and season, else of the season, else of the product, else of the account, else `otherwise`. */
export function codeFinder(chart: ChartOfAccounts): (of: ToPlace) => string {
  const places = new Map(chart.places.map((one) => [placeKey(one), one.code]));
  return ({ account, product, season }) => {
    const ways = [
      ...(product === null || season === null ? [] : [{ account, product, season }]),
      ...(season === null ? [] : [{ account, season }]),
      ...(product === null ? [] : [{ account, product }]),
      { account },
    ];
    for (const way of ways) {
      const code = places.get(placeKey(way));
      if (code !== undefined) return code;
    }
    return chart.otherwise;
  };
}

/** The name of an account in a language; else in one that it has. */
export const chartName = ({ names, code }: ChartAccount, language: string): string =>
  names[language as (typeof chartLanguages)[number]] ?? names.es ?? names.pt ?? names.en ?? code;

/** The version that reads a day: the one in force then; of days before the first, the first. Null while there is none. */
export function chartOn<T extends { readonly version: number; readonly from_day: string }>(
  versions: readonly T[],
  day: string,
): T | null {
  const inForce = versions.filter((one) => one.from_day <= day);
  const newest = (of: readonly T[]): T | null =>
    of.reduce<T | null>((best, one) => (best === null || one.version > best.version ? one : best), null);
  if (inForce.length > 0) return newest(inForce);
  return versions.reduce<T | null>(
    (first, one) => (first === null || one.from_day < first.from_day ? one : first),
    null,
  );
}
