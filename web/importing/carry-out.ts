/** One import, tried or carried out, whoever asked for it: a page of the office or a command. */
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type pg from "pg";
import type { FileVoice } from "../../exchange/act.ts";
import type { StartAccount } from "../../exchange/starts/account.ts";
import type { Choices } from "../../exchange/starts/choices.ts";
import { importStart } from "../../exchange/starts/import-start.ts";
import { waitingRow } from "../../exchange/starts/waiting-rows.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import type { Writers } from "../../store/writer/writers.ts";
import type { Catalogues } from "../language/catalogues.ts";
import { lookOver } from "./look-over.ts";
import { startBook } from "./start-book.ts";
import { startDoor } from "./start-door.ts";

/** Where imports work: a pool of the role `app`, the writers, the catalogues, the clock in milliseconds since 1970. */
export type Bench = {
  readonly pool: pg.Pool;
  readonly writers: Writers;
  readonly catalogues: Catalogues;
  readonly now: () => number;
};

/** What is brought: the file by its path, what was chosen, and the seat that speaks. */
export type Bringing = {
  readonly path: string;
  /** SHA-256 of the file as it was looked at; another file under the path is refused. */
  readonly digest: string;
  readonly book: string;
  readonly seat: string;
  readonly agent: string;
  readonly choices: Choices;
  /** Tried: nothing is said. */
  readonly trial: boolean;
  /** Where the rows that wait are written, one JSON text a line; null: nowhere. */
  readonly waitingPath: string | null;
  readonly progress: (rows: number) => void;
};

/** How a file ended: its account and the header it was read with. */
export type Ended = { readonly account: StartAccount; readonly header: readonly string[] };

/**
 * Tries or carries out an import. Refused: `import.file-changed`, `import.other-import-runs` (one at a time in a book, whoever runs
 * it), `import.disk-full`, and whatever the sheet or `importStart` refuses. What was said before stays said; run again, it is known.
 */
export async function carryOut(bench: Bench, bringing: Bringing): Promise<Result<Ended>> {
  if ((await digestOf(bringing.path)) !== bringing.digest) return refused("import.file-changed");
  if (bringing.trial) return carried(bench, bringing);
  return alone(bench.pool, bringing.book, () => carried(bench, bringing));
}

async function carried({ pool, writers, catalogues, now }: Bench, bringing: Bringing): Promise<Result<Ended>> {
  const { book, choices } = bringing;
  const looked = await lookOver(bringing.path, choices, catalogues);
  if (!looked.ok) return looked;
  const { sheet, header } = looked.value;
  const at = new Date(now()).toISOString();
  const voice: FileVoice = { book, seat: bringing.seat, agent: bringing.agent, file: bringing.digest, at };
  let waiting: WaitingFile | null = null;
  try {
    const known = await startBook(pool, book, catalogues, now());
    if (!known.ok) return known;
    if (bringing.waitingPath !== null) waiting = await WaitingFile.open(bringing.waitingPath);
    let rows = 0;
    const done_ = await importStart({
      sheet,
      choices,
      book: known.value,
      door: startDoor(pool, writers, book),
      voice: bringing.trial ? null : voice,
      salt: () => randomBytes(16).toString("hex"),
      settled: async (one) => {
        rows += 1;
        const row = waitingRow(one);
        if (row !== null) await waiting?.write(`${JSON.stringify(row)}\n`);
        bringing.progress(rows);
      },
    });
    await waiting?.flush();
    return done_.ok ? done({ account: done_.value, header }) : done_;
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOSPC") return refused("import.disk-full");
    throw error;
  } finally {
    await waiting?.close();
    await sheet.close();
  }
}

/** Lines gathered and written in larger pieces. */
class WaitingFile {
  private text = "";
  private readonly file: Awaited<ReturnType<typeof open>>;

  private constructor(file: Awaited<ReturnType<typeof open>>) {
    this.file = file;
  }

  static async open(path: string): Promise<WaitingFile> {
    return new WaitingFile(await open(path, "w", 0o600));
  }

  async write(line: string): Promise<void> {
    this.text += line;
    if (this.text.length > 64 * 1024) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.text;
    this.text = "";
    if (text !== "") await this.file.write(text);
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** Names the lock of imports among the advisory locks of the database. */
const importLock = 1_096_904_009;

/** Imports that may hold a connection of one pool at once: each needs others besides, and must never wait for one that waits for it. */
const mostAtOnce = 2;
const turns = new WeakMap<pg.Pool, { running: number; readonly waiting: (() => void)[] }>();

/** Waits for a turn among the imports of one server; gives back how to end it. */
async function turnAt(pool: pg.Pool): Promise<() => void> {
  const turn = turns.get(pool) ?? { running: 0, waiting: [] };
  turns.set(pool, turn);
  if (turn.running >= mostAtOnce) await new Promise<void>((go) => turn.waiting.push(go));
  turn.running += 1;
  return () => {
    turn.running -= 1;
    turn.waiting.shift()?.();
  };
}

/** Works while no other import of the book does, in any process. The lock falls with the connection. */
async function alone<T>(pool: pg.Pool, book: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const end = await turnAt(pool);
  try {
    return await locked(pool, book, work);
  } finally {
    end();
  }
}

async function locked<T>(pool: pg.Pool, book: string, work: () => Promise<Result<T>>): Promise<Result<T>> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query("select pg_try_advisory_lock($1, hashtext($2)) as ours", [importLock, book]);
    if (rows[0]?.ours !== true) return refused("import.other-import-runs");
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock($1, hashtext($2))", [importLock, book]);
    }
  } finally {
    client.release();
  }
}

/** The SHA-256 of a file's bytes; empty when there is none. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return "";
    throw error;
  }
  return hash.digest("hex");
}
