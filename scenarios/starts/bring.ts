/** Sheets for tests of imports: written to a folder of the test's own, and brought into a book on PostgreSQL. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guessMapping } from "../../exchange/mapping/guess.ts";
import { openSheet } from "../../exchange/sheet/open.ts";
import type { StartAccount } from "../../exchange/starts/account.ts";
import type { Choices } from "../../exchange/starts/choices.ts";
import { importStart } from "../../exchange/starts/import-start.ts";
import { fieldsOf, type StartKind } from "../../exchange/starts/kinds.ts";
import type { StartOutcome } from "../../exchange/starts/outcome.ts";
import { marta, testBook } from "../../rooms/book/testing.ts";
import { startBook } from "../../web/importing/start-book.ts";
import { startDoor } from "../../web/importing/start-door.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import type { PostgresBooks } from "../book/book-on-postgres.ts";

const folder = mkdtempSync(join(tmpdir(), "ayni-starts-"));
const catalogues = readCatalogues();
let written = 0;

/** Writes a file and gives its path. Lines of text are joined as a Windows program would. */
export function sheetFile(name: string, content: Uint8Array | readonly string[]): string {
  written += 1;
  const path = join(folder, `${written}-${name}`);
  writeFileSync(path, content instanceof Uint8Array ? content : content.join("\r\n"));
  return path;
}

/** What became of a sheet: its account, and each row by its number. */
export type Brought = {
  readonly account: StartAccount;
  readonly rows: readonly StartOutcome[];
  /** "ROW CODE" of every row that waits or is known. */
  readonly reasons: readonly string[];
};

/** Tries a sheet, or brings it in, with the guessed mapping and what is chosen besides. A refusal as a whole is thrown. */
export async function bring(
  books: PostgresBooks,
  file: string,
  kind: StartKind,
  more: Partial<Choices> = {},
  how: "try" | "import" = "import",
): Promise<Brought> {
  const sheet = await openSheet(file);
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.refusal));
  const sample = [];
  for await (const row of sheet.value.rows()) if (sample.push(row) >= 20) break;
  const { mapping } = guessMapping(sheet.value.header, sample, fieldsOf[kind]);
  const pool = books.database.connect("app");
  const book = await startBook(pool, testBook, catalogues, Date.parse(books.now));
  if (!book.ok) throw new Error(book.refusal.code);
  const rows: StartOutcome[] = [];
  const digest = createHash("sha256").update(readFileSync(file)).digest("hex");
  const done = await importStart({
    sheet: sheet.value,
    choices: { kind, ...more, mapping: { ...mapping, ...more.mapping } },
    book: book.value,
    door: startDoor(pool, books.writers, testBook),
    voice: how === "try" ? null : { book: testBook, seat: marta.seat, agent: marta.agent, file: digest, at: books.now },
    salt: () => randomBytes(16).toString("hex"),
    settled: (row) => void rows.push(row),
  });
  await sheet.value.close();
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const reasons = rows.flatMap((one) => ("reason" in one ? [`${one.row.number} ${one.reason.code}`] : []));
  return { account: done.value, rows, reasons };
}
