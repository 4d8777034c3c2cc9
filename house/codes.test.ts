import { join } from "node:path";
import { expect, test } from "vitest";
import { codesIn, codesMeant, unsaidCodes } from "./codes.ts";
import { errorPages } from "./docs/errors.ts";
import { COMPLETE, messagesIn, sentencesIn } from "./languages.ts";
import { filesUnder, REPOSITORY, sources } from "./sources.ts";

test.each(COMPLETE)("every refusal and question has a sentence in %s", (language) => {
  const codes = codesIn(sources());
  expect(codes.length).toBeGreaterThan(10);
  expect(unsaidCodes(codes, sentencesIn(messagesIn(join(REPOSITORY, "languages", language))))).toEqual([]);
});

// biome-ignore lint/suspicious/noTemplateCurlyInString: a code as a source file spells it
const PUT_TOGETHER = "${sheet}.code-taken";

test("a code put together with a name stands for all codes that fit, and must have one", () => {
  const codes = codesIn([
    { path: "rooms/agreements/acts/sheets.ts", text: `refused(\`${PUT_TOGETHER}\`); refused("price-plan.old");` },
  ]);
  const sentences = new Map([
    ["unit.code-taken", "…"],
    ["price-plan.code-taken", "…"],
    ["price-plan.old", "…"],
  ]);
  expect(codesMeant(PUT_TOGETHER, sentences)).toEqual(["unit.code-taken", "price-plan.code-taken"]);
  expect(unsaidCodes(codes, sentences)).toEqual([]);
  expect(unsaidCodes(codes, new Map([["price-plan.old", "…"]]))).toEqual([
    `${PUT_TOGETHER} (rooms/agreements/acts/sheets.ts)`,
  ]);
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
  const pages = errorPages();
  const faults = [...pages].filter(([path, text]) => committed.get(path) !== text).map(([path]) => path);
  expect(faults, "out of date: run `npm run docs`").toEqual([]);
  expect(
    [...committed.keys()].filter((path) => !pages.has(path)),
    "no longer spoken: run `npm run docs`",
  ).toEqual([]);
});
