/** A socket with TLS: HTTP/2, over which one round trip fetches many files, and HTTP/1.1 for who knows no better. */
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from "node:http2";
import type { Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import type { Certificate } from "./secure.ts";

/** A server that was made and does not listen yet, with the ways to end what goes on in it. */
export type Made<Server> = {
  readonly server: Server;
  /** Lets go of whoever is connected and asks for nothing now. */
  endIdle(): void;
  endAll(): void;
};

/** Protocols before TLS 1.2 are broken. */
const least = { minVersion: "TLSv1.2" } as const;

/** Makes it. */
export function secureServer(app: Hono, certificate: Certificate): Made<Http2SecureServer> {
  const serverOptions = { ...certificate, ...least, allowHTTP1: true };
  const server = createAdaptorServer({ fetch: app.fetch, createServer: createSecureServer, serverOptions });
  const secure = server as Http2SecureServer;
  const [sockets, sessions] = [new Set<Socket>(), new Set<ServerHttp2Session>()];
  secure.on("secureConnection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  secure.on("session", (session) => {
    sessions.add(session);
    session.once("close", () => sessions.delete(session));
  });
  return {
    server: secure,
    // What a session carries now goes on to its end. Idle connections of HTTP/1.1 are let go by `close` itself.
    endIdle: () => {
      for (const session of sessions) session.close();
    },
    endAll: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Goes on with another certificate; who is connected already stays so. */
export const listenWith = (server: Http2SecureServer, certificate: Certificate): void =>
  server.setSecureContext({ ...certificate, ...least });
