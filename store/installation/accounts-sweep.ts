/** Takes away what is long past of coming in, once a day: counts of guesses, sessions, browsers and tickets that no longer open anything. */
import type pg from "pg";
import { sweepPieces } from "../field/pieces.ts";
import type { Job } from "../jobs/clock.ts";
import { longestMemory } from "./guessing-waits.ts";

/** How long an ended session is still kept, for whoever looks into what happened; in milliseconds. */
const keptAfter = 90 * 24 * 60 * 60_000;
const DAY = 24 * 60 * 60_000;

/** Deletes as `keeper`, which alone may; gives how many rows went. What happened to accounts (`account_event`) stays. */
export async function sweepPast(keeper: pg.Pool, now: number): Promise<number> {
  const past: readonly (readonly [string, number])[] = [
    ["delete from ayni.guessing where last < to_timestamp($1::bigint / 1000.0)", now - longestMemory],
    ["delete from ayni.session where expires < to_timestamp($1::bigint / 1000.0)", now - keptAfter],
    ["delete from ayni.known_browser where expires < to_timestamp($1::bigint / 1000.0)", now - keptAfter],
    ["delete from ayni.field_ticket where expires < to_timestamp($1::bigint / 1000.0)", now - keptAfter],
  ];
  let gone = await sweepPieces(keeper, now);
  for (const [text, before] of past) gone += (await keeper.query(text, [before])).rowCount ?? 0;
  return gone;
}

/** The same as a job: at the start, and then each day. */
export function dailySweep(keeper: pg.Pool, now: () => number): Job {
  let last = 0;
  return {
    name: "sweep of what is long past",
    due: async () => now() - last >= DAY,
    work: async () => {
      await sweepPast(keeper, now());
      last = now();
    },
  };
}
