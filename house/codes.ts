import { isTest, type Source, withoutComments } from "./sources.ts";

/** A lasting code and the files that speak it. */
export type Code = {
  readonly code: string;
  readonly nature: "refusal" | "question";
  readonly files: readonly string[];
};

const SPOKEN = /\b(refused|question|refusal)\(\s*["'`]([^"'`]+)["'`]/g;
const WRITTEN = /\bcode:\s*["']([a-z][\w-]*(?:\.[a-z][\w-]*)+)["']\s*,\s*(facts|to)\b/g;

/** Every refusal and question that the code can give, by code. A code made from pieces (`x.${y}`) is given back as it is written. */
export const codesIn = (files: readonly Source[]): Code[] => {
  const found = new Map<string, { nature: Code["nature"]; files: Set<string> }>();
  const note = (code: string, nature: Code["nature"], path: string): void => {
    const known = found.get(code) ?? { nature, files: new Set<string>() };
    known.files.add(path);
    found.set(code, known);
  };
  for (const { path, text } of files.filter((file) => !isTest(file.path))) {
    const code = withoutComments(text);
    for (const match of code.matchAll(SPOKEN))
      note(match[2] ?? "", match[1] === "question" ? "question" : "refusal", path);
    for (const match of code.matchAll(WRITTEN)) note(match[1] ?? "", match[2] === "to" ? "question" : "refusal", path);
  }
  return [...found]
    .map(([code, { nature, files }]) => ({ code, nature, files: [...files].sort() }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
};

/** The codes of a language that a spoken code stands for: itself, or, put together with a name (`${sheet}.code-taken`), all that fit. */
export const codesMeant = (spoken: string, sentences: ReadonlyMap<string, string>): string[] => {
  if (!spoken.includes("${")) return [spoken];
  const pieces = spoken.split(/\$\{[^}]*\}/).map((piece) => piece.replaceAll(".", "\\."));
  const pattern = new RegExp(`^${pieces.join("[a-z0-9-]+")}$`);
  return [...sentences.keys()].filter((code) => pattern.test(code));
};

/** Codes that a language has no sentence for. */
export const unsaidCodes = (codes: readonly Code[], sentences: ReadonlyMap<string, string>): string[] =>
  codes
    .filter(({ code }) => {
      const meant = codesMeant(code, sentences);
      return meant.length === 0 || meant.some((one) => !sentences.has(one));
    })
    .map(({ code, files }) => `${code} (${files.join(", ")})`);
