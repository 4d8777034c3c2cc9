/** The engine by itself: the worked example of the seven sacks, settled from two files without any database. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { coffeeSpotDeductions, coffeeSpotPlan } from "../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import { readCatalogues } from "../web/language/catalogues.ts";
import { plainSay } from "../web/server/language.ts";
import type { Desk } from "./command.ts";
import { settlePlan } from "./settle.ts";

const plan = {
  pricePlan: coffeeSpotPlan,
  deductions: coffeeSpotDeductions,
  grain: { currency: "COP", line: "1", cash: "50" },
  prices: { "fnc-pergamino": { "2026-09-16": "2005000" } },
  balances: {
    "0131": {
      advances: [{ id: "RC-000871", owed: "1500000", since: "2026-08-26" }],
      credits: [{ id: "C-1", principal: "1800000", ratePerMonth: "1.5", since: "2026-05-16" }],
    },
  },
  on: "2026-09-16",
  paidIn: "cash",
};
const measurements = { moisture: "12.6", "sample-grams": "250", "sound-grams": "188.2", "pasilla-grams": "9.4" };
const sacks = {
  id: "T3Q-2-004417",
  agent: "0131",
  day: "2026-09-16",
  bags: 7,
  gross_g: "412500",
  tare_g: "4900",
  measurements,
};

/** Runs the command on two files; what it says and how it ends. */
async function settled(planFile: unknown, deliveries: unknown, ...more: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "ayni-settle-"));
  const [planPath, deliveriesPath] = [join(folder, "plan.json"), join(folder, "deliveries.json")];
  writeFileSync(planPath, typeof planFile === "string" ? planFile : JSON.stringify(planFile));
  writeFileSync(deliveriesPath, JSON.stringify(deliveries));
  const said: string[] = [];
  const told: string[] = [];
  const say = plainSay(readCatalogues(), "en");
  const desk: Desk = { say, environment: {}, out: (text) => said.push(text), tell: (text) => told.push(text) };
  const ending = await settlePlan(["--plan", planPath, "--deliveries", deliveriesPath, ...more], desk);
  return { ending, said: said.join("\n"), told: told.join("\n") };
}

test("every figure of the worked example comes out, with no database [cli.settle]", async () => {
  const { ending, said } = await settled(plan, [sacks], "--json");
  expect(ending).toBe(0);
  const { steps, statements } = JSON.parse(said);
  expect(statements).toMatchObject([
    {
      agent: "0131",
      deliveries: [
        { figures: ["412.5", "4.9", "407.6", "404.82", "92.99", "16040", "21013.14", "16043.64", "6494786"] },
      ],
      value: "6494786",
      available: "6348786",
      net: "2940786",
      paid: "2940800",
      difference: "14",
    },
  ]);
  expect(steps).toHaveLength(9);
  const taken = statements[0].deductions.map((line: { code: string; amount: string }) => [line.code, line.amount]);
  expect(taken).toEqual([
    ["collection", "48578"],
    ["share-capital", "64948"],
    ["solidarity", "32474"],
    ["advance", "1500000"],
    ["input-credit-interest", "108000"],
    ["input-credit", "1800000"],
  ]);
});

test("without --json it is one line for each producer: number, net, what is handed over", async () => {
  const other = { ...sacks, id: "T3Q-2-004418", agent: "0132" };
  const { said } = await settled(plan, [sacks, other]);
  expect(said.split("\n")).toEqual(["0131\t2940786\t2940800", "0132\t6348786\t6348800"]);
});

test("a producer whose hand-over cannot be valued is told by code, and the others are settled", async () => {
  const unread = { ...sacks, id: "X", agent: "0200", measurements: {} };
  const { ending, said, told } = await settled(plan, [unread, sacks]);
  expect(ending).toBe(1);
  expect(told).toMatch(/^0200\n.*\[[a-z-]+\.[a-z-]+\]$/);
  expect(said).toBe("0131\t2940786\t2940800");
});

test("a plan that a book would not publish is not settled by; numbers are text; files must be there", async () => {
  expect(await settled({ ...plan, pricePlan: { ...coffeeSpotPlan, steps: [] } }, [sacks])).toMatchObject({
    ending: 1,
    said: "",
  });
  expect((await settled(plan, [{ ...sacks, gross_g: 412500 }])).told).toContain("[settle.unreadable]");
  expect((await settled(plan, [{ ...sacks, tare_g: "999999" }])).told).toContain("[settle.tare-beyond-gross]");
  expect((await settled("{", [sacks])).told).toContain("[settle.not-json]");
  const desk: Desk = {
    say: plainSay(readCatalogues(), "en"),
    environment: {},
    out: () => undefined,
    tell: () => undefined,
  };
  expect(await settlePlan(["--plan", "/nowhere", "--deliveries", "/nowhere"], desk)).toBe(1);
  expect(await settlePlan(["--plan"], desk)).toBe(2);
});
