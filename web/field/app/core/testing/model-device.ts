/** A telephone of the model: its disk, its tabs, and the fate of each. Not shipped. */

import type { Tools } from "../../../../../kernel/act/fold.ts";
import { efrain } from "../../../../../rooms/book/testing.ts";
import type { FieldCore } from "../../ports.ts";
import { openCore } from "../core.ts";
import type { Came, Effects, Network, Told } from "../effects.ts";
import { beginning, type Enrolled } from "../kept.ts";
import { pinGives, type StoredClerk } from "../keys/pins.ts";
import { type Fate, MemoryDisk } from "../storage/memory-storage.ts";
import { put } from "../storage/storage.ts";
import { checkBlocks } from "./model-blocks.ts";
import { modelKeeping } from "./model-keeping.ts";
import { holds, keyNamed, type NamedKey } from "./signing.ts";

/** What a device is made of. `chance` gives numbers from 0 to 1. */
export type Made = {
  readonly enrolled: Enrolled;
  readonly key: NamedKey;
  readonly tools: Tools;
  readonly chance: () => number;
  /** Whether its browser can keep tabs apart: without, what each stroke expects must be enough. */
  readonly hasLocks: boolean;
};

const pin = "1234";
const salt = "AAAAAAAAAAAAAAAAAAAAAA";

/** A PIN of one round: what is tested here is not how long guessing takes. */
const clerk = pinGives(pin, salt, 1).then(
  ({ check }): StoredClerk => ({ agent: efrain.agent, salt, rounds: 1, check, wrong: 0, until: 0, box: null }),
);

/** A device with up to two tabs open. */
export class ModelDevice {
  readonly disk = new MemoryDisk();
  readonly made: Made;
  clock = Date.parse("2026-11-15T15:00:00.000Z");
  network: Network = () => Promise.reject(new Error("no network yet"));
  /** Asked before each stroke of the storage. */
  fate: () => Fate = () => "kept";
  tabs: FieldCore[] = [];
  /** The book's last answers, for whoever plays them again. */
  readonly before = new Map<string, Came>();
  /** The build of the app: another after an update. */
  app = "model 1";
  private dying: (() => void) | null = null;
  private life = this.born();

  constructor(made: Made) {
    this.made = made;
  }

  /** Enrols it. */
  async begin(): Promise<void> {
    const changes = [...beginning(this.made.enrolled, "its key"), put("clerks", efrain.agent, await clerk)];
    await this.disk.open().commit(changes);
  }

  /** Opens the app until so many tabs are open; in each, Efraín is in. */
  async open(tabs: number): Promise<void> {
    while (this.tabs.length < tabs) {
      const core = await openCore(this.effects(), this.made.tools, modelKeeping);
      if (core === null) throw new Error("the device is enrolled");
      await checkBlocks(this.disk, this.effects(), this.made.tools);
      await core.unlock(efrain.agent, pin);
      this.tabs.push(core);
    }
  }

  /** Does something in its tabs. Null when the telephone died over it: then all its tabs are gone. */
  async alive<T>(work: () => Promise<T>): Promise<T | null> {
    const death = new Promise<null>((resolve) => {
      this.dying = () => resolve(null);
    });
    return Promise.race([work(), death]);
  }

  /** Nothing is done behind any more: what befalls the storage next befalls what happens next. */
  async rests(): Promise<void> {
    while (this.life.idle.size > 0) await this.alive(() => Promise.all(this.life.idle));
  }

  /** The battery is taken out: tabs, locks and whatever was under way are gone; the disk stays. */
  kill(): void {
    this.life.over = true;
    this.life = this.born();
    this.tabs = [];
    this.dying?.();
  }

  /** A newer app is taken: all its tabs begin anew with it. */
  update(): void {
    this.kill();
    this.app = `model ${Number(this.app.slice(6)) + 1}`;
  }

  private born(): Life {
    return { over: false, locks: new Map(), listeners: new Set(), idle: new Set() };
  }

  private effects(): Effects {
    const { life } = this;
    const { key, chance } = this.made;
    const self: { hear: ((told: Told) => void) | null } = { hear: null };
    return {
      storage: this.disk.open(() => (life.over ? "dies before" : this.struck(life))),
      network: (asked) => (life.over ? new Promise(() => {}) : this.network(asked)),
      clock: () => this.clock,
      chance: (bytes) => Uint8Array.from({ length: bytes }, () => Math.floor(chance() * 256)),
      alone: (name, work) => (this.made.hasLocks ? alone(life, name, work) : work()),
      tell: (told) => {
        for (const hear of life.listeners) if (hear !== self.hear) setTimeout(() => life.over || hear(told), 0);
      },
      listen: (hear) => {
        self.hear = hear;
        life.listeners.add(hear);
        return () => life.listeners.delete(hear);
      },
      verify: async (by, bytes, signature) => holds(by, bytes, signature),
      sha256: async () => new Uint8Array(32),
      gzip: async () => null,
      whenIdle: (work) => {
        const done = work().finally(() => life.idle.delete(done));
        life.idle.add(done);
      },
      keyOf: () => ({
        ...{
          publicKey: key.publicKey,
          isOpen: () => true,
          open: async () => true,
          close: () => {},
          wrap: async () => null,
        },
        sign: async (bytes) => key.sign(bytes),
      }),
      app: this.app,
      persisted: () => true,
      room: () => ({ used: null, quota: null }),
    };
  }

  /** Of several strokes of one life that it dies over, the first ends it; the next life is another. */
  private struck(life: Life): Fate {
    const fate = this.fate();
    if (fate.startsWith("dies")) setTimeout(() => life.over || this.kill(), 0);
    return fate;
  }
}

type Life = {
  over: boolean;
  readonly locks: Map<string, Promise<unknown>>;
  readonly listeners: Set<(told: Told) => void>;
  /** What is done when nobody waits, and not over yet. */
  readonly idle: Set<Promise<void>>;
};

/** Web Locks of one life of a browser: a try that another tab makes is not made twice, a write waits. */
async function alone<T>(life: Life, name: string, work: () => Promise<T>): Promise<T | null> {
  const before = life.locks.get(name);
  if (name.includes("-sync-") && before !== undefined) return null;
  const own = (before ?? Promise.resolve()).catch(() => {}).then(work);
  life.locks.set(name, own);
  try {
    return await own;
  } finally {
    if (life.locks.get(name) === own) life.locks.delete(name);
  }
}

/** A device's own key, by its name. */
export const deviceKey = (device: string): NamedKey => keyNamed(`telephone ${device}`);
