/** `ayni restore FILE --to-new FOLDER`: an installation from a backup, and each of its books proves itself. */
import { restore as restoreBackup } from "../store/backup/restore.ts";
import { passphraseOf } from "../store/backup/settings.ts";
import { atInstallation, type Command, type Desk, found, tellRefusal, tellUse, told, well } from "./command.ts";
import { provenBook } from "./proven.ts";
import { readWords } from "./words.ts";

/** Restores into a folder that is not there yet or is empty; with `--database` into an empty database instead of an embedded one. */
export const restore: Command = async (words, desk) => {
  const read = readWords(words, { "to-new": "text", database: "text" });
  const [file, ...more] = read?.rest ?? [];
  const home = read?.texts["to-new"];
  if (file === undefined || home === undefined || more.length > 0) return tellUse("restore", desk);
  const databaseUrl = read?.texts.database;
  const restored = await restoreBackup({
    file,
    home,
    databaseUrl,
    book: null,
    passphrase: passphraseOf(desk.environment),
    progress: (step) => desk.tell(told(desk, `restore.${step}`)),
  });
  if (!restored.ok) return tellRefusal(restored.refusal, desk);
  const { read: backup, tables, sameKey } = restored.value;
  desk.out(told(desk, "restore.done", { home, tables: `${tables.length}` }));
  if (!sameKey) desk.tell(told(desk, "restore.new-key"));
  const there: Desk = { ...desk, environment: { ...desk.environment, AYNI_HOME: home, DATABASE_URL: databaseUrl } };
  const ending = await atInstallation(there, async (installation) => {
    let allHold = true;
    for (const book of backup.manifest.books) if (!(await provenBook(installation, book, desk))) allHold = false;
    return allHold ? well : found;
  });
  if (ending === well) desk.out(told(desk, "restore.start", { home }));
  return ending;
};
