/** A book at hand for an import: what it holds already, and the writer through which everything is said. */
import type pg from "pg";
import { bodyOf, type FileAct, type FileVoice } from "../../exchange/act.ts";
import type { PricePointDraft } from "../../exchange/price-series/series.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { Answer } from "../../store/writer/answers.ts";
import type { Writers } from "../../store/writer/writers.ts";

/** Most acts sent at once. */
export const batchOfActs = 200;

/** What a book at hand is opened with: a pool of the role `keeper`, the writers, and the seat that speaks. */
export type Hands = {
  readonly keeper: pg.Pool;
  readonly writers: Writers;
  readonly book: string;
  readonly seat: string;
  readonly agent: string;
};

/** The questions an import asks of the book before it speaks, so that nothing is said twice. */
export type BookAtHand = Hands & {
  /** The agent that is the organisation itself. */
  readonly organisation: string;
  /** Those of these acts that have been said. */
  actsSaid(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of these hand-overs that are there. */
  handOversThere(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The prices of all monthly series in US dollars. */
  pricesHeld(): Promise<readonly PricePointDraft[]>;
  /** Says acts in order and answers each by its id; refused when the book's intake is full. */
  say(acts: readonly FileAct[], voice: FileVoice): Promise<Result<ReadonlyMap<string, Answer>>>;
};

/** Opens a book for an import. Refused with `book.unknown` when there is no such book here. */
export async function bookAtHand(hands: Hands): Promise<Result<BookAtHand>> {
  const { keeper, book } = hands;
  const among = async (text: string, ids: readonly string[]): Promise<ReadonlySet<string>> =>
    ids.length === 0 ? new Set() : new Set((await keeper.query(text, [book, ids])).rows.map((row) => row.id as string));
  const { rows } = await keeper.query("select organisation from books.book_settings where book_id = $1", [book]);
  const organisation: unknown = rows[0]?.organisation;
  if (typeof organisation !== "string") return refused("book.unknown", { book });
  return done({
    ...hands,
    organisation,
    actsSaid: (ids) => among("select act_id as id from books.act where book_id = $1 and act_id = any($2::uuid[])", ids),
    handOversThere: (ids) =>
      among("select delivery as id from books.delivery where book_id = $1 and delivery = any($2::uuid[])", ids),
    pricesHeld: async () => (await keeper.query(heldPrices, [book])).rows as PricePointDraft[],
    say: (acts, voice) => sayAll(hands, acts, voice),
  });
}

const heldPrices = `
  select p.series, s.title as commodity, s.currency, s.per_unit as per, p.period as month, p.value as price
    from books.price_point p
    join books.price_series s on s.book_id = p.book_id and s.series = p.series
   where p.book_id = $1 and s.period = 'month' and s.currency = 'USD' and s.per_unit in ('kg', 't')`;

async function sayAll(
  { writers, book }: Hands,
  acts: readonly FileAct[],
  voice: FileVoice,
): Promise<Result<ReadonlyMap<string, Answer>>> {
  const answers = new Map<string, Answer>();
  for (let from = 0; from < acts.length; from += batchOfActs) {
    const some = acts.slice(from, from + batchOfActs);
    const taken = await writers.take(
      book,
      `file ${voice.file}`,
      some.map((act) => ({ body: bodyOf(act, voice) })),
    );
    for (const [at, answer] of taken.entries()) {
      if ("full" in answer) return { ok: false, refusal: answer.full };
      answers.set(some[at]?.id ?? "", answer);
    }
  }
  return done(answers);
}
