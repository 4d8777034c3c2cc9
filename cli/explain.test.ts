import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { coffee } from "../rooms/settlement/pages/statements.fixture.ts";
import { readCatalogues } from "../web/language/catalogues.ts";
import { plainSay } from "../web/server/language.ts";
import type { Desk } from "./command.ts";
import { explain } from "./explain.ts";

const folder = mkdtempSync(join(tmpdir(), "ayni-explain-"));

/** What the command says of a file, and how it ends. */
async function explained(text: string): Promise<{ readonly ending: number; readonly said: readonly string[] }> {
  const said: string[] = [];
  const say = plainSay(readCatalogues(), "en");
  const desk: Desk = { say, environment: {}, out: (line) => said.push(line), tell: (line) => said.push(line) };
  const path = join(folder, "statement.json");
  writeFileSync(path, text);
  return { ending: await explain([path], desk), said };
}

const [delivery] = coffee.content.deliveries;
const file = (statement: unknown) =>
  JSON.stringify({
    form: "ayni-statement/1",
    statement,
    plans: [{ plan: delivery?.plan.id, version: delivery?.plan.version, body: coffee.pricePlan }],
    deductions: coffee.deductionPlan,
  });

test("member 0131's statement: what was owed before, and that every figure agrees [cli.explain]", async () => {
  const { ending, said } = await explained(file(coffee.content));
  expect(ending).toBe(0);
  expect(said.join("\n")).toMatch(/Owed before, of the advance .*: 1500000 COP/);
  expect(said.join("\n")).toMatch(
    /Owed before, of the credit .*: 1800000 COP, and interest of 0 COP, at 1\.5 % a month/,
  );
  expect(said.at(-1)).toMatch(/^Statement L-2026-003182: \d+ facts worked out again, and all agree\.$/);
});

test("one kilo more on the paper than the plan gives is named with its place", async () => {
  const altered = JSON.parse(JSON.stringify(coffee.content).replaceAll('"404.82"', '"405.82"'));
  const { ending, said } = await explained(file(altered));
  expect(ending).toBe(1);
  expect(said).toContain("deliveries.0.figures.3: the paper says 405.82, and 404.82 comes out");
});

test("what is no statement is told kindly", async () => {
  expect((await explained("{")).said.join()).toContain("is not JSON");
  expect((await explained('{"form":"x"}')).said.join()).toContain("is no statement to work out again");
  const without = JSON.parse(file(coffee.content));
  expect((await explained(JSON.stringify({ ...without, plans: [] }))).said.join()).toContain("The file lacks the plan");
});

/** The file with one value changed. */
function altered(path: readonly string[], to: unknown): string {
  const copy = JSON.parse(file(coffee.content));
  const parent = path.slice(0, -1).reduce((value, name) => value[name], copy);
  if (to === undefined) delete parent[path.at(-1) ?? ""];
  else parent[path.at(-1) ?? ""] = to;
  return JSON.stringify(copy);
}

test.each<[string, readonly string[], string]>([
  ["an amount of a deduction", ["statement", "deductions", "0", "amount"], "48579"],
  ["what is handed over", ["statement", "payment", "paid"], "2940801"],
  ["the weight at the scale", ["statement", "deliveries", "0", "gross"], "412501"],
  ["the rate that a credit was charged by", ["statement", "deductions", "4", "basis", "1"], "1.6"],
  ["the price that was published", ["statement", "deliveries", "0", "prices", "0", "value"], "2005001"],
  ["the product, against the plan's", ["statement", "deliveries", "0", "product"], "cocoa"],
  ["the name of the list of deductions", ["statement", "deductionPlan", "code"], "another"],
])("%s, altered by a hair, is named [explain.altered]", async (_, path, to) => {
  const { ending, said } = await explained(altered(path, to));
  expect(ending).toBe(1);
  expect(said.join("\n")).toMatch(/the paper says/);
});

test("it says what a file by itself does not prove [cli.explain]", async () => {
  const { said } = await explained(file(coffee.content));
  expect(said.at(-2)).toContain("does not prove who, when or by which receipt");
});
