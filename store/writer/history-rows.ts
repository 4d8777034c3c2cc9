/** Writes folded acts and all that followed from them: history, projections and tallies, in bulk. */
import { createHash, hash } from "node:crypto";
import type { Folded } from "../../kernel/act/fold.ts";
import { type BookedEntry, bookedEntries, digestsOf, link, outcomeText } from "../../kernel/act/history.ts";
import type { AnyRow, RecordDeclaration } from "../../kernel/act/record.ts";
import { balanceChanges } from "../../kernel/ledger/balance.ts";
import { type ListType, listOf } from "./binary.ts";
import { type Client, columnsPart, type Part, recordsPart, type SqlColumn } from "./rows.ts";

/** SHA-256 of a text by the server's own fast hash; 64 hex digits. */
export const sha256 = (text: string): string => hash("sha256", text, "hex");

/** SHA-256 of bytes; 64 hex digits. */
export const sha256OfBytes = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const column = (name: string, type: ListType): SqlColumn => ({ name, type });

/** What a batch writes, in parts, and the head of the chain after it: reckoned when it is first asked for. */
export type HistoryParts = { readonly head: () => string; readonly parts: readonly Part[] };

/**
 * All that follows from a batch, as parts of a statement. The acts come last: the database is busy with long papers while their
 * digests are reckoned.
 */
export function partsOf(previousHead: string, batch: readonly Folded[]): HistoryParts {
  const entries = batch.map(bookedEntries);
  const { head, acts } = actParts(previousHead, batch, entries);
  const before = [paperPart(batch), ...entryParts(batch, entries), ...recordParts(batch), tallyPart(batch, entries)];
  return { head, parts: [...before, besidePart(batch), acts] };
}

const actColumns = [
  column("position", "bigint"),
  column("act_id", "uuid"),
  column("kind", "text"),
  column("version", "int"),
  column("rules", "int"),
  column("by_agent", "uuid"),
  column("way", "text"),
  column("body", "text"),
  column("signature", "text"),
  column("received", "text"),
  column("cause", "uuid"),
  column("outcome", "text"),
  column("act_digest", "bytea"),
  column("outcome_digest", "bytea"),
  column("entries_digest", "bytea"),
  column("papers_digest", "bytea"),
  column("head", "bytea"),
];

function actParts(
  previousHead: string,
  batch: readonly Folded[],
  entries: readonly (readonly BookedEntry[])[],
): { readonly head: () => string; readonly acts: Part } {
  let chained: Chained | null = null;
  const chain = (): Chained => {
    chained ??= chainedActs(previousHead, batch, entries);
    return chained;
  };
  const part = columnsPart("act", actColumns, []);
  const values: Part["values"] = (from, to) => columnsPart("act", actColumns, chain().values).values(from, to);
  return { head: () => chain().head, acts: { ...part, rows: batch.length, values } };
}

/** The columns of a batch's acts, and the head of the chain after the last. */
type Chained = { readonly head: string; readonly values: readonly (readonly unknown[])[] };

function chainedActs(
  previousHead: string,
  batch: readonly Folded[],
  entries: readonly (readonly BookedEntry[])[],
): Chained {
  const values: unknown[][] = actColumns.map(() => []);
  let head = previousHead;
  for (const [at, one] of batch.entries()) {
    const digests = digestsOf(sha256, one, entries[at] as readonly BookedEntry[]);
    head = link(sha256, head, one.position, digests);
    const { body, declaration, text, signature, received } = one.heard;
    push(values, [
      one.position,
      body.id,
      body.kind,
      body.version,
      declaration.rules,
      body.by,
      one.cause === null ? body.through.way : "cause",
      text,
      signature,
      received,
      one.cause,
      outcomeText(one.outcome),
      digests.act,
      digests.outcome,
      digests.entries,
      digests.papers,
      head,
    ]);
  }
  return { head, values };
}

const entryColumns = [
  column("position", "bigint"),
  column("ordinal", "int"),
  column("because", "text"),
  column("about", "text"),
  column("happened", "date"),
  column("booked", "date"),
  column("reverses_position", "bigint"),
  column("reverses_ordinal", "int"),
];

const postingColumns = [
  column("position", "bigint"),
  column("ordinal", "int"),
  column("line", "int"),
  column("account", "text"),
  column("commodity", "text"),
  column("amount", "bigint"),
  column("agent", "uuid"),
  column("lot", "uuid"),
  column("place", "text"),
  column("owner", "uuid"),
  column("agreement", "uuid"),
  column("happened", "date"),
  column("booked", "date"),
];

