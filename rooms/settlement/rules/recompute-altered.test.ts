/** An auditor's file, altered anywhere and anyhow: it is told what does not fit, and nothing makes the reckoning stumble. */
import { expect, test } from "vitest";
import { coffee } from "../pages/statements.fixture.ts";
import { explainedForm, readExplained } from "./explained-file.ts";
import { recompute } from "./recompute.ts";

const [delivery] = coffee.content.deliveries;
const plan = { plan: delivery?.plan.id, version: delivery?.plan.version, body: coffee.pricePlan };
const whole = { form: explainedForm, statement: coffee.content, plans: [plan], deductions: coffee.deductionPlan };
const text = JSON.stringify(whole);

/** Every place of the file, by the names that lead to it. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inside]) => placesOf(inside, [...path, name]))];
}

/** What is said of the file with one place changed. */
function saidOf(path: readonly string[], to: unknown): string {
  const copy = JSON.parse(text);
  const parent = path.slice(0, -1).reduce((value, name) => value[name], copy);
  if (to === undefined) delete parent[path.at(-1) ?? ""];
  else parent[path.at(-1) ?? ""] = to;
  const read = readExplained(copy);
  if ("field" in read) return `unreadable ${read.field}`;
  const again = recompute(read.file);
  return again.ok ? again.value.differences.map((one) => one.place).join(" ") : again.refusal.code;
}

test("it is told in words whatever stands there: nothing, a list, a bomb of digits, a day that is none [explain.any-file]", () => {
  const places = placesOf(JSON.parse(text)).filter((path) => path.length > 0);
  expect(places.length).toBeGreaterThan(250);
  for (const path of places)
    for (const to of [undefined, null, [1], 7, "9".repeat(400), "-1.5"])
      expect(() => saidOf(path, to), `${path.join(".")} = ${to}`).not.toThrow();
}, 60_000);

test("a month or a rate that cannot be is refused, and is no basis", () => {
  const basis = (at: string, to: string) => saidOf(["statement", "deductions", "4", "basis", at], to);
  expect(basis("1", "-1.5")).toBe("explain.basis-impossible");
  expect(basis("2", "9".repeat(12))).toBe("explain.basis-impossible");
});
