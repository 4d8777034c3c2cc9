/** A server over a database of the test's own: Marta manages a made-up cooperative, Efraín receives with his telephone. */
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import type { Sent } from "../../kernel/act/envelope.ts";
import type { Tools } from "../../kernel/act/fold.ts";
import { tools as allTools } from "../../rooms/all.ts";
import { efrain, idOf, marta, testBook, testSettings } from "../../rooms/book/testing.ts";
import type { Store } from "../../store/connection/pools.ts";
import { homeAt } from "../../store/installation/home.ts";
import { overStore } from "../../store/installation/open.ts";
import { freshDatabase } from "../../store/testing/database.ts";
import { keyIdOf, rawPublicKey } from "../../store/writer/seal.ts";
import type { ActAnswer } from "../api/acts.ts";
import { createApp } from "../server/app.ts";
import { type Services, servicesOf } from "../server/services.ts";

/** How a test says an act. Unsaid: by Marta on her seat. */
export type Saying = {
  readonly id?: string;
  readonly book?: string;
  readonly version?: number;
  readonly by?: string;
  readonly through?: unknown;
};

let spoken = 0;
const at = () => new Date().toISOString();

/** An act as sent. */
export function said(kind: string, says: unknown, how: Saying = {}): Sent {
  spoken += 1;
  const through = how.through ?? { way: "seat", seat: marta.seat, at: at() };
  const { id = idOf(`spoken ${spoken}`), book = testBook, version = 1, by = marta.agent } = how;
  return { body: JSON.stringify({ id, book, kind, version, by, through, says }) };
}

/** An act said and signed on Efraín's telephone. */
export function signed(key: KeyObject, kind: string, says: unknown, how: Saying = {}): Sent {
  const through = { way: "device", device: efrain.device, sequence: 1, at: at() };
  const { body } = said(kind, says, { by: efrain.agent, through, ...how });
  return { body, signature: sign(null, Buffer.from(body, "utf8"), key).toString("base64url") };
}

/** A running server without a socket, with tokens of those who may use it. */
export type Served = {
  readonly app: Hono;
  readonly services: Services;
  readonly telephone: KeyObject;
  /** Session tokens. */
  readonly marta: string;
  readonly efrain: string;
  /** What the book's clock says, in milliseconds; the real time until a test sets it. */
  readonly clock: { now: number };
  /** Faults that the server reported. */
  readonly faults: unknown[];
  post(body: BodyInit, headers?: Record<string, string>): Promise<Response>;
  /** Sends acts with a token (none: null), and gives back the answers. */
  send(acts: readonly Sent[], token?: string | null, book?: string): Promise<readonly ActAnswer[]>;
  get(path: string, token?: string | null, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
};

const realTime = {
  get now(): number {
    return Date.now();
  },
  set now(_: number) {
    throw new Error("an opened book goes by the real time");
  },
};

/** How a book is served: opened, or left for a story to open; with tools of the test's own; over another way to its database. */
export type Serving = {
  readonly tools?: Tools;
  readonly book?: "opened" | "unopened";
  readonly store?: (database: Store) => Promise<Store>;
};

/** Opens the book, gives Efraín seat and telephone, and serves it. */
export async function served({ tools = allTools, book = "opened", store }: Serving = {}): Promise<Served> {
  const database = await freshDatabase();
  const used = store === undefined ? database : await store(database);
  const clock = book === "opened" ? realTime : { now: Date.now() };
  const { privateKey } = generateKeyPairSync("ed25519");
  const raw = rawPublicKey(privateKey);
  const keys = { privateKey, sealKeys: new Map([[keyIdOf(raw), raw]]) };
  const home = homeAt(mkdtempSync(join(tmpdir(), "ayni-served-")));
  const installation = overStore(home, used, tools, keys, () => clock.now);
  const faults: unknown[] = [];
  const services = servicesOf(installation, (_, error) => faults.push(error));
  const app = createApp(services);
  const telephone = generateKeyPairSync("ed25519");
  const opening = [
    said("book.open", { settings: testSettings, founder: marta }),
    said("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: "2026-01-01" }),
    said("device.enrol", { device: efrain.device, publicKey: rawPublicKey(telephone.publicKey), agent: efrain.agent }),
  ];
  if (book === "unopened") opening.length = 0;
  for (const answer of await installation.writers.take(testBook, "test", opening))
    if (!("outcome" in answer) || answer.outcome !== "done") throw new Error(JSON.stringify(answer));
  const of = (who: { agent: string; seat: string }) => ({ book: testBook, seat: who.seat, agent: who.agent });
  const tokens = {
    marta: await installation.sessions.make(of(marta)),
    efrain: await installation.sessions.make(of(efrain)),
  };
  const bearer = (token: string | null): Record<string, string> =>
    token === null ? {} : { Authorization: `Bearer ${token}` };
  const post: Served["post"] = async (body, headers = {}) =>
    app.request("/api/acts", { method: "POST", body, headers: { "Content-Type": "application/json", ...headers } });
  return {
    app,
    services,
    telephone: telephone.privateKey,
    ...tokens,
    clock,
    faults,
    post,
    send: async (acts, token = tokens.marta, book = testBook) => {
      const response = await post(JSON.stringify({ book, acts }), bearer(token));
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return ((await response.json()) as { answers: ActAnswer[] }).answers;
    },
    get: async (path, token = tokens.marta, headers = {}) =>
      app.request(path, { headers: { ...bearer(token), ...headers } }),
    close: async () => {
      if (used !== database) await used.close();
      await database.drop();
    },
  };
}
