import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The repository's own folder. */
export const REPOSITORY = join(import.meta.dirname, "..");

/** A source file: its path from the repository's folder, with "/" on every machine, and its text. */
export type Source = { readonly path: string; readonly text: string };

/** Every TypeScript file of the repository, those not yet committed too; what git ignores is left out. */
export const sources = (): Source[] => filesOf("*.ts", "*.tsx");

/** The repository's files that match one of the git patterns, with their text. */
export const filesOf = (...patterns: string[]): Source[] => {
  const words = ["ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", ...patterns];
  const listed = execFileSync("git", ["-c", "safe.directory=*", ...words], { cwd: REPOSITORY, encoding: "utf8" });
  return [...new Set(listed.split("\0"))]
    .filter((path) => path !== "" && existsSync(join(REPOSITORY, path)))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(REPOSITORY, path), "utf8") }));
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
