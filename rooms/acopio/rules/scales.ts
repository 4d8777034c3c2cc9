/** Whether a scale weighs well: a known weight, and how far off the sheet lets it be. */
import type { PointSheet, ScaleReading } from "../said/point.ts";

/** Within the tolerance of the sheet; null when no sheet names the scale, so that nobody said how far off is too far. */
export function isGoodReading({ scale, expected_g, shown_g }: ScaleReading, sheet: PointSheet | null): boolean | null {
  const known = sheet?.scales.find((one) => one.scale === scale);
  if (known === undefined) return null;
  const off = BigInt(shown_g) - BigInt(expected_g);
  return (off < 0n ? -off : off) <= BigInt(known.tolerance_g);
}
