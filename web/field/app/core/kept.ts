/** What stands under `meta`, and the keys under which it stands. */

import type { Draft, OutboxItem, Try } from "../ports.ts";
import type { Chunk } from "./book/known.ts";
import type { StoredClerk } from "./keys/pins.ts";
import { type Change, put, type Storage } from "./storage/storage.ts";

/** Who this telephone is, as the server said when it was enrolled. */
export type Enrolled = {
  readonly book: string;
  readonly device: string;
  readonly place: string;
  readonly series: string;
  /** The public key by which answers of the book are known. */
  readonly bookKey: string;
};

/** What the next act and the next receipt will be numbered. */
export type Counters = { readonly next: number; readonly receipt: number };

/**
 * How far this telephone has pulled, and into how many chunks; `mark` is the server's own, given back as it came.
 * - `laid`: how much of it is known, and since when. A pull of several answers is known when its last is here, so that rows and sums are
 *   of one moment.
 * - `begun`: the first chunk of the history that is being pulled. What was known before stays known until a new one is here whole.
 * - `anew`: that history takes the place of one before.
 */
export type Cursor = {
  readonly after: string;
  readonly mark: string | null;
  readonly chunk: number;
  readonly begun: number;
  readonly anew: boolean;
  readonly laid: { readonly upTo: string; readonly chunk: number; readonly fetched: string | null };
};

/** What the book's last signed answer told of this device, and the tries since. */
export type Heard = {
  readonly lastHeard: string | null;
  readonly clockError: number | null;
  readonly revoked: boolean;
  readonly tries: readonly Try[];
};

/**
 * An act with what concerns only its own travelling: whether the seal of its receipt has arrived, and its place in a history that is
 * being pulled anew.
 */
export type KeptItem = OutboxItem & { readonly sealed: boolean; readonly next?: string };

/** A photograph and how many of its bytes the server holds. */
export type KeptPhoto = {
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly sent: number;
  readonly done: boolean;
};

/** Everything that is read when a telephone is opened; photographs only when they travel. */
export type Kept = {
  readonly enrolled: Enrolled;
  readonly key: unknown;
  readonly counters: Counters;
  readonly cursor: Cursor;
  readonly heard: Heard;
  readonly items: readonly KeptItem[];
  readonly chunks: readonly Chunk[];
  readonly drafts: readonly Draft[];
  readonly clerks: readonly StoredClerk[];
};

/** What an enrolled telephone begins with: kept in the stroke that enrols it, so that every later stroke finds what it expects. */
export const beginning = (enrolled: Enrolled, key: unknown): readonly Change[] => {
  const counters: Counters = { next: 1, receipt: 1 };
  const laid = { upTo: "0", chunk: 0, fetched: null };
  const cursor: Cursor = { after: "0", mark: null, chunk: 0, begun: 1, anew: false, laid };
  const kept = { enrolled, key, counters, cursor, heard: nothingHeard };
  return Object.entries(kept).map(([name, value]) => put("meta", name, value));
};

export const nothingHeard: Heard = { lastHeard: null, clockError: null, revoked: false, tries: [] };

/** Reads all of it; null while this telephone is nobody's device. */
export async function keptIn(storage: Storage): Promise<Kept | null> {
  const enrolled = (await storage.read("meta", "enrolled")) as Enrolled | undefined;
  if (enrolled === undefined) return null;
  const [key, counters, cursor, heard, items, chunks, drafts, clerks] = await Promise.all([
    storage.read("meta", "key"),
    storage.read("meta", "counters"),
    storage.read("meta", "cursor"),
    storage.read("meta", "heard"),
    storage.list("outbox"),
    storage.list("known"),
    storage.list("drafts"),
    storage.list("clerks"),
  ]);
  return {
    enrolled,
    key,
    counters: counters as Counters,
    cursor: cursor as Cursor,
    heard: (heard as Heard | undefined) ?? nothingHeard,
    items: items as readonly KeptItem[],
    chunks: chunks as readonly Chunk[],
    drafts: drafts as readonly Draft[],
    clerks: clerks as readonly StoredClerk[],
  };
}
