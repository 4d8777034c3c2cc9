/** The app over a telephone that was filled for measuring: real screens, rules, keys and IndexedDB; only its network is never there. */
import "../../web/field/app/styles/app.css";
import { efrain } from "../../rooms/book/testing.ts";
import { browserEffects, chance } from "../../web/field/app/core/browser/effects.ts";
import { keepTrying } from "../../web/field/app/core/browser/trying.ts";
import { openCore } from "../../web/field/app/core/core.ts";
import { usualKeeping } from "../../web/field/app/core/keeping.ts";
import { makeKey } from "../../web/field/app/core/keys/keys.ts";
import { openIndexedStorage } from "../../web/field/app/core/storage/indexed-storage.ts";
import { drop, put } from "../../web/field/app/core/storage/storage.ts";
import { Trouble } from "../../web/field/app/core/sync/trouble.ts";
import { mount } from "../../web/field/app/mount.tsx";
import type { FieldCore } from "../../web/field/app/ports.ts";
import { draftKind } from "../../web/field/app/screens/hand-over/begin.ts";
import { factsOf } from "../../web/field/app/screens/hand-over/facts.ts";
import { type HandOverDraft, withPad } from "../../web/field/app/screens/hand-over/rules/draft.ts";
import { builtHere } from "../../web/field/app/shell/built.ts";
import { drawn, seeded, sevenSacksOf } from "../../web/field/testing/at-the-scale.ts";
import { memberAt, memberName } from "../../web/field/testing/season.ts";
import { seasonKept } from "../../web/field/testing/season-telephone.ts";
import { notationOf } from "../../web/language/notation.ts";
import type { Kept } from "./kept.ts";

const chosen = seeded("at size");
const notation = notationOf("es", "CO");
/** How long each piece of work takes, one after another, in milliseconds. */
async function timed(times: number, work: (turn: number) => unknown): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now();
    await work(turn);
    took.push(performance.now() - begun);
  }
  return took;
}

