import { describe, expect, it } from "vitest";
import { bandCss, bandOf } from "./band.ts";

const cooperative = "01994f6e-0000-7000-8000-0000000a0100";

describe("the band of an organisation", () => {
  it("is the same for the same id, always", () => {
    expect(bandOf(cooperative)).toEqual(bandOf(cooperative.toUpperCase()));
  });

  it("has seven rows of one length, in yarns that differ from their ground", () => {
    for (let last = 0; last < 512; last += 1) {
      const band = bandOf(`01994f6e-0000-7000-8000-${(last * 7919).toString(16).padStart(12, "0")}`);
      expect(band.motif).toHaveLength(7);
      expect(new Set(band.motif.map((row) => row.length)).size).toBe(1);
      expect(new Set([band.border, band.ground, band.figure, band.eye]).size).toBe(4);
    }
  });

  it("tells organisations apart: of fifty made in a row, at least ten bands differ", () => {
    const bands = Array.from({ length: 50 }, (_, index) =>
      bandCss(
        bandOf(`01994f6e-0000-7000-8000-${(0xa0100 + index * 0x1234567).toString(16).padStart(12, "0")}`),
        "along",
      ),
    );
    expect(new Set(bands).size).toBeGreaterThanOrEqual(10);
  });

  it("lies along the top of a document and up the left edge of the office, in about a thousand characters", () => {
    const along = bandCss(bandOf(cooperative), "along");
    expect(along).toMatch(/^\.band\{height:26px;/);
    expect(bandCss(bandOf(cooperative), "up")).toMatch(/^\.band\{width:26px;/);
    expect(along.match(/linear-gradient/g)).toHaveLength(11);
    expect(along.length).toBeLessThan(2600);
  });
});
