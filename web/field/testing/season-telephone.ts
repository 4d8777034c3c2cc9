/** A telephone in memory that has pulled a season: with the same seed it says the same bytes. Not shipped. */
import { acts as acopioActs } from "../../../rooms/acopio/index.ts";
import { acts as agreementActs } from "../../../rooms/agreements/index.ts";
import { efrain, emptyBook, idOf, testBook } from "../../../rooms/book/testing.ts";
import { acts as financeActs } from "../../../rooms/finance/index.ts";
import { acts as marketActs } from "../../../rooms/market/index.ts";
import { acts as peopleActs } from "../../../rooms/people/index.ts";
import { acts as settlementActs } from "../../../rooms/settlement/index.ts";
import type { Chunk } from "../app/core/book/known.ts";
import { openCore } from "../app/core/core.ts";
import { beginning } from "../app/core/kept.ts";
import type { KeptKey } from "../app/core/keys/device-key.ts";
import { makeWrappedKey } from "../app/core/keys/wrapped-key.ts";
import { MemoryDisk } from "../app/core/storage/memory-storage.ts";
import { type Change, put } from "../app/core/storage/storage.ts";
import { sampleEffects } from "../app/core/testing/sample.ts";
import { tablesOf, talliesOf, valuesOf } from "../app/core/testing/telling.ts";
import type { FieldCore } from "../app/ports.ts";
import { drawn, seeded } from "./at-the-scale.ts";
import { seasonActs, seasonPoint } from "./season.ts";

/** The first day of the season, on which the telephone begins at six in the morning. */
const firstDay = "2026-10-01";
const pulledAt = `${firstDay}T10:40:00.000Z`;
const morning = Date.parse(`${firstDay}T11:00:00.000Z`);
const DAY = 86_400_000;
/** Days whose prices are published. */
const days = 60;
export const seasonDevice = {
  ...{ book: testBook, device: idOf("telephone of point 2"), place: seasonPoint, series: "QD2A" },
  bookKey: "A".repeat(43),
};

/** What the telephone pulled, in one piece. */
export function seasonChunk(members: number, publicKey: string): { readonly chunk: Chunk; readonly upTo: string } {
  const rooms = [peopleActs, agreementActs, acopioActs, marketActs, financeActs, settlementActs];
  const book = emptyBook(...rooms.flat());
  for (const { kind, says, beside = [] } of seasonActs(members, firstDay, days))
    book.speak(kind, says, { beside, received: pulledAt });
  const { device, place, series } = seasonDevice;
  book.speak("device.enrol", { device, publicKey, agent: efrain.agent, place, series }, { received: pulledAt });
  for (const { outcome, heard } of book.history)
    if (outcome.outcome !== "done") throw new Error(`${heard.body.kind}: ${JSON.stringify(outcome)}`);
  const upTo = BigInt(book.history.length);
  const chunk = { number: 1, tables: tablesOf(book, 0n, upTo), values: valuesOf(book), tallies: talliesOf(book) };
  return { chunk, upTo: `${upTo}` };
}

/** What stands in the storage of a telephone that has pulled it. */
export const seasonKept = (key: KeptKey, chunk: Chunk, upTo: string): readonly Change[] => [
  ...beginning(seasonDevice, key),
  put("meta", "cursor", {
    ...{ after: upTo, mark: null, chunk: 1, begun: 1, anew: false },
    laid: { upTo, chunk: 1, fetched: pulledAt },
  }),
  put("known", 1, chunk),
];

/** A telephone whose clock goes on only when it is told to. */
export type SeasonTelephone = {
  readonly core: FieldCore;
  readonly chance: (bytes: number) => Uint8Array;
  /** From half a minute to a minute and a half later: the next member comes. */
  readonly later: () => void;
  /** Six o'clock of the next day. */
  readonly tomorrow: () => void;
};

/** Opens it, with Efraín in. `key`: another than the seed's own. */
export async function seasonTelephone(members: number, seed: string, given?: KeptKey): Promise<SeasonTelephone> {
  const chance = seeded(seed);
  const key = given ?? (await makeWrappedKey(chance(32)));
  const { chunk, upTo } = seasonChunk(members, key.publicKey);
  const disk = new MemoryDisk();
  await disk.open().commit(seasonKept(key, chunk, upTo));
  let now = morning;
  const core = await openCore({ ...sampleEffects(disk, { now: () => now }), chance });
  if (core === null) throw new Error("the telephone is enrolled");
  await core.addClerk(efrain.agent, "1234");
  return {
    core,
    chance,
    later: () => {
      now += 30_000 + drawn(chance, 60_000);
    },
    tomorrow: () => {
      now = morning + (Math.trunc((now - morning) / DAY) + 1) * DAY;
    },
  };
}
