import { describe, expect, it } from "vitest";
import { minified, styleOf } from "./styles.ts";

describe("the style of a page", () => {
  it("carries only the parts it names, and print last", () => {
    const css = styleOf({ parts: ["notice"], theme: "light", band: null });
    expect(css).toContain(".notice{");
    expect(css).not.toContain(".delivery>");
    expect(css.lastIndexOf("@media print")).toBeGreaterThan(css.indexOf(".notice{"));
  });

  it("needs nothing newer than Chrome 80: no nesting, :has, container queries or oklch", () => {
    const css = styleOf({
      parts: ["cord", "sheet", "split", "statement", "desk", "table", "list", "notice"],
      theme: null,
      band: null,
    });
    expect(css).not.toMatch(/:has\(|@container|oklch\(|&\s|[^-]gap:|@import|url\(/);
  });

  it("loses comments and blanks and nothing else", () => {
    expect(minified("/* why */\na > b , c {\n  color : red;\n  margin:0 4px;\n}\n")).toBe(
      "a > b,c{color : red;margin:0 4px}",
    );
  });
});
