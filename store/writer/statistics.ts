/**
 * PostgreSQL chooses an index by what it knows of a table, and of a young one it knows nothing for up to a minute: hand-overs
 * that come by the thousand in that minute would each read their whole book (measured: five times the work after 6,000). So it
 * is told early, whenever the acts of this process have doubled; later its own autovacuum looks after that.
 */
import type { Store } from "../connection/pools.ts";

/** Acts after which the tables are looked at for the first time, and after which no more. */
const first = 250;
const last = 150_000;

/** Counts acts as they are taken. */
export type Statistics = { took(acts: number): void };

/** Looks at the tables in the background, as their owner. That it could not is no fault: only slower for a minute. */
export function statisticsOf(store: Store): Statistics {
  let taken = 0;
  let next = first;
  let looking = false;
  return {
    took: (acts) => {
      taken += acts;
      if (taken < next || next > last || looking) return;
      next = taken * 2;
      looking = true;
      store
        .connect("owner")
        .query("analyze")
        .catch(() => undefined)
        .finally(() => {
          looking = false;
        });
    },
  };
}
