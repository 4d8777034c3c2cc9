/** What *today* says of backups: the last good one, what went wrong since, and when the next is due. */
import type pg from "pg";
import type { Refusal } from "../../kernel/refusal.ts";
import type { Store } from "../connection/pools.ts";
import { nextDaily } from "./daily.ts";

/** A good backup. `position` is where the asked book stood in it; null when it was not there yet. */
export type GoodBackup = {
  readonly run: string;
  readonly ended: string;
  readonly place: string;
  readonly file: string;
  readonly bytes: bigint;
  readonly encrypted: boolean;
  readonly position: bigint | null;
  readonly rows: bigint | null;
  readonly tables: number | null;
};

/** How backups stand, for one book. `failed` is there when the newest attempt failed. `next` is an ISO instant. */
export type BackupStanding = {
  readonly good: GoodBackup | null;
  readonly failed: { readonly ended: string; readonly refusal: Refusal } | null;
  readonly next: string;
};

/** How backups of this installation stand, with the figures of one book only (null: of none). `now` in milliseconds since 1970. */
export async function lastBackup(store: Store, book: string | null, now: number): Promise<BackupStanding> {
  const app = store.connect("app");
  const good = await lastGood(app, book);
  const { rows } = await app.query(
    "select ended, refusal from ayni.backup_run order by ended desc, began desc limit 1",
  );
  const newest = rows[0] as { ended: string; refusal: Refusal | null } | undefined;
  const failed = newest?.refusal == null ? null : { ended: newest.ended, refusal: newest.refusal };
  return { good, failed, next: nextDaily({ good: good?.ended ?? null, tried: newest?.ended ?? null }, now) };
}

async function lastGood(app: pg.Pool, book: string | null): Promise<GoodBackup | null> {
  const { rows } = await app.query(
    `select r.run, r.ended, r.place, r.file, r.size_bytes as bytes, r.encrypted, p.position, p.row_count as rows, p.table_count as tables
       from ayni.backup_run r left join ayni.backup_part p on p.run = r.run and p.book_id = $1::uuid
      where r.refusal is null order by r.ended desc, r.began desc limit 1`,
    [book],
  );
  return (rows[0] as GoodBackup | undefined) ?? null;
}
