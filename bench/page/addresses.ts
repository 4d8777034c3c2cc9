/** An address for every page that is declared: its parts filled with documents that are in the book. */
import type pg from "pg";
import { ownPages } from "../../web/me/all.ts";
import { officePages } from "../../web/office/all.ts";

/** Where each named part of an address is found: one document of the book, taken from its middle. */
const samples: Readonly<Record<string, string>> = {
  member:
    "select agent::text as value from books.statement_result where book_id = $1 order by number offset 100 limit 1",
  delivery:
    "select delivery::text as value from books.delivery where book_id = $1 order by delivery offset 1000 limit 1",
  number: "select number as value from books.statement_result where book_id = $1 order by number offset 100 limit 1",
  statement:
    "select statement::text as value from books.statement_result where book_id = $1 order by number offset 100 limit 1",
  settlement: "select settlement::text as value from books.settlement where book_id = $1 limit 1",
  plan: "select plan::text as value from books.price_plan where book_id = $1 limit 1",
  season: "select agreement::text as value from books.agreement where book_id = $1 and kind = 'season-policy' limit 1",
  series: "select series as value from books.price_series where book_id = $1 limit 1",
  agent:
    "select agent::text as value from books.statement_result where book_id = $1 order by number offset 100 limit 1",
  ordinal: "select '0' as value from books.entry where book_id = $1 limit 1",
  seat: "select seat::text as value from books.seat where book_id = $1 limit 1",
  account: "select account as value from books.posting where book_id = $1 limit 1",
  position: "select position::text as value from books.entry where book_id = $1 order by position desc limit 1",
};

/** What an address asks for besides. */
const words: Readonly<Record<string, string>> = {
  "/o/:book/ledger/account": "?account=owed-to-producers&commodity=money%3ACOP%3A1",
};

/** Papers of another kind than statements have numbers of their own. */
const receipt = "select number as value from books.paper where book_id = $1 and kind = 'receipt' limit 1";

/** Pages whose parts come from somewhere else than the book; they answer a job or a file and are not measured. */
const leftOut = [/\/export\/:file/, /\/imports\/:run/, /history/, /\/backup\/book/, /journal/];

/** Every page's path with its address; those left out by path. */
export async function pageAddresses(
  keeper: pg.Pool,
  book: string,
): Promise<{
  readonly pages: readonly (readonly [path: string, address: string])[];
  readonly left: readonly string[];
}> {
  const values = new Map<string, string>();
  for (const [name, query] of Object.entries(samples)) {
    const { rows } = await keeper.query(query, [book]);
    if (rows[0] !== undefined) values.set(name, (rows[0] as { value: string }).value);
  }
  const { rows: receipts } = await keeper.query(receipt, [book]);
  const printed = (receipts[0] as { value: string } | undefined)?.value;
  const pages: [string, string][] = [];
  const left: string[] = [];
  for (const { path } of [...officePages, ...ownPages]) {
    let known = !leftOut.some((one) => one.test(path));
    const address = path.replace(/:([a-z]+)(\{[^}]*\})?/g, (_, name: string) => {
      const value = name === "book" ? book : path.includes("/receipts/") ? printed : values.get(name);
      if (value === undefined) known = false;
      return encodeURIComponent(value ?? "");
    });
    if (known) pages.push([path, `${address}${words[path] ?? ""}`]);
    else left.push(path);
  }
  return { pages, left };
}
