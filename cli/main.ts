/** `ayni COMMAND …`: what the operator of an installation does, at a terminal or from a script. */
import { readCatalogues } from "../web/language/catalogues.ts";
import { chosenLanguage, plainSay } from "../web/server/language.ts";
import { type Command, type Desk, misused } from "./command.ts";

/** Each command is read only when it is asked for: `ayni settle` needs neither database nor server. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./start.ts")).start,
  import: async () => (await import("./import.ts")).importFiles,
  settle: async () => (await import("./settle.ts")).settlePlan,
  verify: async () => (await import("./verify.ts")).verify,
  export: async () => (await import("./export.ts")).exportBook,
  intake: async () => (await import("./intake.ts")).intake,
  session: async () => (await import("./session.ts")).session,
  books: async () => (await import("./books.ts")).books,
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

const [name = "", ...words] = process.argv.slice(2);
const asked = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (asked === undefined) {
  desk.tell(desk.say("cli.commands"));
  process.exitCode = name === "help" || name === "--help" ? 0 : misused;
} else {
  const command = await asked();
  process.exitCode = await command(words, desk);
}
