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
      const core = await openCore(this.effects(), this.made.tools);
      if (core === null) throw new Error("the device is enrolled");
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

  /** The battery is taken out: tabs, locks and whatever was under way are gone; the disk stays. */
  kill(): void {
    this.life.over = true;
    this.life = this.born();
    this.tabs = [];
    this.dying?.();
  }

  private born(): Life {
    return { over: false, locks: new Map(), listeners: new Set() };
  }

  private effects(): Effects {
    const { life } = this;
    const { key, chance } = this.made;
    const self: { hear: ((told: Told) => void) | null } = { hear: null };
    return {
      storage: this.disk.open(() => (life.over ? "dies before" : this.struck())),
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
      app: "model",
      persisted: () => true,
      room: () => ({ used: null, quota: null }),
    };
  }

  private struck(): Fate {
    const fate = this.fate();
    if (fate.startsWith("dies")) setTimeout(() => this.kill(), 0);
    return fate;
  }
}

type Life = {
  over: boolean;
  readonly locks: Map<string, Promise<unknown>>;
  readonly listeners: Set<(told: Told) => void>;
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
