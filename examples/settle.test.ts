/** The examples that the README and the guide to price plans tell to run: two files each, no database, the figures of the field. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Desk } from "../cli/command.ts";
import { settlePlan } from "../cli/settle.ts";
import { checkPricePlan } from "../rooms/agreements/rules/check-price-plan.ts";
import { readCatalogues } from "../web/language/catalogues.ts";
import { plainSay } from "../web/server/language.ts";

const here = (...name: readonly string[]): string => join(import.meta.dirname, "settle", ...name);

/** What `ayni settle` prints for the two files of a folder. */
async function settled(...folder: readonly string[]): Promise<readonly string[]> {
  const said: string[] = [];
  const say = plainSay(readCatalogues(), "en");
  const desk: Desk = { say, environment: {}, out: (text) => said.push(text), tell: (text) => said.push(text) };
  const files = ["--plan", here(...folder, "plan.json"), "--deliveries", here(...folder, "deliveries.json")];
  expect(await settlePlan(files, desk)).toBe(0);
  return said;
}

test("ayni settle on the example's files pays member 0131 COP 2,940,786, in coins 2,940,800", async () =>
  expect(await settled()).toEqual(["0131\t2940786\t2940800"]));

test.each([
  ["cocoa-first", "0044\t203.51\t203.51", "wet beans, first payment less transport"],
  ["cocoa-final", "0044\t54.26\t54.26", "the lot is closed: 271.39 less levy, savings and the first payment"],
  ["milk", "0017\t1585362\t1585362", "fifteen days by component, less levy, shares, feed and savings"],
  ["vegetables", "0009\t1880.94\t1880.94", "snow pea by class, less transport, crates, levy, fund and an instalment"],
  ["cattle", "0071\t2553.87\t2553.87", "by cold carcass, hides by the head, a levy on the carcass alone, costs of the trip, a credit"],
  ["cocoa", "0044\t203.51\t203.51", "first payment and final value in one plan: its lot is still open"],
  ["fairtrade", "0007\t1114.70\t1114.70", "green coffee above a scheme's minimum, organic, in soles; the premium apart"],
  ["milk-means", "0017\t1798000\t1798000", "a litre by the geometric mean of bacteria and the weighted mean of cells"],
  ["quinoa", "0102\t6512.02\t6512.02", "by the quintal, after impurities and moisture"],
])("%s: %s: %s [settlement.plan-files]", async (folder, line) => expect(await settled(folder)).toEqual([line]));

test("the plan that the guide to price plans writes is published as it stands there", () => {
  const guide = readFileSync(join(import.meta.dirname, "..", "docs", "price-plans.md"), "utf8");
  const [, plan = ""] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(checkPricePlan(JSON.parse(plan), "0.01").ok).toBe(true);
});
