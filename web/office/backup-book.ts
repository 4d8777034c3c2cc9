/** `/o/BOOK/backup/book`: the whole book in a file, to leave with. */
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { personalKinds } from "../../kernel/personal.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { exportBook } from "../../store/backup/book.ts";
import type { Store } from "../../store/connection/pools.ts";
import type { Home } from "../../store/installation/home.ts";
import type { Session } from "../../store/installation/sessions.ts";
import { ayniVersion } from "../../store/installation/version.ts";
import { writeAccesses } from "../../store/reader/accesses.ts";
import { mayBurden } from "../desk/burden.ts";
import type { BookPage, PageAt } from "../desk/page.ts";

/** The file. The form is that of a backup, so it carries digests at every step and a signature at its end. */
export const backupBookPage: BookPage = {
  path: "/o/:book/backup/book",
  open: async (at) =>
    at.powers.has("back-up") ? bookFile(at) : refused("power.missing", { power: "back-up", agent: at.session.agent }),
};

/** It is written whole before it leaves: a slow network then holds no moment of the database open. */
async function bookFile(at: PageAt): Promise<Result<Response>> {
  const may = mayBurden(at);
  if (!may.ok) return may;
  const { book, today, services, session } = at;
  const { store, home, privateKey, sealKeys, now } = services.installation;
  await writeLook(store, session, now());
  const file = join(await cleanFolder(home, now()), `${randomUUID()}.book`);
  const leaving = { store, book, privateKey, sealKeys, now, ayni: ayniVersion, passphrase: null };
  const written = await exportBook(leaving, file);
  if (!written.ok) return written;
  const handle = await open(file, "r");
  await rm(file, { force: true }); // What is open can be read to its end all the same, and nothing is left behind.
  return done(
    new Response(Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>, {
      headers: {
        "Content-Type": "application/octet-stream",
        "Content-Length": `${written.value.bytes}`,
        "Content-Disposition": `attachment; filename="ayni-${book}-${today}.book"`,
        "Cache-Control": "no-store",
      },
    }),
  );
}

const HOUR = 3_600_000;

/** The folder of files on their way, without what a killed process left there. */
async function cleanFolder({ root }: Home, now: number): Promise<string> {
  const folder = join(root, "leaving");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, name));
    if (now - mtimeMs > HOUR) await rm(join(folder, name), { force: true });
  }
  return folder;
}

/** The file holds everybody's personal values: that somebody took it is written down before it leaves. */
async function writeLook(store: Store, session: Session, now: number): Promise<void> {
  const client = await store.connect("app").connect();
  try {
    await client.query(`begin; set local ayni.book = '${session.book}'`);
    const { rows } = await client.query(
      "select count(distinct agent)::int as people from books.profile where book_id = $1",
      [session.book],
    );
    await client.query("commit");
    const look = { view: "backup.book", about: null, kinds: personalKinds, people: rows[0]?.people ?? 0 };
    await writeAccesses(client, session, now, [look]);
  } finally {
    client.release();
  }
}
