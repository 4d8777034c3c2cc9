/** `ayni import FILE… --book BOOK`: reads other people's tables into a book, and accounts for every row. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { countryIn } from "../exchange/coffee-lots/country.ts";
import { faultyRows } from "../exchange/faulty-rows.ts";
import { isStartKind } from "../exchange/starts/kinds.ts";
import { isUuid } from "../kernel/ids.ts";
import { refused } from "../kernel/refusal.ts";
import { booksHere, managingSeat } from "../web/server/operator.ts";
import { atInstallation, type Command, type Desk, type Ending, tellRefusal, tellUse, told, well } from "./command.ts";
import { sayAccount, sentence } from "./importing/account.ts";
import { type BookAtHand, bookAtHand } from "./importing/book-at-hand.ts";
import { type ImportedFile, type Importing, importFile, importMemory, lookOver } from "./importing/import-file.ts";
import { importStartFile } from "./importing/start.ts";
import { readWords } from "./words.ts";

/** Rows between two words of progress. */
const progressEvery = 1_000;

type Asked = {
  readonly files: readonly string[];
  readonly faulty: string | undefined;
  readonly country: string | undefined;
};

/**
 * Imports a sheet of a start when its kind is named first (`ayni import members FILE`); else files of coffee lots and of monthly prices through acts like everything else. Speaks through `--seat`, else the
 * book's managing seat. `--country CO` takes only that country's lots; `--faulty FOLDER` writes there the rows that wait.
 */
export const importFiles: Command = async (words, desk) => {
  if (isStartKind(words[0] ?? "")) return importStartFile(words, desk);
  const read = readWords(words, { book: "text", seat: "text", country: "text", faulty: "text" });
  const { book = "", seat, country, faulty } = read?.texts ?? {};
  const files = read?.rest ?? [];
  if (files.length === 0 || !isUuid(book) || (seat !== undefined && !isUuid(seat))) return tellUse("import", desk);
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) return tellUse("import", desk);
  const absent = files.find((file) => !existsSync(file));
  if (absent !== undefined) {
    desk.tell(told(desk, "import.missing", { file: absent }));
    return 1;
  }
  return atInstallation(desk, async ({ store, writers, now }) => {
    const keeper = store.connect("keeper");
    const here = (await booksHere(keeper)).find((one) => one.book === book);
    if (here === undefined) return tellRefusal(refused("book.unknown", { book }).refusal, desk);
    const speaking = seat === undefined ? managingSeat(here) : here.seats.find((one) => one.seat === seat);
    if (!speaking) return tellRefusal(refused("seat.unknown", { seat: seat ?? "" }).refusal, desk);
    const hand = await bookAtHand({ keeper, writers, book, seat: speaking.seat, agent: speaking.agent });
    return hand.ok ? importAll(hand.value, { files, faulty, country }, now, desk) : tellRefusal(hand.refusal, desk);
  });
};

async function importAll(hand: BookAtHand, asked: Asked, now: () => number, desk: Desk): Promise<Ending> {
  const memory = importMemory();
  const kinds = new Map<string, "lots" | "prices">();
  for (const file of asked.files) {
    const looked = await lookOver(file, memory);
    if (!looked.ok) {
      desk.tell(told(desk, "import.unknown", { file, why: sentence(looked.refusal, desk.say) }));
      return 1;
    }
    kinds.set(file, looked.value);
  }
  const { country } = asked;
  for (const [file, kind] of kinds) {
    desk.tell(told(desk, "import.begins", { file, kind: told(desk, `import.${kind}`) }));
    const importing: Importing = { hand, now, progress: progressOf(now, desk) };
    const isOfCountry: Importing["wanted"] = (cell) => countryIn("", cell("Country of Origin")).value === country;
    const only = country === undefined || kind === "prices" ? importing : { ...importing, wanted: isOfCountry };
    const imported = await importFile(file, kind, only, memory);
    if (!imported.ok) return tellRefusal(imported.refusal, desk);
    sayAccount(imported.value, desk);
    if (asked.faulty !== undefined) writeFaulty(imported.value, file, asked.faulty, desk);
  }
  return well;
}

/** Says on the error stream how many rows are through, and how many that is in a second. */
function progressOf(now: () => number, desk: Desk): (rows: number) => void {
  const began = now();
  return (rows) => {
    if (rows % progressEvery !== 0) return;
    const milliseconds = BigInt(Math.max(1, now() - began));
    const rate = (BigInt(rows) * 1_000n) / milliseconds;
    desk.tell(told(desk, "import.progress", { rows: `${rows}`, rate: `${rate}` }));
  };
}

/** The rows that wait for somebody, as a sheet of the same columns with the reason beside each. */
function writeFaulty({ columns, waiting }: ImportedFile, file: string, folder: string, desk: Desk): void {
  if (waiting.length === 0) return;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${basename(file, ".csv")}.waiting.csv`);
  writeFileSync(
    path,
    faultyRows(columns, waiting, (code, facts) => sentence({ code, facts }, desk.say)),
  );
  desk.tell(told(desk, "import.faulty", { file: path }));
}
