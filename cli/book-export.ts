/** `ayni export book BOOK FILE`: one book in a file, to leave with. */
import { isUuid } from "../kernel/ids.ts";
import { exportBook } from "../store/backup/book.ts";
import { passphraseOf } from "../store/backup/settings.ts";
import { ayniVersion } from "../store/installation/version.ts";
import { progressOf } from "./backup.ts";
import { atInstallation, type Command, tellRefusal, tellUse, told, well } from "./command.ts";

/** Writes the book whole, as it stands now; the server may go on. */
export const bookExport: Command = async ([book = "", file, ...more], desk) => {
  if (!isUuid(book) || file === undefined || more.length > 0) return tellUse("export-book", desk);
  return atInstallation(desk, async ({ store, privateKey, sealKeys, now }) => {
    const leaving = { store, book, privateKey, sealKeys, now, ayni: ayniVersion, progress: progressOf(desk) };
    const taken = await exportBook({ ...leaving, passphrase: passphraseOf(desk.environment) }, file);
    if (!taken.ok) return tellRefusal(taken.refusal, desk);
    const [{ position, head } = { position: "0", head: "" }] = taken.value.manifest.books;
    desk.out(told(desk, "export-book.done", { file, position, head }));
    return well;
  });
};
