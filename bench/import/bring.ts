/** A process of its own that tries or imports one sheet, so that its peak of memory is the import's and nobody else's. */
import { generateKeyPairSync } from "node:crypto";
import type { Choices } from "../../exchange/starts/choices.ts";
import { tools } from "../../rooms/all.ts";
import { openStore } from "../../store/connection/pools.ts";
import type { Server } from "../../store/connection/server.ts";
import { sealWith } from "../../store/writer/seal.ts";
import { openWriters } from "../../store/writer/writers.ts";
import { carryOut, digestOf } from "../../web/importing/carry-out.ts";
import { readCatalogues } from "../../web/language/catalogues.ts";
import { answerParent } from "../method/child.ts";

/** What is asked: one sheet into one book. */
export type Bring = {
  readonly server: Server;
  readonly path: string;
  readonly book: string;
  readonly agent: string;
  readonly seat: string;
  readonly choices: Choices;
  readonly trial: boolean;
};

/** What it took. `peak`: most resident memory of the process so far, in MiB; `in`: rows that went in. */
export type Brought = { readonly seconds: number; readonly read: number; readonly in: number; readonly peak: number };

async function bring({ server, path, trial, ...who }: Bring): Promise<Brought> {
  const store = openStore(server);
  try {
    const pool = store.connect("app");
    const seal = sealWith(generateKeyPairSync("ed25519").privateKey);
    const writers = openWriters(store, tools, seal, () => new Date().toISOString());
    const digest = await digestOf(path);
    const began = performance.now();
    const ended = await carryOut(
      { pool, writers, catalogues: readCatalogues(), now: Date.now },
      { ...who, path, digest, trial, waitingPath: null, progress: () => undefined },
    );
    const seconds = (performance.now() - began) / 1_000;
    if (!ended.ok) throw new Error(JSON.stringify(ended.refusal));
    const { account } = ended.value;
    const peak = Math.round(process.resourceUsage().maxRSS / 1_024);
    return { seconds, read: account.read, in: account.in + account.questioned, peak };
  } finally {
    await store.close();
  }
}

answerParent(bring, async () => undefined);
