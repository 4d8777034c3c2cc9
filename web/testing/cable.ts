/** A cable between us and the database that can be pulled: what a test needs to see what happens when the database is away. */
import { mkdtempSync, rmSync } from "node:fs";
import { createConnection, createServer, type Server as NetServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Server } from "../../store/connection/server.ts";

/** The same database, reached through the cable. */
export type Cable = { readonly server: Server; pull(): Promise<void>; plug(): Promise<void> };

/** Lays a cable to a database, plugged in. */
export async function cableTo(far: Server): Promise<Cable> {
  const folder = mkdtempSync(join(tmpdir(), "ayni-cable-"));
  const path = join(folder, ".s.PGSQL.5432");
  const target = far.host.startsWith("/")
    ? { path: join(far.host, `.s.PGSQL.${far.port}`) }
    : { host: far.host, port: far.port };
  const ends = new Set<Socket>();
  let near: NetServer | null = null;
  const plug = (): Promise<void> =>
    new Promise((plugged) => {
      near = createServer((socket) => {
        const other = createConnection(target);
        for (const end of [socket, other]) {
          ends.add(end);
          end
            .on("error", () => undefined)
            .on("close", () => {
              ends.delete(end);
              socket.destroy();
              other.destroy();
            });
        }
        socket.pipe(other).pipe(socket);
      }).listen(path, plugged);
    });
  const pull = (): Promise<void> =>
    new Promise((pulled) => {
      for (const end of ends) end.destroy();
      near?.close(() => {
        rmSync(path, { force: true });
        pulled();
      });
    });
  await plug();
  return { server: { ...far, host: folder, port: 5432 }, pull, plug };
}
