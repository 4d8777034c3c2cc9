/** A hand-over that the book has already, told once more: by its telephone, from its paper, or by both in any order. */
import type { Context } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { always, andThen, map, type Need, rows, together } from "../../../kernel/act/need.ts";
import { sameRow, type Written, write } from "../../../kernel/act/record.ts";
import { derivedUuid } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { gradeRole, readingDoubts } from "../doubts.ts";
import { type Delivery, delivery, settlementOf } from "../needs.ts";
import { deliveryNote, sampleResult } from "../records.ts";
import type { Measurement, ReceiveSaid } from "../said.ts";
import type { Terms } from "../terms.ts";

/** What makes two tellings one hand-over; a paper keyed in and the phone's own copy differ in the rest. */
const same = ["member", "product", "place", "happened", "receipt", "bags", "gross_g", "tare_g", "net_g"] as const;
/** What depends on when and by which way it was told, and not on the hand-over. */
const ofTheTelling = ["origin", "act_position", "member_known", "season_agreement", "season", "mode"] as const;

/** What came to a hand-over since it was told first: the measures it has by now, and whether a statement has taken it. */
export type KnownSince = { readonly measures: ReadonlySet<string>; readonly isSettled: boolean };

/** Asked only of a hand-over that was told before: nearly none. */
export const knownSince = (id: string): Need<KnownSince | null> =>
  andThen(delivery(id), (kept) =>
    kept === null
      ? always(null)
      : map(together({ results: rows(sampleResult, "byDelivery", [id]), settled: settlementOf(id) }), (found) => {
          const lists = [kept.measurements, ...found.results.map((one) => one.measurements)];
          const measures = (lists as readonly (readonly Measurement[])[]).flat().map(({ measure }) => measure);
          return { measures: new Set(measures), isSettled: found.settled !== null };
        }),
  );

const note = (kind: string, said: ReceiveSaid, { act, today }: Context): Written =>
  write(deliveryNote, { act, delivery: said.delivery, kind, body: said, on_day: today });

const isToldWord = (kept: Delivery, row: Delivery): boolean =>
  sameRow(kept, Object.fromEntries(Object.entries(row).filter(([name]) => !ofTheTelling.includes(name as never))));

/** Told otherwise: the first stays, the second is noted, and the book asks with what each of them says. */
function otherwise(said: ReceiveSaid, kept: Delivery, row: Delivery, field: (typeof same)[number], context: Context) {
  const facts = { field, first: `${kept[field] ?? ""}`, second: `${row[field] ?? ""}` };
  return {
    records: [note("told-otherwise", said, context)],
    questions: [question("delivery.id-used", "manager", row.delivery, facts)],
  };
}

/**
 * The same hand-over told again is one hand-over. When it was entered from its paper first and the telephone comes back, its fuller
 * telling is noted: single bags become known, and readings that no paper carried count as later results. Weights, goods and the paper
 * stay as they are.
 */
export function toldAgain(
  said: ReceiveSaid,
  kept: Delivery,
  row: Delivery,
  { since, terms }: { readonly since: KnownSince | null; readonly terms: Terms },
  context: Context,
): PartsOfFollows {
  if (isToldWord(kept, row)) return {};
  const other = same.find((name) => kept[name] !== row[name]);
  if (other !== undefined) return otherwise(said, kept, row, other, context);
  const isFuller = kept.origin === "paper" && context.through.way === "device";
  if (!isFuller) return { records: [note("told-again", said, context)] };
  const fresh = said.measurements.filter(({ measure }) => since?.measures.has(measure) !== true);
  const records = [note("told-fuller", said, context)];
  if (fresh.length > 0) records.push(asResult(said, fresh, context));
  const questions: Question[] = [...readingDoubts(fresh, terms, said.delivery)];
  if (fresh.length > 0 && since?.isSettled === true)
    questions.push(question("sample-result.after-settlement", gradeRole, said.delivery, {}));
  return { records, questions };
}

const asResult = (said: ReceiveSaid, measurements: readonly Measurement[], { act }: Context): Written =>
  write(sampleResult, {
    sample_result: derivedUuid(`${act}:readings`),
    delivery: said.delivery,
    measurements,
    on_day: said.on,
    laboratory: null,
  });

/** The same under the rules of 0.1.0 and 0.2.0: a fuller telling was noted like any other. */
export function toldAgainBefore(said: ReceiveSaid, kept: Delivery, row: Delivery, context: Context): PartsOfFollows {
  if (isToldWord(kept, row)) return {};
  const other = same.find((name) => kept[name] !== row[name]);
  if (other === undefined) return { records: [note("told-again", said, context)] };
  return {
    records: [note("told-otherwise", said, context)],
    questions: [question("delivery.id-used", "manager", row.delivery, { field: other })],
  };
}
