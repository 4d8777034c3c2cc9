import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The repository's own folder. */
export const REPOSITORY = join(import.meta.dirname, "..");

/** A source file: its path from the repository's folder, with "/" on every machine, and its text. */
export type Source = { readonly path: string; readonly text: string };

/** What is no source: packages, and what programs write while they run (the list of `.gitignore`). */
const LEFT_OUT = ["node_modules", ".git", "data", "coverage", ".ayni"];

/** Every TypeScript file of the repository, those not yet committed too. */
export const sources = (): Source[] => filesUnder("", /\.tsx?$/);

/** The files under a folder of the repository whose names match, with their text, by path; none when there is no such folder. */
export const filesUnder = (folder: string, name: RegExp): Source[] => {
  const root = join(REPOSITORY, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.includes(entry.name))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(path, name);
      return entry.isFile() && name.test(entry.name)
        ? [{ path, text: readFileSync(join(root, entry.name), "utf8") }]
        : [];
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
};

/** Tests, their properties and their tools: they may look into everything, and nothing looks into them. */
export const isTest = (path: string): boolean =>
  /\.(test|property\.test|long)\.tsx?$/.test(path) ||
  /(^|\/)(testing|house|bench|scenarios)\//.test(path) ||
  path.startsWith("vitest.");

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s[^"';]*?from\s*"([^"]+)"|(?:^|[\s;])import\s*"([^"]+)"|\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g;

/** What a file imports: paths from the repository's folder for our own files, names for packages. */
export const importsOf = ({ path, text }: Source): string[] =>
  [...withoutComments(text).matchAll(IMPORT)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? "";
    return target.startsWith(".") ? posix.join(posix.dirname(path), target) : target;
  });

/** The text with its comments blanked out, line by line, so that line numbers stay. Comment signs inside strings are kept. */
export const withoutComments = (text: string): string =>
  text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|(\/\*[\s\S]*?\*\/|\/\/[^\n]*)/g,
    (_all, quoted: string | undefined, comment: string | undefined) => quoted ?? (comment ?? "").replace(/[^\n]/g, ""),
  );
