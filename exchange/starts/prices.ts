/** One row of published prices: of which series, for which month or day, how much. */
import { derivedUuid } from "../../kernel/ids.ts";
import type { OpenSeries } from "./book.ts";
import { dayIn, monthIn } from "./day.ts";
import { codeOf, fold } from "./fold.ts";
import { askedRow, type Drafted, type StartAct } from "./outcome.ts";
import { type Reading, seenBefore } from "./reading.ts";
import type { RowAt } from "./row-at.ts";
import { unitCode } from "./unit-words.ts";

/** Reads one price. A series that nobody opened is opened by the first row that names it. */
export function readPriceRow(row: RowAt, at: Reading): Drafted {
  const value = row.figure("price");
  if (value === null) throw row.fault("import.cell-empty", "price");
  if (value === "0") throw row.fault("import.figure-unreadable", "price");
  const period = periodIn(row);
  const title = row.maybe("series") ?? at.choices.series;
  if (title === undefined) throw row.fault("import.cell-empty", "series");
  const { series, opening } = seriesIn(row, title, period, at);
  if (series.period !== (period.length === 7 ? "month" : "day"))
    throw row.fault("import.period-differs", "period", { expected: series.period });
  if (seenBefore(`price ${series.series} ${period}`, at) > 0)
    return askedRow("import.row-twice", row.heading("period"), row.words("period"));
  const points = [{ period, value }];
  const act: StartAct = {
    id: derivedUuid(`${at.book.book} price ${series.series} ${period} ${value}`),
    row: row.row.number,
    kind: "prices.record",
    says: { series: series.series, points },
  };
  const acts = opening === null ? [act] : [opening, act];
  return { outcome: "ready", acts, notes: [], price: { series: series.series, period, value } };
}

function periodIn(row: RowAt): string {
  const words = row.needed("period");
  const period = monthIn(words) ?? dayIn(words, row.layout.manner.order);
  if (period === null) throw row.fault("import.month-unreadable", "period");
  return period;
}

/** The series of a title, and the act that opens it when the book has none of that name. */
function seriesIn(
  row: RowAt,
  title: string,
  period: string,
  at: Reading,
): { readonly series: OpenSeries; readonly opening: StartAct | null } {
  const { book, choices } = at;
  const code = codeOf(title);
  if (code === "") throw row.fault("import.commodity-unreadable", "series");
  const kept = book.series.find((one) => one.series === code || fold(one.title) === fold(title));
  const currency = (
    row.words("currency") ||
    choices.currency ||
    kept?.currency ||
    book.currencies[0]?.currency ||
    ""
  ).toUpperCase();
  const unit = row.words("unit") || choices.unit || kept?.per || "kg";
  const per = unitCode(unit) ?? codeOf(unit);
  if (!/^[A-Z]{3}$/.test(currency)) throw row.fault("import.currency-unknown", "currency", { currency });
  if (kept !== undefined) {
    if (kept.currency !== currency || kept.per !== per)
      throw row.fault("import.series-differs", "series", { currency: kept.currency, per: kept.per });
    return { series: kept, opening: null };
  }
  const says = { series: code, title, currency, per, period: period.length === 7 ? "month" : "day", source: title };
  const id = derivedUuid(`${book.book} price series ${code} opened`);
  const opening: StartAct = { id, row: row.row.number, kind: "price-series.open", says };
  return { series: { ...says, series: code }, opening };
}
