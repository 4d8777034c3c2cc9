/** A server of the app alone, whose build a test changes while telephones use it, and whose line it disturbs. */
import { Hono } from "hono";
import { type Catalogues, readCatalogues } from "../../language/catalogues.ts";
import { protect } from "../../server/headers.ts";
import { type Listening, listen } from "../../server/listen.ts";
import { type BuiltApp, buildApp } from "../server/build.ts";
import { fieldRoutes } from "../server/routes.ts";
import { keptForTests } from "./built.ts";

/** What a request meets instead of the server, by its path; null: the server. */
export type Disturbance = (path: string) => Response | null;

/** The server as a test holds it. */
export type ServedBuilds = {
  readonly address: string;
  build: BuiltApp;
  disturb: Disturbance;
  /** Paths asked for, in their order. */
  readonly asked: string[];
  stop(): Promise<void>;
  /** Listens again at the same address. */
  goOn(): Promise<void>;
};

/** A build whose own name in Spanish is `name`: another name gives another build. */
export async function buildNamed(name: string, entry: string): Promise<BuiltApp> {
  const catalogues: Catalogues = new Map(
    [...readCatalogues()].map(([tag, messages]) => [
      tag,
      tag === "es" ? new Map([...messages, ["field.shell.name", name]]) : messages,
    ]),
  );
  return buildApp(catalogues, { entry, keptIn: keptForTests });
}

/** Serves a build at a free port of this machine, under "localhost", which browsers hold for secure. */
export async function serveBuilds(build: BuiltApp): Promise<ServedBuilds> {
  const app = new Hono({ strict: false });
  const asked: string[] = [];
  app.use(async (context, next) => {
    asked.push(context.req.path);
    const instead = served.disturb(context.req.path);
    if (instead !== null) return instead;
    await next();
    protect(context.res.headers);
  });
  fieldRoutes(app, readCatalogues, async () => served.build);
  const open = async (port: number): Promise<Listening> => {
    const listening = await listen(app, { host: "127.0.0.1", port, orNext: false });
    if (!listening.ok) throw new Error(listening.refusal.code);
    return listening.value;
  };
  let listening = await open(0);
  const { port } = listening;
  const served: ServedBuilds = {
    address: `http://localhost:${port}/field`,
    build,
    disturb: () => null,
    asked,
    stop: () => listening.close(),
    goOn: async () => {
      listening = await open(port);
    },
  };
  return served;
}
