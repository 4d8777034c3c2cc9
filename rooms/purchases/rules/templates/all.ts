/** The templates that come with Ayni. Each is a beginning for an accountant, not the law: none is verified, and the book has none by itself. */
import type { PurchaseTaxSheet } from "../sheet.ts";
import { brazil } from "./brazil.ts";
import { colombia } from "./colombia.ts";
import { ecuador } from "./ecuador.ts";
import { guatemala } from "./guatemala.ts";
import { peru } from "./peru.ts";

export const templates: readonly PurchaseTaxSheet[] = [brazil, colombia, ecuador, guatemala, peru];

/** The template of a code; null when there is none. */
export const templateOf = (code: string): PurchaseTaxSheet | null => templates.find((one) => one.code === code) ?? null;
