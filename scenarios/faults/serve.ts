/** An installation with its embedded database and HTTP server in a process of its own, to be killed. Works on one home. */

import { openedBook } from "../../bench/ingest/book.ts";
import type { Voice } from "../../bench/ingest/voice.ts";
import { answerParent } from "../../bench/method/child.ts";
import { unwrap } from "../../bench/method/unwrap.ts";
import { tools } from "../../rooms/all.ts";
import type { Server } from "../../store/connection/server.ts";
import { type Installation, openInstallation } from "../../store/installation/open.ts";
import { createApp } from "../../web/server/app.ts";
import { type Listening, listen } from "../../web/server/listen.ts";
import { servicesOf } from "../../web/server/services.ts";

/** Serve a home; or open a book of a name in it, with telephones. */
export type FaultQuestion = { readonly home: string } | { readonly open: string; readonly telephones: number };

/** Where it listens, its database, and the keys that seal there. */
export type FaultServed = {
  readonly port: number;
  readonly server: Server;
  readonly sealKeys: ReadonlyMap<string, string>;
};

let installation: Installation | null = null;
let listening: Listening | null = null;

async function serve(home: string): Promise<FaultServed> {
  installation = unwrap(await openInstallation({ home, tools }));
  // A database that is killed under it is the test's doing: nothing of it needs to be reported.
  const app = createApp(servicesOf(installation, () => undefined));
  listening = unwrap(await listen(app, { host: "127.0.0.1", port: 0, orNext: false }));
  return { port: listening.port, server: installation.store.server, sealKeys: installation.sealKeys };
}

async function open(name: string, telephones: number): Promise<readonly Voice[]> {
  if (installation === null) throw new Error("nothing is served yet");
  return openedBook(installation.writers, name, telephones);
}

answerParent(
  (question: FaultQuestion): Promise<unknown> =>
    "home" in question ? serve(question.home) : open(question.open, question.telephones),
  async () => {
    await listening?.close();
    await installation?.close();
  },
);
