/** Coffee lots into a book: row by row read, in batches said, and each row accounted for. */
import type { FileAct, FileVoice } from "../../exchange/act.ts";
import type { CoffeeLotDraft } from "../../exchange/coffee-lots/draft.ts";
import {
  type CertainLot,
  delivererActs,
  delivererOf,
  farmAct,
  handOverAct,
  handOverId,
  isCertain,
} from "../../exchange/coffee-lots/to-acts.ts";
import type { RowOutcome } from "../../exchange/outcome.ts";
import { done, type Result } from "../../kernel/refusal.ts";
import type { Day } from "../../kernel/time/index.ts";
import { type BookAtHand, batchOfActs } from "./book-at-hand.ts";
import { knownRow, outcomeOf, type Speaking } from "./outcome-of.ts";

type LotRow = RowOutcome<CoffeeLotDraft>;
type CertainRow = Speaking<CertainLot>;

/** The first day on which each deliverer is known to have brought a lot: since then they count as members. */
export type FirstDays = Map<string, Day>;

/** Notes the first day of a lot's deliverer. */
export function noteFirstDay(days: FirstDays, draft: CoffeeLotDraft): void {
  const code = delivererOf(draft)?.code;
  if (code === undefined || draft.gradedOn === null) return;
  const before = days.get(code);
  if (before === undefined || draft.gradedOn < before) days.set(code, draft.gradedOn);
}

/**
 * Says all lots of a file to the book. `settled` is given each row once, with what became of it: a lot of which enough is
 * certain becomes a hand-over, also when its row asks something; the others wait for somebody. Refused when the intake is full.
 */
export async function importLots(
  rows: AsyncIterable<LotRow>,
  hand: BookAtHand,
  voice: FileVoice,
  how: { readonly firstDays: FirstDays; readonly settled: (row: LotRow) => void },
): Promise<Result<null>> {
  const entered = new Set<string>();
  let batch: LotRow[] = [];
  const settle = async (): Promise<Result<null>> => {
    const outcomes = await settleBatch(batch, hand, voice, how.firstDays, entered);
    if (!outcomes.ok) return outcomes;
    for (const outcome of outcomes.value) how.settled(outcome);
    batch = [];
    return done(null);
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchOfActs) continue;
    const settled = await settle();
    if (!settled.ok) return settled;
  }
  return settle();
}

/** Whether the row says a hand-over. One that may be somebody trying the form says nothing until a person has looked. */
const saysHandOver = (row: LotRow): row is CertainRow =>
  "draft" in row &&
  isCertain(row.draft) &&
  !(row.outcome === "questioned" && row.reason.code === "import.row-may-be-test");

async function settleBatch(
  batch: readonly LotRow[],
  hand: BookAtHand,
  voice: FileVoice,
  firstDays: FirstDays,
  entered: Set<string>,
): Promise<Result<readonly LotRow[]>> {
  const certain = batch.filter(saysHandOver);
  const there = await hand.handOversThere(certain.map(({ draft }) => handOverId(hand.book, draft)));
  const fresh = certain.filter(({ draft }) => !there.has(handOverId(hand.book, draft)));
  const before = fresh.flatMap((row) => registerActs(row, hand, voice, firstDays, entered));
  const said = await hand.actsSaid(before.map(({ id }) => id));
  const acts = [
    ...before.filter(({ id }) => !said.has(id)),
    ...fresh.map(({ row, draft }) => handOverAct(voice, row.number, draft)),
  ];
  const answers = await hand.say(acts, voice);
  if (!answers.ok) return answers;
  return done(
    batch.map((row): LotRow => {
      if (!saysHandOver(row)) return row;
      const where = handOverId(hand.book, row.draft);
      const known = { code: "import.lot-known", where } as const;
      if (there.has(where)) return knownRow(row, known.code, where);
      const answer = answers.value.get(handOverAct(voice, row.row.number, row.draft).id);
      return answer === undefined ? row : outcomeOf(row, answer, known);
    }),
  );
}

/** What must be entered before the hand-over: its deliverer and its farm, each once in an import. */
function registerActs(
  { row, draft }: CertainRow,
  hand: BookAtHand,
  voice: FileVoice,
  firstDays: FirstDays,
  entered: Set<string>,
): readonly FileAct[] {
  const deliverer = delivererOf(draft);
  if (deliverer === null) return [];
  const since = firstDays.get(deliverer.code) ?? draft.gradedOn;
  const membership = { organisation: hand.organisation, since, country: draft.country };
  const farm = farmAct(voice, row.number, draft);
  const acts = [...delivererActs(voice, row.number, deliverer, membership), ...(farm === null ? [] : [farm])];
  const fresh = acts.filter(({ id }) => !entered.has(id));
  for (const { id } of fresh) entered.add(id);
  return fresh;
}
