/** A page with the telephone's core and nothing to see, for tests in a real browser: storage, keys and tabs as they are. Not shipped. */
import { sevenSacks } from "../../../rooms/acopio/testing.ts";
import { efrain, testBook } from "../../../rooms/book/testing.ts";
import { browserEffects, chance } from "../app/core/browser/effects.ts";
import { utf8 } from "../app/core/bytes.ts";
import { openCore } from "../app/core/core.ts";
import { beginning } from "../app/core/kept.ts";
import type { KeptKey } from "../app/core/keys/device-key.ts";
import { makeKey, verify } from "../app/core/keys/keys.ts";
import { makeWrappedKey } from "../app/core/keys/wrapped-key.ts";
import { openIndexedStorage } from "../app/core/storage/indexed-storage.ts";
import { type Change, put } from "../app/core/storage/storage.ts";
import { sampleBook } from "../app/core/testing/sample-book.ts";
import { tablesOf, talliesOf, valuesOf } from "../app/core/testing/telling.ts";
import type { FieldCore, NotSaid, OutboxItem, SaidHere } from "../app/ports.ts";
import { wholeOutbox } from "./wholes.ts";

const enrolled = { book: testBook, device: efrain.device, place: "point-2", series: "QD2A", bookKey: "A".repeat(43) };

/** What a test may do in the page. */
const page = {
  core: null as FieldCore | null,

  /** Makes this browser a telephone that has pulled the sample book. `wrapped`: as a browser without Ed25519 would. */
  async enrol(members = 20, wrapped = false): Promise<string> {
    const storage = await openIndexedStorage();
    const key: KeptKey = wrapped ? await makeWrappedKey(chance(32)) : await makeKey(chance);
    const book = sampleBook(members);
    const upTo = book.history.length.toString();
    const laid = { upTo, chunk: 1, fetched: "2026-11-15T11:40:00.000Z" };
    await storage.commit([
      ...beginning(enrolled, key),
      put("meta", "cursor", { after: upTo, mark: null, chunk: 1, begun: 1, anew: false, laid }),
      put("known", 1, {
        number: 1,
        tables: tablesOf(book, 0n, BigInt(upTo)),
        values: valuesOf(book),
        tallies: talliesOf(book),
      }),
    ]);
    storage.close();
    return key.publicKey;
  },

  /** Opens the telephone as the app does; milliseconds it took. */
  async open(): Promise<number> {
    const begun = performance.now();
    page.core = await openCore(browserEffects(await openIndexedStorage(), "test"));
    return performance.now() - begun;
  },

  say(how: { act?: string } = {}): Promise<SaidHere | NotSaid> {
    const { delivery: _, ...says } = sevenSacks;
    return (page.core as FieldCore).say("delivery.receive", says, { receipt: true, ...how });
  },

  /** Says hand-over after hand-over and writes each that was said to the console, until the browser dies. */
  async sayOnAndOn(): Promise<void> {
    for (;;) {
      const said = await page.say();
      console.log("item" in said ? `said ${said.item.sequence} ${said.item.act}` : `not said: ${said.notSaid}`);
    }
  },

  /** Puts so many unsent hand-overs into the outbox at once, each like the last one said but for its id. For measuring. */
  async many(count: number): Promise<void> {
    const core = page.core as FieldCore;
    const last = (await wholeOutbox(core)).at(-1) as OutboxItem;
    const storage = await openIndexedStorage();
    const [from, changes] = [last.sequence, []] as [number, Change[]];
    for (let sequence = from + 1; sequence <= from + count; sequence += 1) {
      const act = core.newId();
      const text = last.text.replaceAll(last.act, act).replace(`"sequence":${from}`, `"sequence":${sequence}`);
      const printed = text.replace(/QD2A-\d+/, `QD2A-${sequence.toString().padStart(6, "0")}`);
      changes.push(put("outbox", sequence, { ...last, act, sequence, text: printed }));
    }
    await storage.commit([...changes, put("meta", "counters", { next: from + count + 1, receipt: from + count + 1 })]);
    storage.close();
  },

  outbox: () =>
    (page.core as FieldCore).outbox().map(({ sequence, act, gist }) => ({ sequence, act, receipt: gist?.receipt })),
  /** Whether every act's signature is by this device's key. */
  signed: async (publicKey: string) =>
    Promise.all(
      (await wholeOutbox(page.core as FieldCore)).map(({ text, signature }) =>
        verify(publicKey, utf8(text), signature),
      ),
    ),
  raw: async (store: "meta" | "clerks" | "drafts", key: string) => (await openIndexedStorage()).read(store, key),
  dropKey: async () => (await openIndexedStorage()).commit([{ store: "meta", key: "key", gone: true }]),
  exported: async () => (await (page.core as FieldCore).exportUnsent()).text(),
  agent: efrain.agent,
  fill: (bytes: number) =>
    (page.core as FieldCore).keepPhoto(crypto.getRandomValues(new Uint8Array(Math.min(bytes, 65_536)))),
};

/** The page's own type, for tests. */
export type CorePage = typeof page;
Object.assign(globalThis, { ayni: page });
