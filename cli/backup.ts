/** `ayni backup`: a copy of everything, now; how the last one stands; or a look at one. */
import type { Result } from "../kernel/refusal.ts";
import { lastBackup } from "../store/backup/last.ts";
import { type BackupRead, readBackup } from "../store/backup/read.ts";
import { backUp, type KeptRun } from "../store/backup/run.ts";
import { backupOf, passphraseOf } from "../store/backup/settings.ts";
import type { Installation } from "../store/installation/open.ts";
import { sentenceOf } from "../web/language/sentence.ts";
import { atInstallation, type Command, type Desk, type Ending, tellRefusal, tellUse, told, well } from "./command.ts";
import { readWords } from "./words.ts";

/** Rows between two words of progress. */
const progressEvery = 250_000n;
const MEBIBYTE = 1_048_576n;

/** Backs up into `--to`, else `AYNI_BACKUP`, else the installation's own folder. It may run beside the server. */
export const backup: Command = async (words, desk) => {
  const [first, second, ...more] = words;
  if (first === "check" && second !== undefined && more.length === 0) return check(second, desk);
  if (first === "status" && second === undefined)
    return atInstallation(desk, (installation) => status(installation, desk));
  const read = readWords(words, { to: "text" });
  if (read === null || read.rest.length > 0) return tellUse("backup", desk);
  const place = read.texts.to ?? desk.environment.AYNI_BACKUP;
  return atInstallation(desk, async (installation) => {
    const request = backupOf(installation, { ...desk.environment, AYNI_BACKUP: place }, "asked");
    return tellRun(await backUp({ ...request, progress: progressOf(desk) }), desk);
  });
};

/** Says now and then how far it is. */
export function progressOf(desk: Desk): (rows: bigint) => void {
  let said = 0n;
  return (rows) => {
    if (rows - said < progressEvery) return;
    said = rows;
    desk.tell(told(desk, "backup.progress", { rows: `${rows}` }));
  };
}

function tellRun(run: Result<KeptRun>, desk: Desk): Ending {
  if (!run.ok) return tellRefusal(run.refusal, desk);
  const { path, bytes, manifest, gone } = run.value;
  const rows = manifest.tables.reduce((sum, one) => sum + BigInt(one.rows), 0n);
  const mebibytes = `${(bytes + MEBIBYTE - 1n) / MEBIBYTE}`;
  desk.out(told(desk, "backup.done", { path, mebibytes, books: `${manifest.books.length}`, rows: `${rows}` }));
  sayBooks(manifest.books, desk);
  if (gone.length > 0) desk.tell(told(desk, "backup.gone", { count: `${gone.length}` }));
  if (passphraseOf(desk.environment) === null) desk.tell(told(desk, "backup.no-key"));
  return well;
}

const sayBooks = (books: BackupRead["manifest"]["books"], desk: Desk): void => {
  for (const { book, name, position, head } of books)
    desk.out(told(desk, "backup.book", { book, name, position, head }));
};

async function status({ store, now }: Installation, desk: Desk): Promise<Ending> {
  const { good, failed, next } = await lastBackup(store, null, now());
  if (good === null) desk.out(told(desk, "backup.none"));
  else desk.out(told(desk, "backup.good", { ended: good.ended, path: good.file }));
  if (failed !== null)
    desk.out(told(desk, "backup.failed", { ended: failed.ended, why: sentenceOf(failed.refusal, desk.say) }));
  desk.out(told(desk, "backup.next", { next }));
  return well;
}

async function check(file: string, desk: Desk): Promise<Ending> {
  const read = await readBackup(file, passphraseOf(desk.environment));
  if (!read.ok) return tellRefusal(read.refusal, desk);
  const { header, manifest } = read.value;
  const rows = manifest.tables.reduce((sum, one) => sum + BigInt(one.rows), 0n);
  const { made, ayni } = header;
  desk.out(told(desk, "backup.checked", { made, ayni, tables: `${manifest.tables.length}`, rows: `${rows}` }));
  sayBooks(manifest.books, desk);
  return well;
}
