/** How a telephone becomes a point's device: it makes its key, shows the manager's ticket, and keeps what the book signs. */

import type { Refusal } from "../../../../kernel/refusal.ts";
import { type EnrolRequest, enrolAnswer, signedAnswer } from "../../wire.ts";
import type { NotEnrolled, OutboxItem } from "../ports.ts";
import { utf8, utf8Text } from "./bytes.ts";
import type { Came, Effects } from "./effects.ts";
import { beginning, type Enrolled } from "./kept.ts";
import { bookKeyId } from "./keys/book-key.ts";
import type { KeptKey } from "./keys/device-key.ts";
import { isWaiting } from "./outbox/item.ts";
import { type Change, drop, put, type StoreKey, type StoreName } from "./storage/storage.ts";
import { Trouble } from "./sync/trouble.ts";

/** What is kept between showing a ticket and its answer: who asks again with the same key gets the same answer. */
type Asking = { readonly ticket: string; readonly key: KeptKey };

/** What enrolling needs beside the effects. */
export type Enrolling = {
  readonly makeKey: () => Promise<KeptKey>;
  /** What kind of telephone it says it is. */
  readonly machine: string;
};

/** Redeems a ticket. Gives null when this telephone is the device now. */
export async function enrol(
  effects: Effects,
  ticket: string,
  keyId: string,
  { makeKey, machine }: Enrolling,
): Promise<NotEnrolled | null> {
  const key = await keyFor(effects, ticket, makeKey);
  if ("notEnrolled" in key) return key;
  const request: EnrolRequest = {
    form: "ayni-enrol/1",
    ticket,
    publicKey: key.publicKey,
    machine: machine.slice(0, 200),
    app: effects.app,
  };
  const headers = { "Content-Type": "application/json" };
  const asked = { method: "POST", path: "/field/enrol", headers, body: utf8(JSON.stringify(request)) } as const;
  const came = await effects
    .network(asked)
    .catch((error: unknown) => (error instanceof Trouble ? error : new Trouble("no-answer")));
  if (came instanceof Trouble) return { notEnrolled: "no-signal" };
  const enrolled = await enrolledBy(effects, came, keyId);
  if ("notEnrolled" in enrolled) return enrolled;
  return keep(effects, enrolled, key);
}

async function keyFor(effects: Effects, ticket: string, make: () => Promise<KeptKey>): Promise<KeptKey | NotEnrolled> {
  try {
    const before = (await effects.storage.read("meta", "asking")) as Asking | undefined;
    if (before?.ticket === ticket) return before.key;
    const key = await make().catch(() => null);
    if (key === null) return { notEnrolled: "no-keys" };
    await effects.storage.commit([put("meta", "asking", { ticket, key })]);
    return key;
  } catch {
    return { notEnrolled: "storage" };
  }
}

/** What the book signed, by the key that the manager's code names. */
async function enrolledBy(effects: Effects, came: Came, keyId: string): Promise<Enrolled | NotEnrolled> {
  const value = jsonOf(came.bytes);
  const signed = signedAnswer.safeParse(value);
  if (!signed.success) return notSigned(came.status, value);
  const read = enrolAnswer.safeParse(jsonOf(utf8(signed.data.answer)));
  if (!read.success) return { notEnrolled: "not-the-book" };
  const { book, device, place, series, bookKey } = read.data;
  const named = bookKeyId(bookKey);
  // A ticket typed by hand names no key: the clerk compares the name afterwards, which the screen shows.
  const holds =
    (keyId === "" || named === keyId) &&
    (await effects.verify(bookKey, utf8(signed.data.answer), signed.data.signature));
  return holds ? { book, device, place, series, bookKey } : { notEnrolled: "not-the-book" };
}

/** A problem that the server tells is told on; whatever else came is not the book. */
function notSigned(status: number, value: unknown): NotEnrolled {
  const told = value as { readonly code?: unknown; readonly facts?: unknown } | null;
  if (typeof told?.code === "string" && status >= 400 && status < 500) {
    const refusals = [{ code: told.code, facts: (told.facts ?? {}) as Refusal["facts"] }];
    return { notEnrolled: told.code === "field.insecure" ? "insecure" : "ticket", refusals };
  }
  return { notEnrolled: status >= 500 ? "server" : "not-the-book" };
}

/**
 * One stroke. A telephone that was a device before begins anew, whatever of the old one is sent; what is not sent is not given up for
 * it: it goes up first, or into a file.
 */
async function keep(effects: Effects, enrolled: Enrolled, key: KeptKey): Promise<NotEnrolled | null> {
  const { storage } = effects;
  try {
    const before = await storage.read("meta", "enrolled");
    const counters = await storage.read("meta", "counters");
    if (((await storage.list("outbox")) as OutboxItem[]).some(isWaiting)) return { notEnrolled: "unsent" };
    const old = await Promise.all(
      (["outbox", "known", "clerks", "laid"] as const).map(async (store) => keysOf(store, await storage.keys(store))),
    );
    const changes = [...old.flat(), ...beginning(enrolled, key), drop("meta", "asking")];
    const expected = [
      { store: "meta", key: "enrolled", value: before },
      { store: "meta", key: "counters", value: counters },
    ] as const;
    return (await storage.commit(changes, expected)) ? null : { notEnrolled: "storage" };
  } catch {
    return { notEnrolled: "storage" };
  }
}

const keysOf = (store: StoreName, keys: readonly StoreKey[]): readonly Change[] => keys.map((key) => drop(store, key));

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Text(bytes));
  } catch {
    return null;
  }
}
