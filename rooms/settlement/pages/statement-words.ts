/** Words of a statement that come from sheets of the book, in the reader's language or the nearest one the book has. */
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { PricePlan } from "../../agreements/rules/plan.ts";
import type { WordsByLanguage } from "../../agreements/rules/spelling.ts";

/** The sheet's words, and the language they are in. */
export function wordsIn(words: WordsByLanguage, say: Say): { readonly text: string; readonly language: string } {
  const tag = [say.language, "es", "en", ...Object.keys(words)].find((one) => words[one] !== undefined) ?? "";
  return { text: words[tag] ?? "", language: tag };
}

/** A unit's short name. */
export const unitName = (code: string, say: Say): string => wordOr("unit", code, say);

/** What one of a value line's quantity is: the plan's unit, or what is counted where pieces are paid. */
export function lineUnit(code: string, plan: PricePlan, say: Say): string {
  const line = plan.steps.find((step) => step.kind === "value" && step.line === code);
  const quantity = plan.steps.find((step) => line?.kind === "value" && step.id === line.quantity);
  return quantity?.kind === "counted" ? wordsIn(quantity.name, say).text : unitName(plan.unit.code, say);
}

/** A product's name. */
export const productName = (code: string, say: Say): string => wordOr("product", code, say);
