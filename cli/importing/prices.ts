/** A file of prices into a book: one series after the other, each opened once. */
import type { FileVoice } from "../../exchange/act.ts";
import type { RowOutcome } from "../../exchange/outcome.ts";
import type { PricePointDraft } from "../../exchange/price-series/series.ts";
import { openSeriesAct, recordPricesAct } from "../../exchange/price-series/to-acts.ts";
import { done, type Question, type Refusal, type Result } from "../../kernel/refusal.ts";
import type { Answer } from "../../store/writer/answers.ts";
import type { BookAtHand } from "./book-at-hand.ts";
import { outcomeOf, questionedRow } from "./outcome-of.ts";

type PriceRow = RowOutcome<PricePointDraft>;
type TakenRow = Extract<PriceRow, { readonly outcome: "taken" }>;

/** Most prices that one act records. */
const chunk = 500;

/**
 * Says all prices of a file to the book; `settled` is given each row once. Rows that ask something of their own (another price
 * for a month that has one) are not said: the book would take them for the source's own revision. Refused as a whole when a
 * series may not be opened by this seat, or the intake is full.
 */
export async function importPrices(
  rows: AsyncIterable<PriceRow>,
  hand: BookAtHand,
  voice: FileVoice,
  settled: (row: PriceRow) => void,
): Promise<Result<null>> {
  let waiting: TakenRow[] = [];
  const settle = async (): Promise<Result<null>> => {
    const outcomes = await sayPrices(waiting, hand, voice);
    if (!outcomes.ok) return outcomes;
    for (const outcome of outcomes.value) settled(outcome);
    waiting = [];
    return done(null);
  };
  for await (const row of rows) {
    if (row.outcome !== "taken") {
      settled(row);
      continue;
    }
    const [first] = waiting;
    if (first !== undefined && (first.draft.series !== row.draft.series || waiting.length >= chunk)) {
      const said = await settle();
      if (!said.ok) return said;
    }
    waiting.push(row);
  }
  return settle();
}

/** Opens the series of these rows if nobody has, and records their prices. */
async function sayPrices(
  rows: readonly TakenRow[],
  hand: BookAtHand,
  voice: FileVoice,
): Promise<Result<readonly PriceRow[]>> {
  const [first] = rows;
  if (first === undefined) return done([]);
  const priced = rows.map(({ row, draft }) => ({ row: row.number, draft }));
  const open = openSeriesAct(voice, { row: first.row.number, draft: first.draft });
  const record = recordPricesAct(voice, first.draft.series, priced);
  const said = await hand.actsSaid([open.id]);
  const acts = [...(said.has(open.id) ? [] : [open]), ...(record === null ? [] : [record])];
  const answers = await hand.say(acts, voice);
  if (!answers.ok) return answers;
  const barred = refusalOf(answers.value.get(open.id));
  if (barred !== null) return { ok: false, refusal: barred };
  const answer = record === null ? undefined : answers.value.get(record.id);
  return done(answer === undefined ? rows : rows.map((row) => priceOutcome(row, answer)));
}

/** Why a series could not be opened; null when it is open, whoever opened it. */
function refusalOf(answer: Answer | undefined): Refusal | null {
  if (answer?.outcome !== "refused") return null;
  const [first] = answer.refusals;
  return first === undefined || first.code === "price-series.open-already" ? null : first;
}

/** One act says many prices, so a question belongs to the row that it is about; one about nothing belongs to all. */
function priceOutcome(row: TakenRow, answer: Answer): PriceRow {
  if (answer.outcome !== "done with a question")
    return outcomeOf<PricePointDraft>(row, answer, { code: "import.price-known", where: row.draft.price ?? "" });
  const { series, month } = row.draft;
  const own = (one: Question): boolean => one.about === null || one.about === `price:${series}:${month}`;
  const asked = answer.questions.find(own);
  return asked === undefined ? row : questionedRow<PricePointDraft>(row, asked);
}
