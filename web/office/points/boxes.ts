/** What lies in the box of a point, in words. */
import type { PageAt } from "../../desk/page.ts";
import { type Money, sumsInWords } from "../../language/sums.ts";
import { moneyOf } from "../read.ts";
import type { PointShown } from "./read.ts";

/** The money of a box, each currency that the book keeps; "money:COP:1" is a commodity of its ledger. */
export const moneyIn = ({ boxes }: Pick<PointShown, "boxes">, { settings }: PageAt): readonly Money[] =>
  boxes.flatMap(({ commodity, amount }) => {
    const [, currency = ""] = commodity.split(":");
    return amount === "0" || !settings.currencies.some((one) => one.currency === currency)
      ? []
      : [moneyOf(settings.currencies, currency, amount)];
  });

/** The same as a cell: in words also when nothing lies there, or when the point pays no cash. */
export function boxesOf(point: PointShown, at: PageAt): string {
  const money = moneyIn(point, at);
  if (money.length > 0) return sumsInWords(money, at.say);
  return at.say(point.pays_cash ? "points.box-empty" : "points.no-cash");
}
