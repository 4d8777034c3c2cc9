/** Listens on a socket: on this machine only, unless told otherwise. */
import type { Server } from "node:http";
import type { AddressInfo, Server as NetServer } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { listenWith, type Made, secureServer } from "./listen-secure.ts";
import type { Certificate } from "./secure.ts";

/** A server that listens. `close` ends open requests within a few seconds. */
export type Listening = {
  readonly address: string;
  readonly port: number;
  /** Goes on with another certificate; who is connected already stays so. */
  listenWith(certificate: Certificate): unknown;
  close(): Promise<void>;
};

/** Where to listen: `host` of AYNI_LISTEN (default this machine alone), `port`, and whether another port will do; with TLS or without. */
export type Place = {
  readonly host: string;
  readonly port: number;
  readonly orNext: boolean;
  readonly certificate?: Certificate | undefined;
};

/** Ports tried after a busy one. */
const mostTries = 20;
/** How long open requests may go on once the server closes, in milliseconds. */
const patience = 3_000;

/** Opens the socket. Refuses `server.port-busy` (fact: port) and `server.port-forbidden`. */
export async function listen(app: Hono, { host, port, orNext, certificate }: Place): Promise<Result<Listening>> {
  const tries = orNext ? mostTries : 1;
  for (let at = 0; at < tries; at += 1) {
    const secure = certificate === undefined ? null : secureServer(app, certificate);
    const made = secure ?? plainServer(app);
    const failure = await bound(made.server, host, port + at);
    if (failure === null)
      return done({
        ...listening(made, host, secure === null ? "http" : "https"),
        listenWith: (renewed) => secure !== null && listenWith(secure.server, renewed),
      });
    if (failure.code === "EACCES") return refused("server.port-forbidden", { port: `${port + at}` });
    if (failure.code !== "EADDRINUSE") throw failure;
  }
  return refused("server.port-busy", { port: `${port}` });
}

/** A server over plain HTTP. */
function plainServer(app: Hono): Made<Server> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  return { server, endIdle: () => server.closeIdleConnections(), endAll: () => server.closeAllConnections() };
}

const bound = (server: NetServer, host: string, port: number): Promise<NodeJS.ErrnoException | null> =>
  new Promise((answer) => {
    server.once("error", answer);
    server.listen(port, host, () => {
      server.removeListener("error", answer);
      answer(null);
    });
  });

function listening(made: Made<NetServer>, host: string, scheme: string): Omit<Listening, "listenWith"> {
  const { server, endIdle, endAll } = made;
  const { port } = server.address() as AddressInfo;
  const shown = host.includes(":") ? `[${host}]` : host;
  const close = (): Promise<void> =>
    new Promise((closed) => {
      const impatient = setTimeout(endAll, patience);
      server.close(() => {
        clearTimeout(impatient);
        closed();
      });
      endIdle();
    });
  return { address: `${scheme}://${shown}:${port}`, port, close };
}
