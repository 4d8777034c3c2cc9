/** A book in two currencies for tests: real coffee of 2013 in dollars, through the importer, and seven sacks in pesos. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { product } from "../../examples/first-book/colombia-2013.ts";
import { type ExampleAct, type ExampleBook, managerOf } from "../../examples/first-book/saying.ts";
import { sevenSacks } from "../../examples/first-book/seven-sacks.ts";
import { exampleBeginning, settlementOf2013, type ToSettle } from "../../examples/first-book/tres-quebradas.ts";
import { uuidv7 } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import type { Installation } from "../../store/installation/open.ts";
import { bookAtHand } from "../importing/book-at-hand.ts";
import { type Importing, importFile, importMemory, lookOver } from "../importing/import-file.ts";

const examples = join(import.meta.dirname, "..", "..", "examples");
const lots = join(examples, "coffee-cqi-lots", "arabica_data_cleaned.csv");
const prices = join(examples, "prices-worldbank-monthly", "pink_sheet_selected_long.csv");

type Cell = Parameters<NonNullable<Importing["wanted"]>>[0];
const isOf2013 = (cell: Cell): boolean => cell("month").startsWith("2013-") && cell("commodity") === "Coffee, Arabica";
const isColombian = (cell: Cell): boolean =>
  cell("Country of Origin") === "Colombia" && cell("Harvest Year") === "2013";

/** What the book needs of an installation. */
type At = Pick<Installation, "store" | "writers" | "now">;

/** Makes the book in an installation that has none; gives its id. */
export async function makeFirstBook(at: At): Promise<string> {
  const book = uuidv7(at.now(), randomBytes(10));
  const instant = new Date(at.now()).toISOString();
  const today = dayInZone(at.now(), "America/Bogota");
  const example: ExampleBook = { book, at: instant, today, salt: () => randomBytes(16).toString("hex") };
  await say(at, book, [...exampleBeginning(example), ...sevenSacks(example)]);
  await readFiles(at, book);
  const { rows } = await at.store
    .connect("keeper")
    .query(
      "select member, delivery from books.delivery where book_id = $1 and product = $2 order by happened, delivery",
      [book, product],
    );
  await say(at, book, settlementOf2013(example, rows as ToSettle[]));
  return book;
}

/** Says acts; each must be done. */
async function say(at: At, book: string, acts: readonly ExampleAct[]): Promise<void> {
  const answers = await at.writers.take(
    book,
    "test",
    acts.map(({ sent }) => sent),
  );
  const failed = answers.find((one) => !("outcome" in one) || one.outcome !== "done");
  assert(failed === undefined, `the example is well said: ${JSON.stringify(failed)}`);
}

/** The reference prices of 2013, and the lots of Colombia's harvest of that year: by the importer, as any cooperative would. */
async function readFiles({ store, writers, now }: At, book: string): Promise<void> {
  const hand = await bookAtHand({ keeper: store.connect("keeper"), writers, book, ...managerOf(book) });
  assert(hand.ok, "the example's book was opened");
  const memory = importMemory();
  for (const [file, wanted] of [
    [prices, isOf2013],
    [lots, isColombian],
  ] as const) {
    const kind = await lookOver(file, memory);
    assert(kind.ok, `a file of ours can be read: ${file}`);
    const read = await importFile(file, kind.value, { hand: hand.value, now, wanted }, memory);
    assert(read.ok, `a file of ours can be imported: ${file}`);
  }
}
