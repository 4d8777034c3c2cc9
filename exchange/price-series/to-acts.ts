/** From prices of a file to acts: a series is opened once, and its points are recorded in chunks. */
import { derivedUuid } from "../../kernel/ids.ts";
import { type FileAct, type FileVoice, rowActId } from "../act.ts";
import type { PricePointDraft } from "./series.ts";

/** A price with the row it was read from. A month for which the source gives none says nothing. */
export type PriceRow = { readonly row: number; readonly draft: PricePointDraft };

const SOURCE = "World Bank, Commodity Price Data (The Pink Sheet), monthly averages, nominal US dollars";
const LICENCE = "CC BY 4.0";

/** Opens the series of a price. */
export function openSeriesAct({ book }: FileVoice, { row, draft }: PriceRow): FileAct {
  const { series, commodity: title, currency, per } = draft;
  const says = { series, title, currency, per, period: "month", source: SOURCE, licence: LICENCE };
  return { id: derivedUuid(`${book} price series ${series} opened`), row, kind: "price-series.open", says };
}

/** Records prices of one series; null when none of the rows has a price. The act belongs to its first row. */
export function recordPricesAct({ file }: FileVoice, series: string, rows: readonly PriceRow[]): FileAct | null {
  const points = rows.flatMap(({ draft }) =>
    draft.price === null ? [] : [{ period: draft.month, value: draft.price }],
  );
  const [first] = rows;
  if (first === undefined || points.length === 0) return null;
  const numbers = rows.map(({ row }) => row).join(" ");
  return {
    id: rowActId(file, first.row, `prices ${numbers}`),
    row: first.row,
    kind: "prices.record",
    says: { series, points },
  };
}
