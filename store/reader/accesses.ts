/** Who looked at personal data: written down before the answer leaves, on the connection that read it. */
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { isUuid, uuidv7 } from "../../kernel/ids.ts";
import type { PersonalKind } from "../../kernel/personal.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";

/** One look: through which view, at whom or at which paper (null: a list), which kinds of value, of how many people. */
export type Access = {
  readonly view: string;
  readonly about: string | null;
  readonly kinds: readonly PersonalKind[];
  readonly people: number;
};

/** What a reader learnt of others by an answer; null when there is nothing to write down: no such values, no rows, or one's own. */
export function accessOf(
  view: ViewDeclaration,
  asker: { readonly agent: string },
  asked: Readonly<Record<string, unknown>>,
  rows: number,
): Access | null {
  if (view.reads === undefined || rows === 0) return null;
  const about = askedId(asked, view.reads.about);
  if (about !== null && about === asker.agent) return null;
  const common = { view: view.name, kinds: view.reads.kinds };
  return about === null
    ? { ...common, about: askedId(asked, view.reads.paper), people: rows }
    : { ...common, about, people: 1 };
}

/** The id that was asked under a field; null where there is none. */
function askedId(asked: Readonly<Record<string, unknown>>, field: string | undefined): string | null {
  const named = field === undefined ? undefined : asked[field];
  return typeof named === "string" && isUuid(named) ? named : null;
}

/** Writes looks down, in a transaction of their own. Throws when it cannot: then the answer is not given either. */
export async function writeAccesses(
  client: pg.PoolClient,
  asker: { readonly book: string; readonly seat: string; readonly agent: string },
  now: number,
  accesses: readonly Access[],
): Promise<void> {
  const rows = accesses.map((one) => ({ ...one, access: uuidv7(now, randomBytes(10)) }));
  await client.query(`begin; set local ayni.book = '${asker.book}'`); // A uuid: the visit has looked.
  await client.query(
    `insert into ayni.personal_access (book_id, access, at, seat, agent, view, about, kinds, people)
     select $1::uuid, (r ->> 'access')::uuid, to_timestamp($2::bigint / 1000.0), $3::uuid, $4::uuid, r ->> 'view',
            (r ->> 'about')::uuid, r -> 'kinds', (r ->> 'people')::int
       from jsonb_array_elements($5::jsonb) r`,
    [asker.book, now, asker.seat, asker.agent, JSON.stringify(rows)],
  );
  await client.query("commit");
}
