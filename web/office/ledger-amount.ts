/** How the ledger's amounts are written: money in its currency, goods in kilograms, all else by the piece. Exact. */
import { decimalText, ratio } from "../../kernel/exact/index.ts";
import { commodityParts } from "../../kernel/ledger/commodity.ts";
import { productName } from "../../rooms/settlement/pages/statement-words.ts";
import { exactOf } from "../desk/listed.ts";
import type { Say } from "../language/say.ts";

/** A commodity as a page names it, and what stands beside its figures. */
export type Counted = { readonly commodity: string; readonly name: string; readonly unit: string };

const thousands: Readonly<Record<string, string>> = { g: "kg", ml: "l" };

/** Its name and unit: "pesos", "café pergamino, kg". What is no commodity is said as it is written. */
export function countedOf(commodity: string, say: Say): Counted {
  const parts = commodityParts(commodity);
  if (parts === null) return { commodity, name: commodity, unit: "" };
  const { kind, what, grain } = parts;
  if (kind === "money") {
    const unit = say.has(`currencies.${what}.line`) ? say(`currencies.${what}.line`, { count: "100" }) : what;
    return { commodity, name: say("ledger.money", { currency: what, name: unit }), unit };
  }
  return { commodity, name: productName(what, say), unit: thousands[grain] ?? grain };
}

/** Whole grains as decimal text in that unit; `sign` turned when it is asked without its minus. */
export function amountOf(commodity: string, grains: string): string {
  const parts = commodityParts(commodity);
  if (parts === null) return grains;
  if (parts.kind === "money") return exactOf(grains, parts.grain);
  return thousands[parts.grain] === undefined ? grains : decimalText(ratio(BigInt(grains), 1000n));
}

/** Without its sign, for a column that says on which side it stands. */
export const withoutSign = (exact: string): string => exact.replace(/^-/, "");