/** What a benchmark asks of the page. */
const page = {
  core: null as FieldCore | null,
  /** Milliseconds that the core took to open: reading, laying, indexing. */
  opening: 0,

  /** Fills the storage with a register and an outbox that a server has made ready. */
  async fill(members: number, acts: number): Promise<void> {
    const { chunk, upTo, items, now } = (await (await fetch(`/kept/${members}/${acts}`)).json()) as Kept;
    localStorage.setItem("bench.now", `${now}`);
    const storage = await openIndexedStorage();
    const next = (items.at(-1)?.sequence ?? 0) + 1;
    await storage.commit([
      ...seasonKept(await makeKey(chance), chunk, upTo),
      put("meta", "counters", { next, receipt: next }),
    ]);
    for (let from = 0; from < items.length; from += 1_000)
      await storage.commit(items.slice(from, from + 1_000).map((item) => put("outbox", item.sequence, item)));
    storage.close();
  },

  /** Waits until what follows from the acts is kept beside them, as it is on a telephone that said them one by one. */
  async kept(): Promise<void> {
    const storage = await openIndexedStorage();
    const acts = (page.core as FieldCore).outbox().length;
    const through = async (key: string) =>
      ((await storage.read("laid", key)) as { through: number } | undefined)?.through ?? 0;
    while (Math.min(await through("entries"), await through("rows")) + usualKeeping.block <= acts)
      await new Promise((resolve) => setTimeout(resolve, 500));
    storage.close();
  },

  /** The browser has time: as it has between a PIN and the first sack on the scale. */
  async rests(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => requestIdleCallback(resolve));
  },

  /** Takes away what is kept beside the acts. */
  async forget(): Promise<void> {
    const storage = await openIndexedStorage();
    await storage.commit(["entries", ...(await storage.keys("laid"))].map((key) => drop("laid", key)));
    storage.close();
  },

  /** Puts in Efraín's PIN. */
  async letIn(): Promise<void> {
    const core = page.core as FieldCore;
    if (core.clerks().length === 0) await core.addClerk(efrain.agent, "1234");
    else await core.unlock(efrain.agent, "1234");
  },

  /** Begins a hand-over of seven sacks: one left to weigh, or shown to the producer. Gives the weight of the last sack as typed. */
  async begin(members: number, stage: "weigh" | "look"): Promise<string> {
    const core = page.core as FieldCore;
    const whole = sevenSacksOf(core, memberAt(drawn(chosen, members)), chosen);
    const last = whole.bags.at(-1)?.shown ?? "";
    const six: HandOverDraft = { ...whole, stage, bags: whole.bags.slice(0, -1) };
    const value = stage === "look" ? whole : withPad(six, { container: "sack", unit: "kg" });
    await core.drafts.write({ id: whole.delivery, kind: draftKind, begun: core.now(), value });
    location.hash = `#/hand-over/${whole.delivery}`;
    return last.replace(".", ",");
  },

  /** The grade and the first payment of seven sacks, computed anew each time, and what the fold would make of the act. */
  async payments(members: number, times: number): Promise<number[]> {
    const core = page.core as FieldCore;
    const drafts = Array.from({ length: times }, () => sevenSacksOf(core, memberAt(drawn(chosen, members)), chosen));
    return timed(times, (turn) => {
      const { payment } = factsOf(core, drafts[turn] as HandOverDraft, notation);
      if (!payment.known) throw new Error(payment.because);
    });
  },

  searches(words: string): Promise<number[]> {
    return timed(words.length, (at) => (page.core as FieldCore).search(words.slice(0, at + 1), 6));
  },

  /** Yardstick: every name looked through for a text. */
  scans(members: number, words: string): Promise<number[]> {
    const names = Array.from({ length: members }, (_, at) => memberName(at));
    return timed(words.length, (at) => {
      const asked = words.slice(0, at + 1).toLowerCase();
      return names.filter((name) => name.toLowerCase().includes(asked)).length;
    });
  },

  /** Yardstick: one text as long as an act, written durably into a database that has nothing else. */
  async bareWrites(times: number): Promise<number[]> {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open("bare", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore("texts");
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const text = "a".repeat(3_000);
    const took = await timed(
      times,
      (turn) =>
        new Promise((resolve, reject) => {
          const transaction = database.transaction("texts", "readwrite", { durability: "strict" });
          transaction.objectStore("texts").put(text, turn);
          transaction.oncomplete = resolve;
          transaction.onerror = reject;
        }),
    );
    database.close();
    return took;
  },

  /** Says hand-overs without their screens. Milliseconds of each: fold, signature, seal, durable write, fold again. */
  async says(members: number, times: number): Promise<number[]> {
    const core = page.core as FieldCore;
    const { given } = await import("../../web/field/testing/at-the-scale.ts");
    return timed(times, () => given(core, sevenSacksOf(core, memberAt(drawn(chosen, members)), chosen)));
  },
  unsent: (): number => (page.core as FieldCore).sync().unsent,
};

/** The page's own type. */
export type BenchPage = typeof page;
Object.assign(globalThis, { bench: page });

/** Opens the core as `door.ts` does. */
async function opened(): Promise<FieldCore> {
  const begun = performance.now();
  const storage = await openIndexedStorage();
  const [then, opens] = [Number(localStorage.getItem("bench.now")), Date.now()];
  const clock = () => then + Date.now() - opens;
  const network = () => Promise.reject(new Trouble("no-signal"));
  const core = await openCore({ ...browserEffects(storage, "bench"), clock, network });
  if (core === null) throw new Error("it was filled");
  page.opening = performance.now() - begun;
  page.core = core;
  keepTrying(core);
  return core;
}

const place = document.getElementById("app");
if (place !== null && localStorage.getItem("bench.now") !== null)
  void mount(place, builtHere(), async () => {
    const core = await opened();
    return { core: () => core, enrol: async () => core };
  });
