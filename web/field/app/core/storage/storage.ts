/**
 * Where a telephone keeps what it must not lose. One way to write: all changes of a stroke or none, durable when the promise
 * resolves, and only if what was read before still stands. So no order of kills, tabs or workers can leave half a stroke.
 */

/**
 * - `meta`: who this device is, its key, its counters, how far it has pulled
 * - `outbox`: acts by sequence, never edited but for the book's answer
 * - `known`: what was pulled, in chunks by number
 * - `drafts`, `photos` (by digest), `clerks` (by agent)
 * - `laid`: what follows from the others and may be thrown away at any time; it spares reading and folding all of them at opening
 */
export const storeNames = ["meta", "outbox", "known", "drafts", "photos", "clerks", "laid"] as const;
export type StoreName = (typeof storeNames)[number];

/** The key of a kept value. */
export type StoreKey = string | number;

/** One change of a stroke: a value is put under its key, or the key goes. */
export type Change =
  | { readonly store: StoreName; readonly key: StoreKey; readonly value: unknown }
  | { readonly store: StoreName; readonly key: StoreKey; readonly gone: true };

/** What must still stand when the stroke is made: compared as JSON text; `undefined`: nothing stands there. */
export type Expected = { readonly store: StoreName; readonly key: StoreKey; readonly value: unknown };

/** The storage of one telephone. */
export type Storage = {
  readonly read: (store: StoreName, key: StoreKey) => Promise<unknown>;
  /** Values in the order of their keys, from one key to another, both included. */
  readonly list: (store: StoreName, from?: StoreKey, to?: StoreKey) => Promise<readonly unknown[]>;
  readonly keys: (store: StoreName) => Promise<readonly StoreKey[]>;
  readonly count: (store: StoreName) => Promise<number>;
  /**
   * Makes all changes, or none. False: what was expected no longer stands, and nothing was changed. Throws `StorageFull` when there is
   * no room, `StorageAway` when the storage cannot be reached: then nothing is certain but that the stroke is whole or not there.
   */
  readonly commit: (changes: readonly Change[], expected?: readonly Expected[]) => Promise<boolean>;
  readonly close: () => void;
};

/** There is no room left; nothing was changed. */
export class StorageFull extends Error {
  constructor() {
    super("no room left in the storage");
  }
}

/** The storage cannot be reached now. */
export class StorageAway extends Error {
  constructor(why: string) {
    super(`the storage cannot be reached: ${why}`);
  }
}

/** Whether what stands is what was expected. */
export const stands = (expected: Expected, found: unknown): boolean =>
  JSON.stringify(found) === JSON.stringify(expected.value);

/** Puts a value. */
export const put = (store: StoreName, key: StoreKey, value: unknown): Change => ({ store, key, value });

/** Takes a value away. */
export const drop = (store: StoreName, key: StoreKey): Change => ({ store, key, gone: true });
