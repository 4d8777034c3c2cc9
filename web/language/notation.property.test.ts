import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, notationOf, withPlaces, written } from "./notation.ts";

/** Exact decimal texts of any size, as the kernel writes them. */
const exact = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.option(fc.stringMatching(/^\d{0,5}[1-9]$/)))
  .map(([whole, fraction]) => (fraction === null ? `${whole}` : `${whole}.${fraction}`));
const notation = fc.constantFrom(notationOf("es", "CO"), notationOf("es", "PE"), notationOf("en", "CO"));

describe("a figure as it is written", () => {
  it("can be read back to the very same number, in every notation", () => {
    fc.assert(
      fc.property(exact, notation, (figure, marks) => {
        const text = written(figure, marks);
        const back = text.replaceAll(marks.group, "").replace(marks.decimal, ".").replace("\u2212", "-");
        expect(back).toBe(figure);
      }),
    );
  });

  it("has at most three digits between two marks of thousands, and never one in front", () => {
    fc.assert(
      fc.property(exact, notation, (figure, marks) => {
        const [whole = ""] = written(figure, marks).replace("\u2212", "").split(marks.decimal);
        const groups = whole.split(marks.group);
        expect(groups.slice(1).every((group) => group.length === 3)).toBe(true);
        expect(groups[0]).toMatch(/^\d{1,3}$/);
      }),
    );
  });

  it("gains zeros behind its mark and nothing else", () => {
    fc.assert(
      fc.property(exact, fc.integer({ min: 0, max: 8 }), (figure, places) => {
        const padded = withPlaces(figure, places);
        expect(padded.startsWith(figure)).toBe(true);
        expect(padded.slice(figure.length)).toMatch(/^\.?0*$/);
      }),
    );
  });

  it("is cut, never rounded: what is shown begins the number it stands for", () => {
    expect(cut("15818.0429")).toEqual({ exact: "15818.0429", more: false });
    expect(cut("15818.04295")).toEqual({ exact: "15818.0429", more: true });
    expect(cut("2/3")).toEqual({ exact: "0.6666", more: true });
    expect(cut("-2/3")).toEqual({ exact: "-0.6666", more: true });
    expect(cut("T-02")).toEqual({ exact: "T-02", more: false });
  });
});
