import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Languages that must be complete. A community may add others, in any state. */
export const COMPLETE = ["es", "en", "pt"] as const;

/** The messages of one language, by "AREA key.key". */
export type Messages = ReadonlyMap<string, string>;

type Tree = { readonly [key: string]: Tree | string };

/** Reads `FOLDER/AREA.json` of one language; keys may be nested. */
export const messagesIn = (folder: string): Messages => {
  const messages = new Map<string, string>();
  const gather = (tree: Tree, prefix: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") messages.set(`${prefix}${key}`, value);
      else gather(value, `${prefix}${key}.`);
    }
  };
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
    gather(JSON.parse(readFileSync(join(folder, file), "utf8")) as Tree, `${file.slice(0, -".json".length)} `);
  }
  return messages;
};

/** The sentences of refusals and questions by their code: the areas `refusals` and `refusals.WHAT`. */
export const sentencesIn = (messages: Messages): Messages =>
  new Map(
    [...messages].flatMap(([key, text]) =>
      /^refusals[. ]/.test(key) ? [[key.slice(key.indexOf(" ") + 1), text]] : [],
    ),
  );

/** Variables of a message in MessageFormat 2 that come from outside: `$name` used or `.input`, but not `.local`. */
const variablesOf = (message: string): string => {
  const local = [...message.matchAll(/\.local\s+\$([\w-]+)/g)].map((match) => match[1]);
  const all = [...message.matchAll(/\$([\p{L}_][\w-]*)/gu)].map((match) => match[1]);
  return [...new Set(all)]
    .filter((name) => !local.includes(name))
    .sort()
    .join(" ");
};

/** What is missing or different between languages: keys that one lacks, messages that are empty or use other variables. */
export const languageFaults = (languages: Readonly<Record<string, Messages>>): string[] => {
  const keys = new Set(Object.values(languages).flatMap((messages) => [...messages.keys()]));
  return [...keys].sort().flatMap((key) => {
    const missing = Object.entries(languages).flatMap(([language, messages]) => {
      const message = messages.get(key);
      return message === undefined || message.trim() === "" ? [`${key}: missing in ${language}`] : [];
    });
    const spellings = new Set(
      Object.values(languages)
        .flatMap((messages) => messages.get(key) ?? [])
        .map(variablesOf),
    );
    return spellings.size > 1
      ? [...missing, `${key}: variables differ: ${[...spellings].map((one) => one || "none").join(" | ")}`]
      : missing;
  });
};
