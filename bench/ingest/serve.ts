/** Ayni's own HTTP server in a process of its own, on a database that is there already: the same app as `npm start`. */
import { generateKeyPairSync } from "node:crypto";
import { tmpdir } from "node:os";
import { tools } from "../../rooms/all.ts";
import { openStore } from "../../store/connection/pools.ts";
import type { Server } from "../../store/connection/server.ts";
import { homeAt } from "../../store/installation/home.ts";
import { overStore } from "../../store/installation/open.ts";
import { keyIdOf, rawPublicKey } from "../../store/writer/seal.ts";
import { createApp } from "../../web/server/app.ts";
import { type Listening, listen } from "../../web/server/listen.ts";
import { servicesOf } from "../../web/server/services.ts";
import { answerParent } from "../method/child.ts";
import { unwrap } from "../method/unwrap.ts";
import { openedBook } from "./book.ts";
import type { Voice } from "./voice.ts";

/** Serve a database; open a book of a name with telephones; say what it has used so far. */
export type ServeQuestion =
  | { readonly serve: Server }
  | { readonly open: string; readonly telephones: number }
  | "used";

/** Processor time (seconds) and resident memory (MiB) of the server so far. */
export type Used = { readonly processorSeconds: number; readonly mebibytes: number };

type Running = {
  readonly listening: Listening;
  readonly close: () => Promise<void>;
  open(name: string, n: number): Promise<readonly Voice[]>;
};
let running: Running | null = null;

async function serve(server: Server): Promise<{ readonly port: number; readonly sealKey: string }> {
  const store = openStore(server);
  const { privateKey } = generateKeyPairSync("ed25519");
  const raw = rawPublicKey(privateKey);
  const keys = { privateKey, sealKeys: new Map([[keyIdOf(raw), raw]]) };
  const installation = overStore(homeAt(tmpdir()), store, tools, keys, Date.now);
  const listening = unwrap(
    await listen(createApp(servicesOf(installation)), { host: "127.0.0.1", port: 0, orNext: false }),
  );
  running = {
    listening,
    close: () => listening.close().then(store.close),
    open: (name, telephones) => openedBook(installation.writers, name, telephones),
  };
  return { port: listening.port, sealKey: raw };
}

function used(): Used {
  const { user, system } = process.cpuUsage();
  return { processorSeconds: (user + system) / 1e6, mebibytes: Math.round(process.memoryUsage().rss / 1024 ** 2) };
}

answerParent(
  async (question: ServeQuestion) => {
    if (question === "used") return used();
    if ("serve" in question) return serve(question.serve);
    if (running === null) throw new Error("nothing is served yet");
    return running.open(question.open, question.telephones);
  },
  async () => running?.close(),
);
