/** The whole server of a book with a collection point, in a process of its own, on a database that is there already; the app is the benchmark's. */
import { generateKeyPairSync } from "node:crypto";
import { tmpdir } from "node:os";
import { Hono } from "hono";
import { tools } from "../../rooms/all.ts";
import { idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { openStore } from "../../store/connection/pools.ts";
import type { Server } from "../../store/connection/server.ts";
import { homeAt } from "../../store/installation/home.ts";
import { overStore } from "../../store/installation/open.ts";
import { keyIdOf, rawPublicKey } from "../../store/writer/seal.ts";
import { fieldRoutes } from "../../web/field/server/routes.ts";
import { builtApp } from "../../web/field/testing/built.ts";
import { seasonActs, seasonPoint } from "../../web/field/testing/season.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { createApp } from "../../web/server/app.ts";
import { protect } from "../../web/server/headers.ts";
import { type Listening, listen } from "../../web/server/listen.ts";
import { servicesOf } from "../../web/server/services.ts";
import { answerParent } from "../method/child.ts";
import { unwrap } from "../method/unwrap.ts";

/** Serve a database whose book is to have so many members. */
export type FieldQuestion = { readonly serve: Server; readonly members: number };
/** Where it listens, and a manager's ticket for a telephone. */
export type FieldServed = { readonly port: number; readonly ticket: string };

let running: { listening: Listening; close(): Promise<void> } | null = null;

async function serve({ serve: server, members }: FieldQuestion): Promise<FieldServed> {
  const store = openStore(server);
  const { privateKey } = generateKeyPairSync("ed25519");
  const raw = rawPublicKey(privateKey);
  const keys = { privateKey, sealKeys: new Map([[keyIdOf(raw), raw]]) };
  const installation = overStore(homeAt(tmpdir()), store, tools, keys, Date.now);
  // The book's day, in Bogotá.
  const today = new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10);
  const through = { way: "seat", seat: marta.seat, at: new Date().toISOString() };
  const sent = seasonActs(members, today).map(({ kind, says, beside = [] }, at) => ({
    body: JSON.stringify({
      ...{ id: idOf(`season ${at}`), book: testBook, kind, version: 1, by: marta.agent, through, says },
    }),
    beside: [...beside],
  }));
  for (let from = 0; from < sent.length; from += 500)
    for (const answer of await installation.writers.take(testBook, "bench", sent.slice(from, from + 500)))
      if ("full" in answer || answer.outcome !== "done") throw new Error(JSON.stringify(answer));
  const front = await withBenchPage(createApp(servicesOf(installation)));
  const listening = unwrap(await listen(front, { host: "127.0.0.1", port: 0, orNext: false }));
  running = { listening, close: () => listening.close().then(store.close) };
  const { ticket } = await installation.tickets.make(testBook, seasonPoint, marta);
  return { port: listening.port, ticket };
}

/** The app begins at the benchmark's page; a door takes bytes and throws them away; everything else is the server's own. */
async function withBenchPage(app: Hono): Promise<Hono> {
  const build = await builtApp("bench/field/day-page.ts");
  const front = new Hono({ strict: false });
  front.use("/field", async (context, next) => {
    await next();
    protect(context.res.headers);
  });
  front.post("/upload", async (context) => context.text(`${(await context.req.arrayBuffer()).byteLength}`));
  fieldRoutes(front, readCatalogues, async () => build);
  front.all("*", (context) => app.fetch(context.req.raw, context.env));
  return front;
}

answerParent(serve, async () => running?.close());
