/** What a person says about a file besides its cells: where the fields stand, and what holds for every row. */
import * as z from "zod/mini";
import { fieldsOf, startKinds } from "./kinds.ts";

const word = z.string().check(z.minLength(1), z.maxLength(120));

/** The choices of one import; kept with it, and for the next file with the same header. */
export const choices = z.object({
  kind: z.enum(startKinds),
  sheet: z.optional(z.string().check(z.maxLength(200))),
  headerRow: z.optional(z.int()),
  /** Field to column, counted from 0; null: the sheet does not have it. */
  mapping: z.record(z.string(), z.nullable(z.int())),
  mark: z.optional(z.enum([",", "."])),
  order: z.optional(z.enum(["day-first", "month-first"])),
  /** What every row says that does not say it itself. */
  product: z.optional(word),
  place: z.optional(word),
  unit: z.optional(word),
  currency: z.optional(word),
  series: z.optional(word),
  /** The day of opening balances; since when members without a day count. */
  on: z.optional(z.string()),
  since: z.optional(z.string()),
  /** Hand-overs of the past: settled and paid elsewhere. */
  settledElsewhere: z.optional(z.boolean()),
  /** Rows that look like another one are kept too: two members with one document, two equal hand-overs. */
  keepBoth: z.optional(z.boolean()),
});
export type Choices = z.infer<typeof choices>;

/** Fields that must have a column or a choice before anything can be read, and have neither. */
export function lacking({ kind, mapping }: Pick<Choices, "kind" | "mapping">): readonly string[] {
  const has = (field: string): boolean => (mapping[field] ?? null) !== null;
  const missing = fieldsOf[kind].filter((one) => one.required && !has(one.field)).map((one) => one.field);
  const named = ["number", "name", "document"].some(has);
  if (kind === "members" && !has("name") && !has("number")) return [...missing, "name"];
  if ((kind === "plots" || kind === "deliveries") && !named) return [...missing, "number"];
  if (kind === "deliveries" && !has("gross") && !has("net")) return [...missing, "net"];
  if (kind === "opening" && !named && !has("last") && !has("amount") && !has("stock")) return [...missing, "number"];
  return missing;
}

/** Names a header: the same headings, whatever their case and accents, have one fingerprint. */
export const fingerprintText = (header: readonly string[]): string =>
  JSON.stringify(header.map((one) => one.trim().toLowerCase()));