function entryParts(batch: readonly Folded[], entries: readonly (readonly BookedEntry[])[]): readonly Part[] {
  const heads: unknown[][] = entryColumns.map(() => []);
  const lines: unknown[][] = postingColumns.map(() => []);
  for (const [at, { position }] of batch.entries())
    for (const [ordinal, entry] of (entries[at] as readonly BookedEntry[]).entries()) {
      const { because, about, happened, booked, reverses } = entry;
      push(heads, [
        position,
        ordinal,
        because,
        about,
        happened,
        booked,
        reverses?.position ?? null,
        reverses?.ordinal ?? null,
      ]);
      for (const [line, p] of entry.postings.entries())
        push(lines, [
          position,
          ordinal,
          line,
          p.account,
          p.commodity,
          p.amount,
          p.agent,
          p.lot,
          p.place,
          p.owner,
          p.agreement,
          happened,
          booked,
        ]);
    }
  // Zero sum is asserted by the fold, entry by entry and commodity by commodity, and proven again by `verify`.
  return [columnsPart("entry", entryColumns, heads), columnsPart("posting", postingColumns, lines)];
}

const paperColumns = [
  column("position", "bigint"),
  column("ordinal", "int"),
  column("kind", "text"),
  column("number", "text"),
  column("about", "uuid"),
  column("content", "text"),
];

/** A statement over forty hand-overs has some fifty thousand letters. */
const papersTogether = 100;

function paperPart(batch: readonly Folded[]): Part {
  const values: unknown[][] = paperColumns.map(() => []);
  for (const { position, follows } of batch)
    for (const [ordinal, paper] of follows.papers.entries())
      push(values, [position, ordinal, paper.kind, paper.number, paper.about, paper.content]);
  return { ...columnsPart("paper", paperColumns, values), together: papersTogether };
}

function recordParts(batch: readonly Folded[]): readonly Part[] {
  const tables = new Map<string, { record: RecordDeclaration; rows: { row: AnyRow; position: bigint }[] }>();
  for (const { position, follows } of batch)
    for (const { record, row } of follows.records) {
      const table = tables.get(record.table) ?? { record, rows: [] };
      table.rows.push({ row, position });
      tables.set(record.table, table);
    }
  return [...tables.values()].map(({ record, rows }) => recordsPart(record, rows));
}

/** Tallies grow by what changed them; one that nobody touched before begins at its change. */
const changesText = (first: number): string =>
  `insert into ayni.tally as t (book_id, kind, key, amount)
   select $1::uuid, * from unnest($${first}::text[], $${first + 1}::text[], $${first + 2}::bigint[])
   on conflict (book_id, kind, key) do update set amount = t.amount + excluded.amount`;

function tallyPart(batch: readonly Folded[], entries: readonly (readonly BookedEntry[])[]): Part {
  const changes = new Map<string, { kind: string; key: string; change: bigint }>();
  for (const { follows } of batch)
    for (const { kind, key, change } of follows.tallies) {
      const id = `${kind}|${key}`;
      const before = changes.get(id)?.change ?? 0n;
      changes.set(id, { kind, key, change: before + change });
    }
  for (const one of balanceChanges(entries.flat())) changes.set(`${one.kind}|${one.key}`, one);
  const all = [...changes.values()];
  const columns = [column("kind", "text"), column("key", "text"), column("amount", "bigint")];
  const values = [all.map((one) => one.kind), all.map((one) => one.key), all.map((one) => one.change)];
  return { ...columnsPart("tally", columns, values), text: changesText };
}

const besideColumns = [column("digest", "text"), column("salt", "text"), column("value", "text")];

/** Personal values go to their own table. */
function besidePart(batch: readonly Folded[]): Part {
  const values: unknown[][] = besideColumns.map(() => []);
  for (const { heard } of batch) for (const one of heard.beside) push(values, [one.digest, one.salt, one.value]);
  return columnsPart("personal_value", besideColumns, values, "leave");
}

/** What an erasure names leaves the personal values, with its salt: after the batch is written. */
export async function forget(client: Client, book: string, batch: readonly Folded[]): Promise<void> {
  const erased: string[] = [];
  const brought: string[] = [];
  for (const { heard, follows } of batch) {
    for (const one of heard.beside) brought.push(one.digest);
    for (const { record, row } of follows.records)
      if (record.table === "erasure") erased.push(...(row.digests as readonly string[]));
  }
  if (erased.length > 0)
    await client.query("delete from ayni.personal_value where book_id = $1::uuid and digest = any($2::text[])", [
      book,
      listOf("text", erased),
    ]);
  if (brought.length > 0) await forgetAgain(client, book, brought);
}

/** What was erased stays erased, though a phone that has not heard of it sends the value once more. */
const forgetAgain = (client: Client, book: string, digests: readonly string[]): Promise<unknown> =>
  client.query(
    `delete from ayni.personal_value v where v.book_id = $1::uuid and v.digest = any($2::text[])
        and exists (select from ayni.erasure e where e.book_id = v.book_id and e.digests ? v.digest)`,
    [book, digests],
  );

function push(columns: readonly unknown[][], row: readonly unknown[]): void {
  for (const [index, value] of row.entries()) columns[index]?.push(value);
}
