import { join } from "node:path";
import { expect, test } from "vitest";
import { codesIn, unsaidCodes } from "./codes.ts";
import { errorPages } from "./docs/errors.ts";
import { COMPLETE, messagesIn, sentencesIn } from "./languages.ts";
import { filesUnder, REPOSITORY, sources } from "./sources.ts";

test.each(COMPLETE)("every refusal and question has a sentence in %s", (language) => {
  const codes = codesIn(sources());
  expect(codes.length).toBeGreaterThan(10);
  expect(unsaidCodes(codes, sentencesIn(messagesIn(join(REPOSITORY, "languages", language))))).toEqual([]);
});

test("codes are written out, so that they can be searched for: none is put together from pieces", () => {
  expect(codesIn(sources()).filter(({ code }) => !/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(code))).toEqual([]);
});

test("codes are found however they are spoken, and a code without a sentence is found", () => {
  const text = `
    // refused("not.this")
    return refused("delivery.unknown-member", { member });
    asked.push(question(\n      "delivery.weight-absurd", "manager", id));
    return { ok: false, refusal: { code: "plan.step-unknown", facts: {} } };`;
  const codes = codesIn([{ path: "rooms/acopio/acts.ts", text }]);
  expect(codes.map(({ code, nature }) => [code, nature])).toEqual([
    ["delivery.unknown-member", "refusal"],
    ["delivery.weight-absurd", "question"],
    ["plan.step-unknown", "refusal"],
  ]);
  expect(unsaidCodes(codes, new Map([["plan.step-unknown", "…"]]))).toHaveLength(2);
});

test("docs/errors says what the code says; after a change run: npm run docs", () => {
  const committed = new Map(filesUnder("docs/errors", /\.md$/).map(({ path, text }) => [path, text]));
  const faults = [...errorPages()].filter(([path, text]) => committed.get(path) !== text).map(([path]) => path);
  expect(faults, "out of date: run `npm run docs`").toEqual([]);
  expect(
    [...committed.keys()].filter((path) => !errorPages().has(path)),
    "no longer spoken: run `npm run docs`",
  ).toEqual([]);
});
