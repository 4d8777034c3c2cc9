/** What the documents promise a reader who follows them: that links lead somewhere, and that commands are there to be typed. */
import { posix } from "node:path";
import type { Source } from "./sources.ts";

const LINK = /\]\(([^)\s]+)\)/g;
const COMMAND = /\bnpx ayni ([a-z][a-z-]*)/g;
const SCRIPT = /\bnpm (?:run ([a-z:]+)|(start|test))\b/g;

/** A heading as the address of its place in a document: "Work & rest" is "work--rest". */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number} _-]/gu, "")
    .replaceAll(" ", "-");

const anchorsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1] as string)));

/** Links to a file that is not there, or to a heading that its document does not have. Addresses of the web are left alone. */
export const brokenLinks = (documents: readonly Source[], exists: (path: string) => boolean): readonly string[] => {
  const byPath = new Map(documents.map(({ path, text }) => [path, text]));
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(LINK)].flatMap((match) => {
      const link = match[1] as string;
      if (/^[a-z]+:/.test(link)) return [];
      const [file = "", anchor] = link.split("#");
      const target = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), file)).replace(/\/$/, "");
      if (!exists(target)) return [`${path}: ${link} leads nowhere`];
      const there = byPath.get(target);
      if (anchor === undefined || there === undefined || anchorsIn(there).has(anchor)) return [];
      return [`${path}: ${link}: no such heading`];
    }),
  );
};

/** Commands and scripts that a document tells to type and that do not exist. */
export const unknownCommands = (
  documents: readonly Source[],
  commands: readonly string[],
  scripts: readonly string[],
): readonly string[] =>
  documents.flatMap(({ path, text }) => [
    ...[...text.matchAll(COMMAND)].flatMap(([all, name = ""]) => (commands.includes(name) ? [] : [`${path}: ${all}`])),
    ...[...text.matchAll(SCRIPT)].flatMap(([all, run, own]) =>
      scripts.includes(run ?? own ?? "") ? [] : [`${path}: ${all}`],
    ),
  ]);
