/** The server over a book's database in a process of its own, to be killed while telephones speak to it. */
import { createPrivateKey } from "node:crypto";
import { answerParent } from "../../bench/method/child.ts";
import { unwrap } from "../../bench/method/unwrap.ts";
import { tools } from "../../rooms/all.ts";
import { openStore, type Store } from "../../store/connection/pools.ts";
import type { Server } from "../../store/connection/server.ts";
import { homeAt } from "../../store/installation/home.ts";
import { overStore } from "../../store/installation/open.ts";
import { createApp } from "../../web/server/app.ts";
import { type Listening, listen } from "../../web/server/listen.ts";
import { servicesOf } from "../../web/server/services.ts";

/** What it serves: a database, as the installation of a home with this key, by a clock that is so much ahead. */
export type Serving = {
  readonly server: Server;
  readonly home: string;
  readonly key: string;
  readonly sealKeys: ReadonlyMap<string, string>;
  readonly ahead: number;
};

let store: Store | null = null;
let listening: Listening | null = null;

async function serve({ server, home, key, sealKeys, ahead }: Serving): Promise<number> {
  store = openStore(server, { owner: 1, app: 4, keeper: 1 });
  const keys = { privateKey: createPrivateKey(key), sealKeys };
  const installation = overStore(homeAt(home), store, tools, keys, () => Date.now() + ahead);
  const app = createApp(servicesOf(installation, () => undefined));
  listening = unwrap(await listen(app, { host: "127.0.0.1", port: 0, orNext: false }));
  return listening.port;
}

answerParent(serve, async () => {
  await listening?.close();
  await store?.close();
});
