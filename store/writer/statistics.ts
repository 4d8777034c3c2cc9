/**
 * PostgreSQL chooses an index by what it knows of a table, and of a young one it knows nothing for up to a minute: hand-overs
 * that come by the thousand in that minute would each read their whole book (measured: five times the work after 6,000). So it
 * is told early, whenever what this process has written to a table has doubled; later its own autovacuum looks after that.
 */
import type { Store } from "../connection/pools.ts";
import type { Part } from "./rows.ts";

/** Rows after which a table is looked at for the first time, and after which no more. */
const first = 250;
const last = 150_000;
/** A moment for the transaction to be committed, in milliseconds: before, its rows cannot be seen. */
const moment = 200;

/** Counts rows as they are written. */
export type Statistics = { wrote(parts: readonly Part[]): void };

/** Looks at tables in the background, as their owner. That it could not is no fault: only slower for a minute. */
export function statisticsOf(store: Store): Statistics {
  const owner = store.connect("owner"); // Opens nothing yet; once the store is closed it refuses, and that is well.
  const tables = new Map<string, { rows: number; next: number }>();
  const due = new Set<string>();
  let looking = false;
  const look = async (): Promise<void> => {
    for (const table of due) {
      due.delete(table);
      await owner.query(`analyze ayni."${table}"`).catch(() => undefined);
    }
    looking = false;
  };
  return {
    wrote: (parts) => {
      for (const { name, rows } of parts) {
        const seen = tables.get(name) ?? { rows: 0, next: first };
        tables.set(name, seen);
        seen.rows += rows;
        if (seen.rows < seen.next || seen.next > last) continue;
        seen.next = seen.rows * 2;
        due.add(name);
      }
      if (due.size === 0 || looking) return;
      looking = true;
      setTimeout(look, moment).unref();
    },
  };
}
