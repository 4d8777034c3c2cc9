/**
 * The corpus: stories of acts with what came of them, kept for every released version of their rules. When a rule changes what
 * an old act gives, the act needs a new version of its rules (`rules` in its declaration), and the old ones stay.
 */
import { createHash } from "node:crypto";
import { underRules, vocabulary } from "../../kernel/act/declaration.ts";
import { bookedEntries, entriesText, outcomeText, papersText } from "../../kernel/act/history.ts";
import type { Folded } from "../../kernel/act/fold.ts";
import { MemoryBook } from "../../kernel/act/memory.ts";
import type { AnyRow } from "../../kernel/act/record.ts";
import { allActs, tools } from "../../rooms/all.ts";

/** One act as it was said, and what came of it: outcome in full, entries, papers and records as digests. */
export type Kept = {
  readonly kind: string;
  readonly rules: number;
  readonly body: string;
  readonly received: string;
  readonly caused: boolean;
  readonly outcome: string;
  readonly entries: string;
  readonly papers: string;
  readonly records: string;
};

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Columns that tables have got since 0.1.0. Rows of then have nothing in them, and that is no other outcome. */
const columnsSince: Readonly<Record<string, readonly string[]>> = {
  powers: ["reading"],
  delivery: ["photos"],
  device: ["series", "lost_at", "last_sequence"],
};

const asThen = (table: string, row: AnyRow): AnyRow =>
  Object.fromEntries(
    Object.entries(row).filter(([name, value]) => value !== null || !columnsSince[table]?.includes(name)),
  );

const recordsText = (folded: Folded): string =>
  JSON.stringify(
    folded.follows.records.map(({ record, row }) => [record.table, asThen(record.table, row)]),
    (_, value) => (typeof value === "bigint" ? value.toString() : value),
  );

/** What is kept of one folded act. */
export const keptOf = (folded: Folded): Kept => ({
  kind: `${folded.heard.body.kind}@${folded.heard.body.version}`,
  rules: folded.heard.declaration.rules,
  body: folded.heard.text,
  received: folded.heard.received,
  caused: folded.cause !== null,
  outcome: outcomeText(folded.outcome),
  entries: digest(entriesText(bookedEntries(folded))),
  papers: digest(papersText(folded.follows.papers)),
  records: digest(recordsText(folded)),
});

/** Says a kept story again to a book in memory: each act under the rules of then where they are still here, else under today's. */
export function saidAgain(story: readonly Kept[]): readonly Kept[] {
  const first = JSON.parse(story[0]?.body ?? "{}") as { book: string };
  const rulesOf = new Map(story.map((one) => [one.kind, one.rules]));
  const ofThen = allActs.map((one) => underRules(one, rulesOf.get(`${one.kind}@${one.version}`) ?? one.rules) ?? one);
  const book = new MemoryBook(first.book, { ...tools, vocabulary: vocabulary(...ofThen) });
  for (const one of story) if (!one.caused) book.say({ body: one.body }, one.received);
  return book.history.map(keptOf);
}

/** Acts of the story that come out otherwise today though their rules carry the same version. */
export function changed(story: readonly Kept[], today: readonly Kept[]): readonly string[] {
  return story.flatMap((kept, at) => {
    const now = today[at];
    if (now === undefined) return [`${at + 1} ${kept.kind}: is not understood any more`];
    if (now.rules !== kept.rules) return [];
    const differing = (["outcome", "entries", "papers", "records"] as const).filter((part) => now[part] !== kept[part]);
    return differing.map((part) => `${at + 1} ${kept.kind}: other ${part} under the same rules ${kept.rules}`);
  });
}
