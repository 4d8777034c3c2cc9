/** Reads what an import of a start must know of its book, behind the wall of that book. */
import type pg from "pg";
import type { StartBook } from "../../exchange/starts/book.ts";
import { fold } from "../../exchange/starts/fold.ts";
import { Register, type Registered } from "../../exchange/starts/register.ts";
import { TieGraph } from "../../exchange/starts/tie-graph.ts";
import type { LocalUnit } from "../../kernel/quantity/index.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { type Day, dayInZone } from "../../kernel/time/index.ts";
import type { Catalogues } from "../language/catalogues.ts";
import { inBook } from "./in-book.ts";

/** Reads the book as it stands. Refused with `book.unknown` where there is none. `now` is milliseconds since 1970. */
export function startBook(
  pool: pg.Pool,
  book: string,
  catalogues: Catalogues,
  now: number,
): Promise<Result<StartBook>> {
  return inBook(pool, book, async (client) => {
    const [settings] = (await client.query(settingsNow)).rows;
    if (settings === undefined) return refused("book.unknown", { book });
    const people = (await client.query(registered)).rows as Registered[];
    const ties = new TieGraph();
    for (const { kind, from, to } of (await client.query(tiesHeld)).rows) ties.add(kind, from, to);
    const plots = (await client.query("select distinct holder::text, name from books.plot")).rows;
    const seasons = (await client.query(seasonsHeld)).rows;
    const series = (await client.query(seriesHeld)).rows;
    const units = (await client.query(unitsHeld)).rows.map(unitOf);
    const products = [...new Set(seasons.map(({ product }) => product as string))].sort();
    return done({
      book,
      organisation: settings.organisation,
      today: dayInZone(now, settings.zone),
      currencies: settings.currencies,
      units,
      seasons,
      series,
      products,
      productWords: productWords(catalogues),
      register: new Register(people),
      ties,
      plots: new Set(plots.map(({ holder, name }) => `${holder}|${fold(name)}`)),
    });
  });
}

const settingsNow = `select organisation::text, zone, currencies from books.book_settings order by version desc limit 1`;

const registered = `
  select a.agent::text, t.number, coalesce(p.organisation_name, n.value) as name, i.value as document, p.community
    from books.agent a
    left join books.tie t on t.from_agent = a.agent and t.kind = 'membership'
    left join books.profile p on p.agent = a.agent
    left join books.personal_value n on n.digest = p.name ->> 'digest'
    left join books.personal_value i on i.digest = p.identity ->> 'digest'
   where a.kind = 'person' or t.number is not null`;

const tiesHeld = `select kind, from_agent::text as from, to_agent::text as to from books.tie where kind <> 'membership'`;

const seasonsHeld = `
  select distinct on (agreement) product, body ->> 'from' as from, body ->> 'until' as until
    from books.agreement where kind = 'season-policy' order by agreement, version desc`;

const seriesHeld = `
  select distinct on (series) series, title, currency, per_unit as per, period
    from books.price_series order by series, version desc`;

const unitsHeld = `
  select distinct on (unit, product) unit, product, kind, factor, source, until::text, from_day::text
    from books.local_unit order by unit, product, version desc`;

const unitOf = (row: Readonly<Record<string, string | null>>): LocalUnit => ({
  code: row.unit as string,
  kind: row.kind as LocalUnit["kind"],
  factor: row.factor as string,
  product: row.product === "*" ? null : (row.product as string),
  country: null,
  source: row.source as string,
  from: row.from_day as Day,
  until: row.until as Day | null,
});

/** What products are called in every language of the server: what a sheet calls them too. */
function productWords(catalogues: Catalogues): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const messages of catalogues.values())
    for (const [key, name] of messages)
      if (key.startsWith("product."))
        for (const word of [name, key.slice("product.".length)]) words.set(fold(word), key.slice("product.".length));
  return words;
}
