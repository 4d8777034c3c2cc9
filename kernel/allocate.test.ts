import { describe, expect, it } from "vitest";
import { allocate } from "./allocate.ts";

describe("sharing an amount [kernel.allocate]", () => {
  it("gives the last peso of 100 between three to the first", () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
  });

  it("gives what does not divide to the largest remainders", () => {
    // Exact shares 4.29, 28.57 and 67.14 céntimos: the second has the largest remainder.
    expect(allocate(100n, [3n, 20n, 47n])).toEqual([4n, 29n, 67n]);
  });

  it("gives nothing for nothing delivered", () => {
    expect(allocate(7n, [0n, 5n, 0n])).toEqual([0n, 7n, 0n]);
    expect(allocate(0n, [0n, 0n])).toEqual([0n, 0n]);
  });

  it("takes back what it gave", () => {
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  it("shares nothing among nobody", () => {
    expect(allocate(0n, [])).toEqual([]);
    expect(() => allocate(1n, [])).toThrow("somebody");
    expect(() => allocate(1n, [0n])).toThrow("somebody");
    expect(() => allocate(1n, [2n, -1n])).toThrow("negative");
  });
});
