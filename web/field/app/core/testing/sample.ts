/** A telephone in memory over the sample book, to try screens on: no server, nothing kept. Not shipped. */
import { efrain, testBook } from "../../../../../rooms/book/testing.ts";
import type { FieldCore } from "../../ports.ts";
import { openCore } from "../core.ts";
import type { Effects } from "../effects.ts";
import { beginning } from "../kept.ts";
import { keyOf, makeKey, verify } from "../keys/keys.ts";
import { type Fate, MemoryDisk } from "../storage/memory-storage.ts";
import { put } from "../storage/storage.ts";
import { Trouble } from "../sync/trouble.ts";
import { sampleBook } from "./sample-book.ts";
import { tablesOf, talliesOf, valuesOf } from "./telling.ts";

/** How the sample is made: a clock that stands in the season, how many members, the PIN of Efraín, and what befalls the storage. */
export type Sample = {
  readonly now?: () => number;
  readonly members?: number;
  readonly pin?: string | null;
  readonly fate?: () => Fate;
  readonly locked?: boolean;
};

const chance = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** Ten in the morning in Bogotá, 15 November 2026, and on from there. */
function seasonClock(): () => number {
  const [begun, then] = [Date.now(), Date.parse("2026-11-15T15:00:00.000Z")];
  return () => then + Date.now() - begun;
}

/** Effects without a network and with one tab. */
export const sampleEffects = (disk: MemoryDisk, how: Sample): Effects => ({
  storage: disk.open(how.fate),
  network: () => Promise.reject(new Trouble("no-signal")),
  clock: how.now ?? seasonClock(),
  chance,
  alone: (_, work) => work(),
  tell: () => {},
  listen: () => () => {},
  verify,
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as BufferSource)),
  gzip: async () => null,
  whenIdle: (work) => void work(),
  keyOf,
  app: "sample",
  persisted: () => true,
  room: () => ({ used: 1_000_000, quota: 100_000_000 }),
});

/** A disk with an enrolled telephone that has pulled the sample book. */
export async function sampleDisk(members: number): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const book = sampleBook(members);
  const upTo = BigInt(book.history.length);
  const chunk = { number: 1, tables: tablesOf(book, 0n, upTo), values: valuesOf(book), tallies: talliesOf(book) };
  const enrolled = { book: testBook, device: efrain.device, place: "point-2", series: "QD2A", bookKey: "A".repeat(43) };
  await disk.open().commit([
    ...beginning(enrolled, await makeKey(chance)),
    put("meta", "cursor", {
      after: upTo.toString(),
      mark: null,
      chunk: 1,
      laid: { upTo: upTo.toString(), chunk: 1, fetched: "2026-11-15T11:40:00.000Z" },
    }),
    put("known", 1, chunk),
  ]);
  return disk;
}

/** The core to try screens on. Efraín is in, with the PIN 1234, unless it is said otherwise. */
export async function sampleCore(how: Sample = {}): Promise<FieldCore> {
  const core = await openCore(sampleEffects(await sampleDisk(how.members ?? 40), how));
  if (core === null) throw new Error("the sample is enrolled");
  if (how.pin !== null) await core.addClerk(efrain.agent, how.pin ?? "1234");
  if (how.locked === true) core.lock();
  return core;
}
