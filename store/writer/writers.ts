/** The writers of all books here: one each, made when first needed. The door through which every act comes in. */
import type { Sent } from "../../kernel/act/envelope.ts";
import type { Tools } from "../../kernel/act/fold.ts";
import { hear } from "../../kernel/act/heard.ts";
import { isUuid } from "../../kernel/ids.ts";
import { assert, type Refusal, refused } from "../../kernel/refusal.ts";
import type { Store } from "../connection/pools.ts";
import { BookWriter } from "./book-writer.ts";
import { bytesOfSent } from "./intake.ts";
import { deviceKeys, type Signatures } from "./signatures.ts";
import { statisticsOf } from "./statistics.ts";
import type { Seal, Taken, Waiting } from "./transaction.ts";

/** Says acts to books. */
export type Writers = {
  /** Takes acts for a book from a source (a session's or device's name); answers each. Never loses what it answers. */
  take(book: string, source: string, acts: readonly Sent[]): Promise<readonly Taken[]>;
  /** Keeps bytes that are no list of acts. */
  keep(book: string, source: string, bytes: Uint8Array, because: Refusal): Promise<Taken>;
  /** Tries kept bytes again, under their numbers: after an upgrade, or once a device is enrolled. */
  again(book: string, kept: readonly { number: bigint; sent: Sent; source: string }[]): Promise<readonly Taken[]>;
};

/** Opens the writers over a store. `now` is the book's clock as an ISO instant; `signatures` those of the door, if there is one. */
export function openWriters(
  store: Store,
  tools: Tools,
  seal: Seal,
  now: () => string,
  signatures: Signatures = deviceKeys(store.connect("app")),
): Writers {
  const pool = store.connect("app");
  const writers = new Map<string, BookWriter>();
  const { wrote } = statisticsOf(store);
  const writerOf = (book: string): BookWriter => {
    assert(isUuid(book), "a book is named by a uuid"); // It goes into `set local`, which takes no parameters.
    const open = writers.get(book) ?? new BookWriter(pool, { book, tools, seal, now, wrote });
    writers.set(book, open);
    return open;
  };
  const listen = async (book: string, source: string, sent: Sent): Promise<Waiting["item"]> => {
    const received = now();
    const unread = (because: Refusal, act: string | null = null): Waiting["item"] => ({
      unread: { form: "act", bytes: bytesOfSent(sent), source, received, because, act },
    });
    const hearing = hear(sent, book, received, tools.vocabulary);
    if ("kept" in hearing) return unread(hearing.kept);
    const doubt = await signatures.broken(hearing.heard);
    return doubt === null ? { heard: hearing.heard } : unread(doubt, hearing.heard.body.id);
  };
  return {
    take: async (book, source, acts) => {
      const items = await Promise.all(acts.map((sent) => listen(book, source, sent)));
      return writerOf(book).take(items.map((item) => ({ source, item })));
    },
    keep: async (book, source, bytes, because) => {
      const unread = { form: "raw" as const, bytes, source, received: now(), because, act: null };
      return (await writerOf(book).take([{ source, item: { unread } }]))[0] as Taken;
    },
    again: async (book, kept) => {
      const waiting = await Promise.all(
        kept.map(async ({ number, sent, source }) => ({
          source,
          item: await listen(book, source, sent),
          intake: number,
        })),
      );
      return writerOf(book).take(waiting);
    },
  };
}

/** The refusal of bytes that are not JSON or not a list of acts. */
export const unreadableBytes = (problem: string): Refusal => refused("act.bytes-unreadable", { problem }).refusal;
