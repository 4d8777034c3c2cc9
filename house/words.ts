import { isTest, type Source, withoutComments } from "./sources.ts";

/** Words a place of the house may not use, and why. */
type Ban = { readonly words: RegExp; readonly why: string };

/** Weight and money are bigint and exact ratios: these words bring floating point in. */
const FLOATING: Ban = { words: /\b(parseFloat|Math\.round)\b|\.toFixed\b|\bNumber\(/, why: "floating point" };

/** The same facts give the same answer on every machine, at every time. */
const IMPURE: Ban = {
  words: /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bprocess\.|["']node:|\bfetch\(|\bsetTimeout\b|\bperformance\./,
  why: "clock, chance, machine or network",
};

/** A line that may stand, with its reason. The line is given in full, so that a change of it is looked at again. */
export type Exception = { readonly path: string; readonly line: string; readonly why: string };

/** Pure places: the kernel and every room's rules. */
export const isPurePlace = (path: string): boolean => /^(kernel\/|rooms\/[^/]+\/rules\/)/.test(path) && !isTest(path);

/** Every line of a pure place with a banned word that is not an exception: "FILE:LINE why: text". */
export const bannedWords = (files: readonly Source[], exceptions: readonly Exception[]): string[] =>
  files
    .filter((file) => isPurePlace(file.path))
    .flatMap((file) =>
      withoutComments(file.text)
        .split("\n")
        .flatMap((text, at) => {
          const line = text.trim();
          if (exceptions.some((one) => one.path === file.path && one.line === line)) return [];
          const ban = [FLOATING, IMPURE].find(({ words }) => words.test(line));
          return ban === undefined ? [] : [`${file.path}:${at + 1} ${ban.why}: ${line}`];
        }),
    );

/** Exceptions that no longer stand in any file: a list that only grows hides what it lists. */
export const idleExceptions = (files: readonly Source[], exceptions: readonly Exception[]): Exception[] =>
  exceptions.filter(({ path, line }) => {
    const file = files.find((one) => one.path === path);
    return (
      file === undefined ||
      !withoutComments(file.text)
        .split("\n")
        .some((text) => text.trim() === line)
    );
  });
