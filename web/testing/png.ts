/** A square as a picture in black and white, for judges that read pictures. */
import { QUIET_ZONE, type Square } from "../../kernel/cose/square.ts";
import { pngOf } from "../server/png.ts";

/** PNG of one byte for each pixel, rows without a filter (PNG, third edition, sections 5.3 and 11.2); `dots` pixels for a module. */
export function squarePng({ side, isDark }: Square, dots: number): Uint8Array {
  const size = (side + 2 * QUIET_ZONE) * dots;
  const rows = Buffer.alloc(size * (size + 1), 255);
  for (let y = 0; y < size; y += 1) {
    rows[y * (size + 1)] = 0;
    for (let x = 0; x < size; x += 1) {
      const [column, row] = [Math.floor(x / dots) - QUIET_ZONE, Math.floor(y / dots) - QUIET_ZONE];
      const isInside = column >= 0 && row >= 0 && column < side && row < side;
      if (isInside && isDark(column, row)) rows[y * (size + 1) + 1 + x] = 0;
    }
  }
  return pngOf(size, "grey", rows);
}
