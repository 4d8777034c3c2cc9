/** The door of an import of a start: asks the book in batches, and speaks through its one writer. */
import type pg from "pg";
import { bodyOf, type FileVoice } from "../../exchange/act.ts";
import type { KeptDelivery, Matter, SaidAnswer, StartDoor } from "../../exchange/starts/book.ts";
import type { StartAct } from "../../exchange/starts/outcome.ts";
import { done, type Result } from "../../kernel/refusal.ts";
import type { Writers } from "../../store/writer/writers.ts";
import { inBook } from "./in-book.ts";

/** Most acts given to the writer at once. */
const batchOfActs = 1_000;

/** Opens the door over a pool of the role `app`. */
export function startDoor(pool: pg.Pool, writers: Writers, book: string): StartDoor {
  const ask = (text: string, values: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    inBook(pool, book, async (client) => (await client.query(text, [...values])).rows);
  return {
    actsSaid: async (ids) =>
      ids.length === 0 ? new Set() : new Set((await ask(saidText, [ids])).map(({ id }) => id as string)),
    deliveriesThere: async (ids, receipts) =>
      (await ask(deliveriesText, [ids, receipts])) as unknown as readonly KeptDelivery[],
    pricesThere: async (points) => {
      const rows = await ask(pricesText, [points.map((one) => one.series), points.map((one) => one.period)]);
      return new Map(rows.map((row) => [`${row.series}|${row.period}`, row.value as string]));
    },
    openingsThere: async (matters) => {
      const rows = await ask(openingsText, [matters.map(kindOf), matters.map(aboutOf)]);
      return new Map(rows.map((row) => [`${row.kind}|${row.about}`, row.said]));
    },
    say: (acts, voice) => sayAll(writers, book, acts, voice),
  };
}

const kindOf = ({ kind }: Matter): string => kind;
const aboutOf = ({ about }: Matter): string => about;

const saidText = "select act_id::text as id from books.act where act_id = any($1::uuid[])";

const deliveriesText = `
  select delivery::text, receipt, place, member::text, product, happened::text as day, net_g::text as net
    from books.delivery where delivery = any($1::uuid[])
  union
  select delivery::text, receipt, place, member::text, product, happened::text, net_g::text
    from books.delivery where receipt = any($2::text[])`;

const pricesText = `
  select distinct on (p.series, p.period) p.series, p.period, p.value
    from books.price_point p
    join unnest($1::text[], $2::text[]) as asked(series, period) on asked.series = p.series and asked.period = p.period
   order by p.series, p.period, p.revision desc`;

const openingsText = `
  select o.kind, o.about, o.said from books.opening o
    join unnest($1::text[], $2::text[]) as asked(kind, about) on asked.kind = o.kind and asked.about = o.about`;

async function sayAll(
  writers: Writers,
  book: string,
  acts: readonly StartAct[],
  voice: FileVoice,
): Promise<Result<ReadonlyMap<string, SaidAnswer>>> {
  const answers = new Map<string, SaidAnswer>();
  for (let from = 0; from < acts.length; from += batchOfActs) {
    const some = acts.slice(from, from + batchOfActs);
    const sent = some.map((act) => ({
      body: bodyOf(act, voice),
      ...(act.beside === undefined ? {} : { beside: [...act.beside] }),
    }));
    const taken = await writers.take(book, `file ${voice.file}`, sent);
    for (const [at, answer] of taken.entries()) {
      if ("full" in answer) return { ok: false, refusal: answer.full };
      answers.set(some[at]?.id ?? "", answer);
    }
  }
  return done(answers);
}
