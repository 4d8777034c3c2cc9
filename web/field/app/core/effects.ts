/** The effects that the core of a telephone stands on. Whoever opens it gives them: the browser, or a test that plays with fate. */
import type { DeviceKey } from "./keys/device-key.ts";
import type { Storage } from "./storage/storage.ts";

/** One request to the server, already packed. `path` as it is sent, with its query. */
export type Asked = {
  readonly method: "GET" | "POST" | "PUT";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
};

/** What came back, whoever sent it. */
export type Came = {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly bytes: Uint8Array;
};

/** The network: throws when nothing comes back within the time it allows. */
export type Network = (asked: Asked) => Promise<Came>;

/** What is told to the other tabs and to the worker of this telephone. `said`: acts were added; `acts`: others were answered. */
export type Told = "said" | "acts" | "known" | "drafts" | "clerks" | "state";

/** Effects, all of them. */
export type Effects = {
  readonly storage: Storage;
  readonly network: Network;
  /** Milliseconds since 1970 by this telephone's clock, right or wrong. */
  readonly clock: () => number;
  readonly chance: (bytes: number) => Uint8Array;
  /** Runs work while no other tab or worker runs work of the same name. Null: the lock could not be had. */
  readonly alone: <T>(name: string, work: () => Promise<T>) => Promise<T | null>;
  readonly tell: (told: Told) => void;
  readonly listen: (heard: (told: Told) => void) => () => void;
  readonly verify: (publicKey: string, text: Uint8Array, signature: string) => Promise<boolean>;
  readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Runs work when nobody waits for anything else. */
  readonly whenIdle: (work: () => Promise<void>) => void;
  readonly gzip: (bytes: Uint8Array) => Promise<Uint8Array | null>;
  /** Opens the kept key of this device; null when it is not there or cannot be read. */
  readonly keyOf: (kept: unknown) => DeviceKey | null;
  /** The version of the app. */
  readonly app: string;
  readonly persisted: () => boolean | null;
  readonly room: () => { readonly used: number | null; readonly quota: number | null };
};
