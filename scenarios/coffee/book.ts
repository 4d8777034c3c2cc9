/** A book on PostgreSQL that coffee lots are imported into, with a policy for each year in which lots were graded. */
import { join } from "node:path";
import { inject } from "vitest";
import { type BookAtHand, bookAtHand } from "../../cli/importing/book-at-hand.ts";
import { type ImportedFile, importFile, importMemory, lookOver } from "../../cli/importing/import-file.ts";
import { deductionsOf2013, greenGrading, pricesByScore, product } from "../../examples/first-book/colombia-2013.ts";
import { idOf, marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import type { PostgresBooks } from "../book/book-on-postgres.ts";

const folder = join(import.meta.dirname, "../../examples");
export const lotFiles = [
  "arabica_data_cleaned",
  "robusta_data_cleaned",
  "arabica_ratings_raw",
  "robusta_ratings_raw",
].map((name) => join(folder, "coffee-cqi-lots", `${name}.csv`));
export const priceFile = join(folder, "prices-worldbank-monthly", "pink_sheet_selected_long.csv");

/** Says acts from Marta's seat; any other outcome than done fails the test. */
export async function sayAll(books: PostgresBooks, acts: readonly (readonly [kind: string, says: unknown])[]) {
  const through = { way: "seat", seat: marta.seat, at: books.now };
  const bodies = acts.map(([kind, says], at) => {
    const id = idOf(`${kind} ${at} ${JSON.stringify(says)}`);
    return { id, book: testBook, kind, version: 1, by: marta.agent, through, says };
  });
  for (const answer of await books.say(testBook, bodies))
    if (answer.outcome !== "done") throw new Error(JSON.stringify(answer));
}

/** The season's agreement of a year. */
export const seasonOf = (year: string): string => idOf(`season ${year}`);

/** Opens the book: USD, one price plan and scheme for green arabica, and a season for each of these years. */
export async function openCoffeeBook(books: PostgresBooks, years: readonly string[]): Promise<BookAtHand> {
  const settings = { ...testSettings, currencies: [{ currency: "USD", line: "0.01", cash: "0.01" }] };
  const [plan, scheme] = [idOf("plan by score"), idOf("green scheme")];
  const reason = "Coffee of years past, for an example";
  await sayAll(books, [
    ["book.open", { settings, founder: marta }],
    ["organisation.register", { agent: settings.organisation, name: settings.name, form: "cooperative" }],
    ["price-plan.publish", { plan, body: pricesByScore, from: "2009-01-01", reason }],
    ["grading-scheme.publish", { scheme, body: greenGrading, from: "2009-01-01", reason }],
    ...years.map(
      (year) => ["season.open", { agreement: seasonOf(year), policy: policyOf(year, plan, scheme) }] as const,
    ),
  ]);
  const { database, writers } = books;
  const opened = await bookAtHand({ keeper: database.connect("keeper"), writers, book: testBook, ...marta });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
}

const policyOf = (year: string, pricePlan: string, gradingScheme: string) => ({
  season: year,
  product,
  from: `${year}-01-01`,
  until: `${year}-12-31`,
  title: "on-settlement",
  pricePlan,
  gradingScheme,
  deductions: deductionsOf2013,
  shrinkBorneBy: "organisation",
  objectionDays: 15,
  paymentDays: 30,
});

/** Imports files in one go, and gives what became of each. */
export async function importAll(
  hand: BookAtHand,
  files: readonly string[],
  now: string,
): Promise<readonly ImportedFile[]> {
  const memory = importMemory();
  const imported: ImportedFile[] = [];
  for (const file of files) {
    const kind = await lookOver(file, memory);
    if (!kind.ok) throw new Error(kind.refusal.code);
    const one = await importFile(file, kind.value, { hand, now: () => Date.parse(now) }, memory);
    if (!one.ok) throw new Error(JSON.stringify(one.refusal));
    imported.push(one.value);
  }
  return imported;
}

/** The `DATABASE_URL` of a test's database: what a command of the operator is given. */
export async function urlOf({ database }: PostgresBooks): Promise<string> {
  const { host, port, user, password } = inject("testServer");
  const { rows } = await database.connect("keeper").query("select current_database() as name");
  const [secret, place] = [encodeURIComponent(password), encodeURIComponent(host)];
  return `postgresql://${user}:${secret}@/${rows[0]?.name}?host=${place}&port=${port}`;
}
