/** Seals of printed receipts: a device's signature over what the code on the paper says, kept beside the paper. */
import type pg from "pg";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";

/** The signature of the receipt of a hand-over: 64 bytes in base64url. */
export type PaperSeal = { readonly delivery: string; readonly signature: string };

/**
 * Whether a signature is a device's over what a kept receipt says. Given from outside, since the store knows no papers. `content` is the
 * paper's content, read from its kept text; `publicKey` raw Ed25519 in base64url.
 */
export type SealHolds = (content: never, signature: string, publicKey: string) => boolean | Promise<boolean>;

/** The kind of paper that a device prints. */
const printed = "receipt-printed";

/**
 * Keeps seals beside their papers and returns the hand-overs that are sealed now, those sealed before among them. A seal is kept only when
 * its paper is here, the same device issued it, and the signature holds; of any other nothing is said, and the device asks again.
 */
export async function keepSeals(
  pool: pg.Pool,
  book: string,
  device: string,
  seals: readonly PaperSeal[],
  holds: SealHolds,
): Promise<readonly string[]> {
  assert(isUuid(book) && isUuid(device), "book and device are named by uuids");
  if (seals.length === 0) return [];
  const papers = await papersOf(pool, book, device, seals);
  const kept: string[] = [];
  const fresh: Sealed[] = [];
  for (const paper of papers) {
    const said = seals.find(({ delivery }) => delivery === paper.delivery)?.signature ?? "";
    if (paper.sealed) kept.push(paper.delivery);
    else if (await holds(JSON.parse(paper.content) as never, said, paper.key))
      fresh.push({ ...paper, signature: said });
  }
  if (fresh.length > 0) await write(pool, book, device, fresh);
  return [...kept, ...fresh.map(({ delivery }) => delivery)];
}

type Paper = {
  readonly kind: string;
  readonly number: string;
  readonly delivery: string;
  readonly content: string;
  readonly key: string;
  readonly sealed: boolean;
};
type Sealed = Paper & { readonly signature: string };

/** Papers of these hand-overs that this device issued: it said the hand-over, or the paper it sealed was scanned. */
const papersOf = (
  pool: pg.Pool,
  book: string,
  device: string,
  seals: readonly PaperSeal[],
): Promise<readonly Paper[]> =>
  inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    const { rows } = await client.query(
      `select p.kind, p.number, p.about::text as delivery, p.content, s.signature is not null as sealed,
              (select d.public_key from ayni.device d where d.book_id = p.book_id and d.device = $3::uuid
                order by d.version limit 1) as key
         from ayni.paper p
         join ayni.act a on a.book_id = p.book_id and a.position = p.position
         left join ayni.paper_seal s on s.book_id = p.book_id and s.kind = p.kind and s.number = p.number
        where p.book_id = $1::uuid and p.kind = '${printed}' and p.about = any($2::uuid[])
          and $3::uuid = coalesce(a.body::jsonb #>> '{through,device}', a.body::jsonb #>> '{says,paper,device}')::uuid`,
      [book, seals.map(({ delivery }) => delivery), device],
    );
    return (rows as readonly Paper[]).filter(({ key }) => key !== null);
  });

const write = (pool: pg.Pool, book: string, device: string, sealed: readonly Sealed[]): Promise<void> =>
  inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    await client.query(
      `insert into ayni.paper_seal (book_id, kind, number, delivery, device, signature)
       select $1::uuid, kind, number, delivery, $2::uuid, signature
         from unnest($3::text[], $4::text[], $5::uuid[], $6::text[]) as s (kind, number, delivery, signature)
       on conflict do nothing`,
      [
        ...[book, device, sealed.map((one) => one.kind), sealed.map((one) => one.number)],
        ...[sealed.map((one) => one.delivery), sealed.map((one) => one.signature)],
      ],
    );
  });
