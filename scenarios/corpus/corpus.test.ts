import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changed, type Kept, saidAgain } from "./corpus.ts";

const folder = import.meta.dirname;
const released = readdirSync(folder).filter((name) => name.endsWith(".json"));
const storiesOf = (file: string): Record<string, readonly Kept[]> => JSON.parse(readFileSync(join(folder, file), "utf8"));

describe.each(released)("the corpus of %s [kernel.corpus]", (file) => {
  test.each(Object.entries(storiesOf(file)))(
    "%s: every act gives what it gave, or its rules have a new version (write it with: npm run corpus)",
    (_, story) => {
      expect(changed(story, saidAgain(story))).toEqual([]);
    },
  );
});

test("an outcome that changes without a new version of its rules is found and named", () => {
  const [story] = Object.values(storiesOf(released[0] as string)) as [readonly Kept[]];
  const otherwise = story.map((one, at) => (at === 2 ? { ...one, records: "0".repeat(64) } : one));
  expect(changed(otherwise, saidAgain(story))).toEqual([`3 ${story[2]?.kind}: other records under the same rules 1`]);
});

test("the corpus knows every kind of act that stories are told with: at least twenty", () => {
  const kinds = new Set(released.flatMap((file) => Object.values(storiesOf(file)).flatMap((story) => story.map((one) => one.kind))));
  expect(kinds.size).toBeGreaterThanOrEqual(20);
});

test("a book opened under the rules of 0.1.0 is derived again with the matrix of then, not with today's", () => {
  const [story] = Object.values(storiesOf("0.1.0.json")) as [readonly Kept[]];
  const [opened] = saidAgain(story);
  expect([opened?.kind, opened?.rules]).toEqual(["book.open@1", 1]);
  expect(opened?.records).toBe(story[0]?.records);
});
