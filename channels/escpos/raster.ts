/** A square as the rows of dots of a printer: eight dots a byte, the first at the left, dark is one. */
import { QUIET_ZONE, type Square } from "../../kernel/cose/square.ts";

/** `width` in bytes, `height` in dots. */
export type Raster = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

/** The square with its quiet zone in the middle of `dots`, each module `module` dots wide and high. */
export function rasterOf(square: Square, module: number, dots: number): Raster {
  const modules = square.side + 2 * QUIET_ZONE;
  const [width, height] = [Math.ceil(dots / 8), modules * module];
  const left = Math.floor((dots - modules * module) / 2) + QUIET_ZONE * module;
  const bytes = new Uint8Array(width * height);
  for (let row = 0; row < square.side; row += 1)
    for (let column = 0; column < square.side; column += 1)
      if (square.isDark(column, row))
        darken(bytes, { width, left: left + column * module, top: (QUIET_ZONE + row) * module, module });
  return { bytes, width, height };
}

type Spot = { readonly width: number; readonly left: number; readonly top: number; readonly module: number };

function darken(bytes: Uint8Array, { width, left, top, module }: Spot): void {
  for (let y = top; y < top + module; y += 1)
    for (let x = left; x < left + module; x += 1) {
      const at = y * width + (x >> 3);
      bytes[at] = (bytes[at] ?? 0) | (0x80 >> (x & 7));
    }
}
