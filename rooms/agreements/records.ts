/** What was promised: agreements of every kind, price plans, grading schemes, and what a unit means here. */
import { column, record } from "../../kernel/act/record.ts";

const room = "agreements";

/** The kind of agreement that carries the policy of a season. Only `season.open`, `.change` and `.close` write it. */
export const seasonPolicyKind = "season-policy";

/** In the sheet of units: for all products. */
export const everyProduct = "*";

/**
 * What parties agreed, spoken or signed; of kind "season-policy" (body: `SeasonPolicy`), "purchase", "spoken" … A change is a
 * new version, in force from its day.
 */
export const agreement = record({
  table: "agreement",
  room,
  shape: "sheet",
  columns: {
    agreement: column.uuid,
    kind: column.text,
    /** Agents with the role of each: `AgreementParty[]`. */
    parties: column.json,
    body: column.json,
    season: column.maybe(column.text),
    product: column.maybe(column.text),
  },
  key: ["agreement"],
  finds: { byProduct: ["kind", "product"] },
});

/** A published price plan (body: `PricePlan`). The version in force on the day of a hand-over values it, for ever. */
export const pricePlanSheet = record({
  table: "price_plan",
  room,
  shape: "sheet",
  columns: {
    plan: column.uuid,
    code: column.text,
    product: column.text,
    currency: column.text,
    body: column.json,
    /** Why it holds from a day that was past when it was published; empty when it was not. */
    reason: column.maybe(column.text),
  },
  key: ["plan"],
  finds: { byCode: ["code"] },
});

/** What is measured of a product, how, and which readings can be true (body: `GradingScheme`). */
export const gradingSchemeSheet = record({
  table: "grading_scheme",
  room,
  shape: "sheet",
  columns: { scheme: column.uuid, code: column.text, product: column.text, body: column.json },
  key: ["scheme"],
  finds: { byCode: ["code"] },
});

/** What a unit's word means in this organisation: a quintal of 46 kg, an arroba of 12.5 kg. `product` "*" is every product. */
export const localUnit = record({
  table: "local_unit",
  room,
  shape: "sheet",
  columns: {
    unit: column.text,
    product: column.text,
    kind: column.text,
    /** Grains (grams, millilitres, pieces) in one unit, as exact text. */
    factor: column.text,
    source: column.text,
    until: column.maybe(column.day),
  },
  key: ["unit", "product"],
  finds: { byUnit: ["unit"] },
});
