import { type Source, withoutComments } from "./sources.ts";

/** SQL words after which a table's or view's name stands. */
const TARGET =
  /\b(?:from|join|into|update)\s+(?:only\s+)?(?:lateral\s+)?("?[a-z_][\w"]*(?:\."?[a-z_][\w"]*)?)(\s*\()?/gi;
const COMMON =
  /(?:\bwith\s+(?:recursive\s+)?|\)\s*,\s*)([a-z_]\w*)\s*(?:\([^)]*\)\s*)?as\s+(?:not\s+materialized\s+|materialized\s+)?\(/gi;

/** Views of rooms read published SQL views (`books.…`) only. Each name that is not one, as "FILE: name". */
export const unpublishedNames = (files: readonly Source[]): string[] =>
  files
    .filter(({ path }) => /^rooms\/.*\bviews?(\/.*)?\.tsx?$/.test(path) && !/\.test\./.test(path))
    .flatMap((file) => namesIn(file));

const namesIn = ({ path, text }: Source): string[] => {
  const code = withoutComments(text);
  const statements = [...code.matchAll(/`((?:\\.|[^`\\])*)`|"((?:\\.|[^"\\\n])*)"/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
  return statements
    .filter((sql) => /\b(select|insert|update|delete)\b/i.test(sql))
    .flatMap((sql) => {
      const common = [...sql.matchAll(COMMON)].map((match) => match[1]?.toLowerCase());
      return [...sql.replace(/--[^\n]*/g, "").matchAll(TARGET)]
        .filter((match) => match[2] === undefined)
        .map((match) => (match[1] ?? "").replaceAll('"', "").toLowerCase())
        .filter((name) => !name.startsWith("books.") && !common.includes(name) && !isWord(name));
    })
    .map((name) => `${path}: ${name}`);
};

/** "extract(day from happened)", "is distinct from x", "for update of": SQL words and columns that follow the same words. */
const isWord = (name: string): boolean => ["select", "of", "nowait", "skip", "set", "unnest"].includes(name);
