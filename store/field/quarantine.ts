/** What a lost device said after it was lost waits in the intake; once it is released, it is tried again, in the order it was said. */
import type pg from "pg";
import type { Sent } from "../../kernel/act/envelope.ts";
import { isUuid } from "../../kernel/ids.ts";
import { assert } from "../../kernel/refusal.ts";
import { inTransaction } from "../connection/pools.ts";
import type { Taken } from "../writer/transaction.ts";
import type { Writers } from "../writer/writers.ts";

type Waiting = { readonly number: bigint; readonly sent: Sent; readonly source: string };

/** Most acts that are tried together, so that a season of them does not wait in memory at once. */
const mostTogether = 200;

/** Acts of a device that wait in quarantine, in the order of its own count. */
async function quarantined(pool: pg.Pool, book: string, device: string): Promise<readonly Waiting[]> {
  const rows = await inTransaction(pool, async (client) => {
    await client.query(`set local ayni.book = '${book}'`);
    const found = await client.query(
      `select i.number, i.bytes, i.source from ayni.intake i
        where i.book_id = $1::uuid and i.form = 'act' and i.reason ->> 'code' = 'device.quarantined'
          and i.reason #>> '{facts,device}' = $2
          and not exists (select from ayni.intake_understood u where u.book_id = i.book_id and u.number = i.number)
        order by (i.reason #>> '{facts,sequence}')::bigint, i.number`,
      [book, device],
    );
    return found.rows as readonly { number: bigint; bytes: Buffer; source: string }[];
  });
  return rows.map(({ number, bytes, source }) => ({
    number,
    source,
    sent: JSON.parse(bytes.toString("utf8")) as Sent,
  }));
}

/**
 * Tries what waits of a device once more, after `device.release`: what was released becomes acts of the book, each with its question; the
 * rest stays where it is, under its number. Answers in the order of the device's count.
 */
export async function tryReleased(
  pool: pg.Pool,
  writers: Writers,
  book: string,
  device: string,
): Promise<readonly Taken[]> {
  assert(isUuid(book) && isUuid(device), "book and device are named by uuids");
  const waiting = await quarantined(pool, book, device);
  const taken: Taken[] = [];
  for (let at = 0; at < waiting.length; at += mostTogether)
    taken.push(...(await writers.again(book, waiting.slice(at, at + mostTogether))));
  return taken;
}
