/** `ayni import book FILE`: takes in a book from another installation. */
import { isUuid } from "../kernel/ids.ts";
import { importBook } from "../store/backup/book.ts";
import { passphraseOf } from "../store/backup/settings.ts";
import { installationKeys } from "../store/installation/keys.ts";
import { ayniVersion } from "../store/installation/version.ts";
import { atInstallation, type Command, found, tellRefusal, tellUse, told, well } from "./command.ts";
import { provenBook } from "./proven.ts";
import { readWords } from "./words.ts";

/** Takes the book in whole or not at all, and has it prove itself with the seals it brought. */
export const bookImport: Command = async (words, desk) => {
  const read = readWords(words, { book: "text" });
  const [file, ...more] = read?.rest ?? [];
  const named = read?.texts.book;
  if (file === undefined || more.length > 0 || (named !== undefined && !isUuid(named)))
    return tellUse("import-book", desk);
  return atInstallation(desk, async ({ store, home, privateKey, tools, now }) => {
    const passphrase = passphraseOf(desk.environment);
    const coming = { store, home, file, passphrase, book: named ?? null, privateKey, ayni: ayniVersion, now };
    const came = await importBook(coming);
    if (!came.ok) return tellRefusal(came.refusal, desk);
    const { book, tables } = came.value;
    const { name, position } = book;
    desk.out(told(desk, "import-book.done", { name, tables: `${tables.length}`, position }));
    const keys = installationKeys(home); // With the keys that the book brought.
    const sealKeys = keys.ok ? keys.value.sealKeys : new Map<string, string>();
    const holds = await provenBook({ store, tools, sealKeys }, book, desk);
    desk.tell(told(desk, "import-book.invite", { book: book.book }));
    return holds ? well : found;
  });
};
