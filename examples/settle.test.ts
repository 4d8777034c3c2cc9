/** The example that the README tells to run: two files, no database, the figures of the seven sacks. */
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Desk } from "../cli/command.ts";
import { settlePlan } from "../cli/settle.ts";
import { readCatalogues } from "../web/language/catalogues.ts";
import { plainSay } from "../web/server/language.ts";

const here = (name: string): string => join(import.meta.dirname, "settle", name);

test("ayni settle on the example's files pays member 0131 COP 2,940,786, in coins 2,940,800", async () => {
  const said: string[] = [];
  const say = plainSay(readCatalogues(), "en");
  const desk: Desk = { say, environment: {}, out: (text) => said.push(text), tell: (text) => said.push(text) };
  expect(await settlePlan(["--plan", here("plan.json"), "--deliveries", here("deliveries.json")], desk)).toBe(0);
  expect(said).toEqual(["0131\t2940786\t2940800"]);
});
