/** Writes folded acts and all that followed from them: history, projections and tallies, in bulk. */
import { createHash, hash } from "node:crypto";
import type { Folded } from "../../kernel/act/fold.ts";
import { type BookedEntry, bookedEntries, digestsOf, link, outcomeText } from "../../kernel/act/history.ts";
import type { AnyRow, RecordDeclaration } from "../../kernel/act/record.ts";
import { type ListType, listOf } from "./binary.ts";
import { type Client, insertColumns, insertRecords, type SqlColumn } from "./rows.ts";

/** SHA-256 of a text by the server's own fast hash; 64 hex digits. */
export const sha256 = (text: string): string => hash("sha256", text, "hex");

/** SHA-256 of bytes; 64 hex digits. */
export const sha256OfBytes = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const column = (name: string, type: ListType): SqlColumn => ({ name, type });

/** Writes a batch in order, and returns the head of the chain after it. */
export async function writeFolded(
  client: Client,
  book: string,
  previousHead: string,
  batch: readonly Folded[],
): Promise<string> {
  const entries = batch.map(bookedEntries);
  const head = await writeActs(client, book, previousHead, batch, entries);
  await writeEntries(client, book, batch, entries);
  await writePapers(client, book, batch);
  await writeRecords(client, book, batch);
  await writeTallies(client, book, batch);
  await writeBeside(client, book, batch);
  return head;
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

async function writeActs(
  client: Client,
  book: string,
  previousHead: string,
  batch: readonly Folded[],
  entries: readonly (readonly BookedEntry[])[],
): Promise<string> {
  const values: unknown[][] = actColumns.map(() => []);
  let head = previousHead;
  for (const [at, one] of batch.entries()) {
    const digests = digestsOf(sha256, one, entries[at] as readonly BookedEntry[]);
    head = link(sha256, head, one.position, digests);
    const { body, declaration, text, signature, received } = one.heard;
    const row = [
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
    ];
    for (const [index, value] of row.entries()) values[index]?.push(value);
  }
  await insertColumns(client, "act", book, actColumns, values);
  return head;
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

async function writeEntries(
  client: Client,
  book: string,
  batch: readonly Folded[],
  entries: readonly (readonly BookedEntry[])[],
): Promise<void> {
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
  await insertColumns(client, "entry", book, entryColumns, heads);
  // Zero sum is asserted by the fold, entry by entry and commodity by commodity, and proven again by `verify`.
  await insertColumns(client, "posting", book, postingColumns, lines);
}

const paperColumns = [
  column("position", "bigint"),
  column("ordinal", "int"),
  column("kind", "text"),
  column("number", "text"),
  column("about", "uuid"),
  column("content", "text"),
];

async function writePapers(client: Client, book: string, batch: readonly Folded[]): Promise<void> {
  const values: unknown[][] = paperColumns.map(() => []);
  for (const { position, follows } of batch)
    for (const [ordinal, paper] of follows.papers.entries())
      push(values, [position, ordinal, paper.kind, paper.number, paper.about, paper.content]);
  await insertColumns(client, "paper", book, paperColumns, values);
}

async function writeRecords(client: Client, book: string, batch: readonly Folded[]): Promise<void> {
  const tables = new Map<string, { record: RecordDeclaration; rows: { row: AnyRow; position: bigint }[] }>();
  for (const { position, follows } of batch)
    for (const { record, row } of follows.records) {
      const table = tables.get(record.table) ?? { record, rows: [] };
      table.rows.push({ row, position });
      tables.set(record.table, table);
    }
  for (const { record, rows } of tables.values()) await insertRecords(client, book, record, rows);
}

async function writeTallies(client: Client, book: string, batch: readonly Folded[]): Promise<void> {
  const changes = new Map<string, { kind: string; key: string; change: bigint }>();
  for (const { follows } of batch)
    for (const { kind, key, change } of follows.tallies) {
      const id = `${kind}|${key}`;
      const before = changes.get(id)?.change ?? 0n;
      changes.set(id, { kind, key, change: before + change });
    }
  if (changes.size === 0) return;
  const all = [...changes.values()];
  await client.query({
    name: "change tally",
    text: `insert into ayni.tally as t (book_id, kind, key, amount) select $1::uuid, * from unnest($2::text[], $3::text[], $4::bigint[])
           on conflict (book_id, kind, key) do update set amount = t.amount + excluded.amount`,
    values: [
      book,
      listOf(
        "text",
        all.map((one) => one.kind),
      ),
      listOf(
        "text",
        all.map((one) => one.key),
      ),
      listOf(
        "bigint",
        all.map((one) => one.change),
      ),
    ],
  });
}

const besideColumns = [column("digest", "text"), column("salt", "text"), column("value", "text")];

/** Personal values go to their own table; what an erasure names leaves it, with its salt. */
async function writeBeside(client: Client, book: string, batch: readonly Folded[]): Promise<void> {
  const values: unknown[][] = besideColumns.map(() => []);
  const erased: string[] = [];
  for (const { heard, follows } of batch) {
    for (const one of heard.beside) push(values, [one.digest, one.salt, one.value]);
    for (const { record, row } of follows.records)
      if (record.table === "erasure") erased.push(...(row.digests as readonly string[]));
  }
  await insertColumns(client, "personal_value", book, besideColumns, values, "leave");
  if (erased.length > 0)
    await client.query("delete from ayni.personal_value where book_id = $1::uuid and digest = any($2::text[])", [
      book,
      listOf("text", erased),
    ]);
  if (values[0]?.length) await forgetAgain(client, book, values[0] as readonly string[]);
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
