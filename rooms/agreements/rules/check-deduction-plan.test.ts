import { describe, expect, it } from "vitest";
import { checkDeductionPlan } from "./check-deduction-plan.ts";
import { coffeeSpotDeductions } from "./worked-examples/coffee-spot.ts";
import { snowPeaDeductions } from "./worked-examples/snow-pea.ts";

type Sheet = typeof coffeeSpotDeductions;
const without = (holder: object, field: string) =>
  Object.fromEntries(Object.entries(holder).filter(([name]) => name !== field));

/** The coffee deductions with one changed. */
const changed = (code: string, change: (one: Sheet["deductions"][number]) => object) => ({
  ...coffeeSpotDeductions,
  deductions: coffeeSpotDeductions.deductions.map((one) => (one.code === code ? change(one) : one)),
});
const withCaps = (...caps: object[]) => ({ ...coffeeSpotDeductions, caps });
const [cap] = coffeeSpotDeductions.caps;
const floor = {
  kind: "subsistence",
  code: "floor",
  percent: "50",
  base: "value-less-levies-and-third-parties",
  limits: ["advance", "input-credit-interest", "input-credit"],
  rounding: { mode: "half-up", grain: "1" },
};

const refusal = (body: unknown, lineGrain = "1") => {
  const checked = checkDeductionPlan(body, lineGrain);
  return checked.ok ? "published" : { code: checked.refusal.code, field: checked.refusal.field };
};

describe("deductions are published when each has a rule, a reason and a destination [agreements.deductions]", () => {
  it("the worked examples are published", () => {
    expect(checkDeductionPlan(coffeeSpotDeductions, "1")).toEqual({ ok: true, value: coffeeSpotDeductions });
    expect(refusal(snowPeaDeductions, "0.01")).toBe("published");
    expect(refusal(withCaps(floor))).toBe("published");
  });

  it.each([
    ["destination", "to", "deductions.no-destination"],
    ["reason", "reason", "deductions.no-reason"],
    ["rule", "rule", "deductions.no-rule"],
  ])("refused: a deduction without %s", (_what, field, code) =>
    expect(refusal(changed("solidarity", (one) => without(one, field)))).toEqual({
      code,
      field: `deductions.2.${field}`,
    }),
  );

  it.each(["pocket", "cash", "owed-to-producers"])("refused: %s, which is no destination", (to) =>
    expect(refusal(changed("solidarity", (one) => ({ ...one, to })))).toEqual({
      code: "deductions.no-destination",
      field: "deductions.2.to",
    }),
  );

  it.each(["advance", "input-credit-interest", "input-credit"])("refused: %s repaid to savings", (code) =>
    expect(refusal(changed(code, (one) => ({ ...one, to: "savings" })))).toMatchObject({
      code: "deductions.debt-repaid-elsewhere",
    }),
  );

  it("refused: a reason in no language", () =>
    expect(refusal(changed("solidarity", (one) => ({ ...one, reason: {} })))).toMatchObject({
      code: "deductions.no-reason",
    }));

  it("refused: an amount rounded ambiently", () =>
    expect(refusal(changed("solidarity", (one) => ({ ...one, basis: without(one.basis, "rounding") })))).toEqual({
      code: "deductions.amount-not-rounded",
      field: "deductions.2.basis.rounding",
    }));

  it("refused: rounded finer than the book posts", () =>
    expect(refusal(snowPeaDeductions, "0.05")).toEqual({
      code: "deductions.grain-finer-than-book",
      field: "deductions.0.basis.rounding.grain",
    }));

  it("refused: a levy after a contribution, interest after its principal", () => {
    expect(refusal(changed("solidarity", (one) => ({ ...one, class: 1 })))).toEqual({
      code: "deductions.class-order",
      field: "deductions.2.class",
    });
    const [a, b, c, d, interest, principal] = coffeeSpotDeductions.deductions;
    expect(refusal({ ...coffeeSpotDeductions, deductions: [a, b, c, d, principal, interest] })).toEqual({
      code: "deductions.principal-before-interest",
      field: "deductions.5",
    });
  });

  it("refused: two deductions that collect the same debt", () => {
    const twice = coffeeSpotDeductions.deductions.flatMap((one) =>
      one.code === "advance" ? [one, { ...one, code: "advance-again" }] : [one],
    );
    expect(refusal({ ...coffeeSpotDeductions, deductions: twice })).toEqual({
      code: "deductions.balance-claimed-twice",
      field: "deductions.4.basis.kind",
    });
  });

  it.each([
    ["share-capital", { kind: "percent-of-available", percent: "1", rounding: { mode: "half-up", grain: "1" } }],
    ["solidarity", { kind: "advance-balance" }],
    ["advance", { kind: "credit-principal" }],
  ])("refused: %s from a basis of another class", (code, basis) =>
    expect(refusal(changed(code, (one) => ({ ...one, basis })))).toMatchObject({
      code: "deductions.basis-in-wrong-class",
    }),
  );

  it("refused: a rule that ends before it begins, or begins on no day", () => {
    const rule = (from: string, until: string) =>
      refusal(changed("collection", (one) => ({ ...one, rule: { ...one.rule, from, until } })));
    expect(rule("2026-01-01", "2025-12-31")).toMatchObject({ code: "deductions.rule-ends-before-it-begins" });
    expect(rule("2026-02-29", "2026-12-31")).toMatchObject({
      code: "deductions.no-rule",
      field: "deductions.0.rule.from",
    });
  });
});

describe("every cap names its base and what it limits", () => {
  it.each([
    ["base", "deductions.cap-without-base"],
    ["limits", "deductions.cap-without-limits"],
  ])("refused: a cap without %s", (field, code) =>
    expect(refusal(withCaps(without(cap ?? {}, field)))).toEqual({ code, field: `caps.0.${field}` }),
  );

  it("refused: a cap that limits nothing, or a deduction nobody knows", () => {
    expect(refusal(withCaps({ ...cap, limits: [] }))).toMatchObject({ code: "deductions.cap-without-limits" });
    expect(refusal(withCaps({ ...cap, limits: ["gifts"] }))).toEqual({
      code: "deductions.cap-limits-unknown",
      field: "caps.0.limits.0",
    });
  });

  it.each([
    ["available", "share", "solidarity"],
    ["value-less-levies-and-third-parties", "share", "collection"],
    ["value-less-levies-and-third-parties", "subsistence", "solidarity"],
  ])("refused: a cap on what its own base depends on (%s, %s)", (base, kind, limited) =>
    expect(refusal(withCaps({ ...cap, kind, base, limits: [...floor.limits, limited] }))).toEqual({
      code: "deductions.cap-base-depends-on-limited",
      field: "caps.0.limits.3",
    }),
  );

  it("a cap on contributions may stand on what levies and third parties leave", () =>
    expect(refusal(withCaps({ ...cap, base: "value-less-levies-and-third-parties", limits: ["share-capital"] }))).toBe(
      "published",
    ));

  it("refused: a protection of subsistence that leaves a debt outside", () =>
    expect(refusal(withCaps({ ...floor, limits: ["advance"] }))).toEqual({
      code: "deductions.floor-leaves-out",
      field: "caps.0.limits",
    }));
});
