/** What stands under `meta`, and the keys under which it stands. */

import type { OutboxEntry, OutboxItem, Try } from "../ports.ts";
import { type Change, put } from "./storage/storage.ts";

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
 * What concerns only an act's own travelling.
 * - `sealed`: whether the seal of its receipt has arrived
 * - `next`: its place in a history that is being pulled anew
 * - `had`: the instant, by the book's own clock, since when a signed answer says that the book has it
 */
type Travelling = { readonly sealed: boolean; readonly next?: string; readonly had?: string };

/** An act as it lies in the storage. */
export type KeptItem = OutboxItem & Travelling;

/** The same as it is held in memory, without its texts. `seals`: the hand-over whose receipt it sealed; null where it sealed none. */
export type KeptEntry = OutboxEntry & Travelling & { readonly seals: string | null };

/** A photograph and how many of its bytes the server holds. */
export type KeptPhoto = {
  readonly digest: string;
  readonly bytes: Uint8Array;
  readonly sent: number;
  readonly done: boolean;
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
