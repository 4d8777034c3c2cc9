/** `ayni COMMAND …`: what the operator of an installation does, at a terminal or from a script. */
import { readCatalogues } from "../web/language/catalogues.ts";
import { chosenLanguage, plainSay } from "../web/server/language.ts";
import { type Command, type Desk, misused } from "./command.ts";

/** Each command is read only when it is asked for: `ayni settle` needs neither database nor server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./start.ts")).start,
  import: async () => (await import("./import.ts")).importFiles,
  settle: async () => (await import("./settle.ts")).settlePlan,
  explain: async () => (await import("./explain.ts")).explain,
  verify: async () => (await import("./verify.ts")).verify,
  export: async () => (await import("./export.ts")).exportBook,
  intake: async () => (await import("./intake.ts")).intake,
  session: async () => (await import("./session.ts")).session,
  account: async () => (await import("./account.ts")).account,
  "example remove": async () => (await import("./example-remove.ts")).exampleRemove,
  books: async () => (await import("./books.ts")).books,
  backup: async () => (await import("./backup.ts")).backup,
  certificate: async () => (await import("./certificate.ts")).certificate,
  "check-history": async () => (await import("./check-history.ts")).checkHistory,
  restore: async () => (await import("./restore.ts")).restore,
  "export tables": async () => (await import("./export-tables.ts")).exportTables,
  "export book": async () => (await import("./book-export.ts")).bookExport,
  "import book": async () => (await import("./book-import.ts")).bookImport,
};

/** "es_CO.UTF-8" of a terminal is the tag "es-CO". */
const terminalLanguage = (environment: NodeJS.ProcessEnv): string | undefined =>
  (environment.AYNI_LANGUAGE ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG)
    ?.split(".")[0]
    ?.replace("_", "-");

const catalogues = readCatalogues();
const spoken = chosenLanguage(catalogues, { asked: terminalLanguage(process.env) });
const desk: Desk = {
  say: plainSay(catalogues, spoken),
  environment: process.env,
  out: (text) => process.stdout.write(text.endsWith("\n") ? text : `${text}\n`),
  tell: (text) => process.stderr.write(`${text}\n`),
};

/** Two words may name a command ("export book"): they are looked for before the first alone. */
function commandIn(given: readonly string[]) {
  const [first = "", second = ""] = given;
  const both = `${first} ${second}`;
  if (Object.hasOwn(commands, both)) return { asked: commands[both], words: given.slice(2) };
  return { asked: Object.hasOwn(commands, first) ? commands[first] : undefined, words: given.slice(1) };
}

const [name = ""] = process.argv.slice(2);
const { asked, words } = commandIn(process.argv.slice(2));
if (asked === undefined) {
  desk.tell(desk.say("cli.commands"));
  process.exitCode = name === "help" || name === "--help" ? 0 : misused;
} else {
  const command = await asked();
  process.exitCode = await command(words, desk);
}
