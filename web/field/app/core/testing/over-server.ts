/** The core of a telephone over a real server: its effects are real but for the storage, which is in memory. Not shipped. */

import { createPublicKey } from "node:crypto";
import { gzipSync } from "node:zlib";
import { efrain } from "../../../../../rooms/book/testing.ts";
import { keyIdOf, rawPublicKey } from "../../../../../store/writer/seal.ts";
import type { Served } from "../../../../testing/served.ts";
import { quebradaDos, ticketFor } from "../../../testing/point.ts";
import type { FieldCore } from "../../ports.ts";
import { openCore } from "../core.ts";
import type { Asked, Effects, Network } from "../effects.ts";
import { enrol } from "../enrol.ts";
import { keyOf, makeKey, verify } from "../keys/keys.ts";
import { type Fate, MemoryDisk } from "../storage/memory-storage.ts";

/** The network straight into the server's own door. */
export const serverNetwork =
  (server: Served): Network =>
  async (asked: Asked) => {
    const headers = new Headers({ ...asked.headers, Host: "127.0.0.1:8080" });
    const body = asked.body === null ? null : (asked.body as Uint8Array<ArrayBuffer>);
    const handed = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
    const answer = await server.app.request(
      `http://127.0.0.1:8080${asked.path}`,
      { method: asked.method, headers, body },
      handed,
    );
    return {
      status: answer.status,
      header: (name) => answer.headers.get(name),
      bytes: new Uint8Array(await answer.arrayBuffer()),
    };
  };

const chance = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** The effects of a telephone over a server. */
export const effectsOver = (
  server: Served,
  disk: MemoryDisk,
  how: { network?: Network; fate?: () => Fate } = {},
): Effects => ({
  storage: disk.open(how.fate),
  network: how.network ?? serverNetwork(server),
  clock: () => server.clock.now,
  alone: (_, work) => work(),
  tell: () => {},
  listen: () => () => {},
  sha256: async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as BufferSource)),
  whenIdle: (work) => void work(),
  gzip: async (bytes) => new Uint8Array(gzipSync(bytes)),
  ...{ chance, verify, keyOf, app: "test", persisted: () => true, room: () => ({ used: null, quota: null }) },
});

/** What the manager's square says of the book's key. */
export const keyIdOfBook = ({ services }: Served): string =>
  keyIdOf(rawPublicKey(createPublicKey(services.installation.privateKey))).slice(0, 16);

/** A telephone enrolled at the point by a manager's ticket, that has pulled what the point needs; Efraín is in. */
export async function fieldTelephone(server: Served): Promise<{ readonly disk: MemoryDisk; readonly core: FieldCore }> {
  const disk = new MemoryDisk();
  const effects = effectsOver(server, disk);
  const ticket = await ticketFor(server, quebradaDos.place);
  const failed = await enrol(effects, ticket, keyIdOfBook(server), {
    makeKey: () => makeKey(chance),
    machine: "Android 9",
  });
  const core = failed === null ? await openCore(effects) : null;
  if (core === null) throw new Error(JSON.stringify(failed));
  await core.syncNow();
  await core.addClerk(efrain.agent, "1234");
  return { disk, core };
}
