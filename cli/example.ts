/** The example organisation of a new installation: its two seasons are played, each act heard at the moment it is told of. */

import { firstDayOf } from "../examples/three-quebradas/calendar.ts";
import { exampleActs, exampleBook } from "../examples/three-quebradas/example.ts";
import { exampleName } from "../examples/three-quebradas/ids.ts";
import type { ExampleAct } from "../examples/three-quebradas/telling.ts";
import { assert } from "../kernel/refusal.ts";
import { dayInZone } from "../kernel/time/index.ts";
import type { Installation } from "../store/installation/open.ts";
import type { BookHere } from "../web/server/operator.ts";

/** What the example needs of an installation. */
type At = Pick<Installation, "store" | "writersBy" | "now">;

/** How many acts are said at once: few enough that an interruption costs little, enough that each commit is worth it. */
const together = 400;
/** The example's first day begins at ten in the morning: until then its last acts would lie ahead of the clock. */
const tenHours = 10 * 3_600_000;

/**
 * Makes the example in an installation that has no book (`here` is empty), or finishes one that was cut short. Any other
 * installation is left alone. Gives the book's id when something was made.
 */
export async function makeExample(at: At, here: readonly BookHere[]): Promise<string | null> {
  const begun = here.find(({ name }) => name === exampleName)?.book;
  if (begun === undefined && here.length > 0) return null;
  const firstDay =
    begun === undefined ? dayInZone(at.now() - tenHours, "America/Bogota") : await firstDayBegun(at, begun);
  const book = exampleBook(firstDay);
  if (begun !== undefined && begun !== book) return null; // An example of a release before: it stays as it is.
  const left = await unsaid(at, book, exampleActs(firstDay));
  await say(at, book, left);
  return left.length === 0 ? null : book;
}

/** The first day of an example that was begun, by the day on which its book was opened. */
async function firstDayBegun({ store }: At, book: string): Promise<string> {
  const { rows } = await store
    .connect("keeper")
    .query("select from_day::text as opened from ayni.book_settings where book_id = $1 and version = 1", [book]);
  return firstDayOf(rows[0]?.opened);
}

async function unsaid({ store }: At, book: string, acts: readonly ExampleAct[]): Promise<readonly ExampleAct[]> {
  const { rows } = await store.connect("keeper").query("select act_id as id from books.act where book_id = $1", [book]);
  const said = new Set(rows.map(({ id }) => id));
  return acts.filter(({ id }) => !said.has(id));
}

/** How an act of the example may come out: done, perhaps with a question, or waiting for the second signature that follows. */
const wellSaid: readonly string[] = ["done", "done with a question", "proposed"];

/** Says acts in their order, the book's clock standing for each at the moment it is heard. What was refused is a mistake of ours. */
async function say({ writersBy }: At, book: string, acts: readonly ExampleAct[]): Promise<void> {
  const moments: string[] = [];
  // The writer reads its clock once for each act, in the order in which they are handed in.
  const writers = writersBy(() => moments.shift() ?? (acts.at(-1)?.heard as string));
  for (let from = 0; from < acts.length; from += together) {
    const batch = acts.slice(from, from + together);
    moments.splice(0, moments.length, ...batch.map(({ heard }) => heard));
    const answers = await writers.take(
      book,
      "ayni start",
      batch.map(({ sent }) => sent),
    );
    const failed = answers.findIndex((one) => !("outcome" in one) || !wellSaid.includes(one.outcome));
    assert(failed < 0, `the example is well said: ${batch[failed]?.kind} ${JSON.stringify(answers[failed])}`);
  }
}
