import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../kernel/canonical.ts";
import { coffee, snowPea } from "../pages/statements.fixture.ts";
import { type ExplainedStatement, recompute } from "./recompute.ts";

/** The worked examples as an auditor gets them. */
const files: readonly ExplainedStatement[] = [coffee, snowPea].map(({ content, pricePlan, deductionPlan }) => ({
  statement: content,
  plans: content.deliveries.map(({ plan }) => ({ plan: plan.id, version: plan.version, body: pricePlan })),
  deductions: deductionPlan,
}));

describe("a statement worked out again from its paper [settlement.recompute]", () => {
  it.each(files.map((file) => [file.statement.number, file] as const))("%s: every figure agrees", (_, file) => {
    const found = recompute(file);
    expect(found).toMatchObject({ ok: true, value: { differences: [] } });
    expect(found.ok && found.value.figures).toBeGreaterThan(60);
  });

  it("one figure altered anywhere among values and amounts is named, or changes what was owed before, which is shown", () => {
    const [file] = files as [ExplainedStatement];
    const text = canonicalJson(file.statement);
    const figures = [...text.matchAll(/"(\d+(?:\.\d+)?)"/g)].filter(([, digits]) => (digits ?? "").length > 1);
    fc.assert(
      fc.property(fc.nat({ max: figures.length - 1 }), fc.integer({ min: 1, max: 9 }), (which, by) => {
        const [whole, digits = ""] = figures[which] as unknown as [string, string];
        const at = figures[which]?.index ?? 0;
        const last = (Number.parseInt(digits.at(-1) ?? "0", 10) + by) % 10;
        const altered = `${text.slice(0, at)}"${digits.slice(0, -1)}${last}"${text.slice(at + whole.length)}`;
        const found = recompute({ ...file, statement: JSON.parse(altered) });
        const path = pathTo(JSON.parse(text), JSON.parse(altered));
        if (unchecked.some((one) => path.startsWith(one))) return;
        const owed = (one: typeof found) => (one.ok ? canonicalJson(plain(one.value.owedBefore)) : "");
        const isSeen = !found.ok || found.value.differences.length > 0 || owed(found) !== owed(recompute(file));
        expect(`${path}: ${isSeen}`).toBe(`${path}: true`);
      }),
      { numRuns: 150 },
    );
  });
});

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === "bigint" ? `${one}` : one)));

/** What a paper states and nothing computes: whose it is, when, under which numbers. What is owed after stands for what was owed before. */
const unchecked = ["number", "agent", "days", "organisation", "after", "deductionPlan", "payment.day", "payment.place"];

/** Where two contents differ first. */
function pathTo(one: unknown, other: unknown, place = ""): string {
  if (typeof one !== "object" || one === null) return place;
  for (const [name, value] of Object.entries(one)) {
    const there = (other as Record<string, unknown>)[name];
    if (canonicalJson(value) !== canonicalJson(there))
      return pathTo(value, there, place === "" ? name : `${place}.${name}`);
  }
  return place;
}
