/** What this telephone knows of its own point: its sheet, its box, its pads. */

import { rows } from "../../../../kernel/act/need.ts";
import type { Row } from "../../../../kernel/act/record.ts";
import type { Amount } from "../../../../kernel/money/index.ts";
import { amountText, type CurrencyGrain } from "../../../../kernel/money/index.ts";
import { cashAt, floatsOnTheWay, type Hold } from "../../../../rooms/acopio/needs/cash.ts";
import { pointOn } from "../../../../rooms/acopio/needs/points.ts";
import { pad } from "../../../../rooms/acopio/records/pads.ts";
import type { PointSheet } from "../../../../rooms/acopio/said/point.ts";
import type { FieldCore } from "../ports.ts";

/** The sheet of this telephone's point today; null while nobody has told of one. */
export const pointHere = (core: FieldCore): PointSheet | null =>
  core.ask(pointOn(core.place, core.today()))?.sheet ?? null;

/** Cash of the point in a currency, as decimal text. */
export type InBox = { readonly currency: string; readonly amount: string; readonly grain: CurrencyGrain };

/**
 * What should lie in the point's box, by the acts known here, in each currency that the sheet counts or that lies there; in the book's
 * first where there is none. Nothing where the point pays no cash.
 */
export function cashInBox(core: FieldCore): readonly InBox[] {
  const [settings, sheet] = [core.settings(), pointHere(core)];
  if (settings === null || sheet?.paysCash !== true) return [];
  const isUsed = (currency: string): boolean =>
    sheet.denominations.some((one) => one.currency === currency) ||
    core.ask(cashAt(core.place, currency, settings)) !== 0n;
  const used = settings.currencies.filter(({ currency }) => isUsed(currency));
  return (used.length > 0 ? used : settings.currencies.slice(0, 1)).map((grain) => {
    const amount = core.ask(cashAt(core.place, grain.currency, settings));
    return {
      currency: grain.currency,
      amount: amountText(amount as Amount, grain as CurrencyGrain),
      grain: grain as CurrencyGrain,
    };
  });
}

/** Floats that the office lent and nobody has received here yet. */
export const floatsComing = (core: FieldCore): readonly Hold[] => core.ask(floatsOnTheWay(core.place));

/** Pads of pre-printed receipts that the point was given. */
export const padsHere = (core: FieldCore): readonly Row<typeof pad>[] => core.ask(rows(pad, "byPlace", [core.place]));

/** Notes and coins to offer for counting, the largest first; the sheet says which there are. */
export const notesOf = (core: FieldCore, currency: string): readonly string[] =>
  pointHere(core)?.denominations.find((one) => one.currency === currency)?.values ?? [];
