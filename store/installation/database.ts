/** Which database an installation works on: the one named by a `DATABASE_URL`, its own embedded one, or its own that already runs. */
import { existsSync, readFileSync } from "node:fs";
import { done, type Result } from "../../kernel/refusal.ts";
import { openServer, type Server, serverFromUrl } from "../connection/server.ts";
import { folderAt } from "../embedded/folder.ts";
import { SUPERUSER } from "../embedded/initialise.ts";
import { startEmbedded } from "../embedded/server.ts";
import type { Home } from "./home.ts";

/** A database at hand; `stop` ends it only when we started it. */
export type Database = { readonly server: Server; stop(): Promise<void> };

const notOurs = async (): Promise<void> => undefined;

/**
 * Finds or starts the database. With `join`, a database that another process of this installation already runs is used beside
 * it (a command of the operator while the server works); without, that is refused with `database.folder-in-use`.
 */
export async function databaseOf(home: Home, url: string | undefined, join: boolean): Promise<Result<Database>> {
  if (url !== undefined) {
    const server = serverFromUrl(url);
    return server.ok ? done({ server: server.value, stop: notOurs }) : server;
  }
  const started = await startEmbedded({ folder: home.database });
  if (started.ok) return done({ server: started.value.connection, stop: started.value.stop });
  if (!join || started.refusal.code !== "database.folder-in-use") return started;
  const running = await runningServer(home);
  return running === null ? started : done({ server: running, stop: notOurs });
}

async function runningServer(home: Home): Promise<Server | null> {
  const folder = folderAt(home.database);
  if (!existsSync(folder.secret)) return null;
  const server: Server = {
    host: folder.socket,
    port: 5432,
    user: SUPERUSER,
    password: readFileSync(folder.secret, "utf8").trim(),
    database: "ayni",
    roles: "login",
  };
  const answers = await openServer(server, (client) => client.query("select 1")).catch(() => null);
  return answers === null ? null : server;
}
