/** People of a register who may be one person, by what is kept beside the acts: the same identity number, or name and community. */
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";

/** Two agents, and by what they look like one. */
export type SamePeople = {
  readonly agent: string;
  readonly other: string;
  readonly because: "identity" | "name-and-community";
};

/** Letters without their accents, small, and nothing between words but one space: as people write the same name. */
const folded = (value: string): string =>
  `nullif(btrim(regexp_replace(translate(lower(${value}), 'áàâãäéèêëíìîïóòôõöúùûüñç', 'aaaaaeeeeiiiiooooouuuunc'), '[[:space:][:punct:]]+', ' ', 'g')), '')`;
const bare = (value: string): string => `nullif(regexp_replace(upper(${value}), '[^[:alnum:]]+', '', 'g'), '')`;

const found = `
  with people as (
    select p.agent, ${folded("n.value")} as name, ${folded("p.community")} as community, ${bare("i.value")} as identity
      from books.profile p
      join books.agent a on a.book_id = p.book_id and a.agent = p.agent and a.kind = 'person'
      left join books.personal_value n on n.book_id = p.book_id and n.digest = p.name ->> 'digest'
      left join books.personal_value i on i.book_id = p.book_id and i.digest = p.identity ->> 'digest'),
  pairs as (
    select o.agent, t.agent as other, 'identity' as because
      from people o join people t on t.identity = o.identity and t.agent <> o.agent where o.agent = any($1::uuid[])
    union all
    select o.agent, t.agent, 'name-and-community'
      from people o join people t on t.name = o.name and t.community = o.community and t.agent <> o.agent
     where o.agent = any($1::uuid[]) and (o.identity is null or t.identity is null))
  select agent::text, other::text, because from pairs order by 1, 2 limit 200`;

/**
 * Who of the register may be the same as one of these agents; of two with identity numbers that differ nobody is asked, however alike
 * their names. At most two hundred pairs.
 */
export function samePeople(pool: pg.Pool, book: string, agents: readonly string[]): Promise<readonly SamePeople[]> {
  assert(isUuid(book), "a book is named by a uuid");
  if (agents.length === 0) return Promise.resolve([]);
  return inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    return (await client.query(found, [agents])).rows as readonly SamePeople[];
  });
}
