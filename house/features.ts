/**
 * docs/features.md against the tests: a feature that is called working has a test marked with its tag, "[acopio.receive]" in a
 * test's title; and no tag stands in a test that the list does not know.
 */
import { isTest, type Source, withoutComments } from "./sources.ts";

/** One row of the list. `state` is "works", or "missing: " and what is missing; `line` is its line in the file. */
export type Feature = {
  readonly feature: string;
  readonly state: string;
  readonly tags: readonly string[];
  readonly line: number;
};

const TAG = /\[([a-z][a-z-]*\.[a-z][a-z-]*)\]/g;
const tagsIn = (text: string): readonly string[] => [...text.matchAll(TAG)].map((match) => match[1] as string);

/** The rows of every table of the list: feature, state, tags in square brackets. Headings and rules of tables are no rows. */
export const featuresIn = (markdown: string): readonly Feature[] =>
  markdown.split("\n").flatMap((text, at) => {
    const cells = text.split("|").slice(1, -1);
    const [feature = "", state = "", tests = ""] = cells.map((cell) => cell.trim());
    if (cells.length !== 3 || feature === "" || /^-+$/.test(feature) || state === "State") return [];
    return [{ feature, state, tags: tagsIn(tests), line: at + 1 }];
  });

const STRING = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
/** What stands before a title: `test(`, `describe.skip(`, or the end of a table and its bracket, `it.each(…)(`. */
const BEFORE_TITLE = /(?:\b(?:describe|it|test)(?:\.[a-zA-Z]+)*|\))\s*\(\s*$/;
const CALL = /\b(?:describe|it|test)\b(?:\.[a-zA-Z]+)*/g;
const NOT_RUN = /\.(?:skip|todo|fails)\b/;

/** The tags in the titles of tests that are run, each with a file it stands in. A skipped test proves nothing. */
export const tagsTested = (files: readonly Source[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { path, text } of files.filter((file) => /\.(?:test|long)\.tsx?$/.test(file.path) && isTest(file.path))) {
    const code = withoutComments(text);
    for (const string of code.matchAll(STRING)) {
      const tags = tagsIn(string[0]);
      const before = code.slice(0, string.index);
      if (tags.length === 0 || !BEFORE_TITLE.test(before)) continue;
      const call = [...before.matchAll(CALL)].at(-1);
      if (call !== undefined && !NOT_RUN.test(call[0])) for (const tag of tags) found.set(tag, path);
    }
  }
  return found;
};

/** What is wrong with the list; empty when nothing is. */
export const featureFaults = (features: readonly Feature[], tested: ReadonlyMap<string, string>): readonly string[] => {
  const faults: string[] = [];
  const listed = new Set<string>();
  for (const { feature, state, tags, line } of features) {
    const place = `line ${line}, "${feature}"`;
    if (state === "works" && tags.length === 0) faults.push(`${place}: works, says its row, and names no test`);
    if (state !== "works" && !/^missing: \S/.test(state)) faults.push(`${place}: neither "works" nor "missing: what"`);
    if (state !== "works" && tags.length > 0) faults.push(`${place}: is missing and names a test`);
    for (const tag of tags) {
      if (listed.has(tag)) faults.push(`${place}: [${tag}] stands in two rows`);
      if (!tested.has(tag)) faults.push(`${place}: no test that runs is marked [${tag}]`);
      listed.add(tag);
    }
  }
  for (const [tag, path] of tested)
    if (!listed.has(tag)) faults.push(`[${tag}] in ${path}: docs/features.md has no row for it`);
  return faults;
};
