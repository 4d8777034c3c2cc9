/** The app's picture on a telephone's screen: the band, as a weaving of square stitches, drawn by the same motif as on papers. */

import { pngOf } from "../../server/png.ts";
import { bandOf } from "../../styles/band.ts";
import { dyes } from "../../styles/dyes.ts";

/** Pictures that the manifest names. They fill their square and keep to its middle, so that a telephone may cut them round. */
export const iconSizes = [
  { address: "/field/icon-192.png", size: 192 },
  { address: "/field/icon-512.png", size: 512 },
] as const;

/** Stitches along each side. */
const side = 32;
/** Nobody's organisation: white diamonds with yellow eyes on blue, red borders. */
const band = bandOf("00010001");

type Yarn = typeof band.ground;

/** The yarn of every stitch, row by row. The motif stands twice as high as it is woven, with a diamond in the middle. */
function weaving(): readonly (readonly Yarn[])[] {
  const rows = band.motif.flatMap((row) => [row, row]);
  const above = (side - rows.length) / 2;
  const isBorder = (row: number): boolean =>
    [above - 3, above - 2].includes(row) || [side - above + 1, side - above + 2].includes(row);
  return Array.from({ length: side }, (_, row) =>
    Array.from({ length: side }, (_, column): Yarn => {
      const motif = rows[row - above];
      if (motif === undefined) return isBorder(row) ? band.border : band.ground;
      const stitch = motif.charAt((column + 11) % motif.length);
      return stitch === "w" ? band.figure : stitch === "y" ? band.eye : band.ground;
    }),
  );
}

const colourOf = (yarn: Yarn): string => dyes[`y-${yarn}`][0];

/** As SVG: one path for each yarn, over the ground. */
export function iconSvg(): string {
  const woven = weaving();
  const paths = (["red", "blue", "green", "brown", "yellow", "white"] as const)
    .filter((yarn) => yarn !== band.ground)
    .map((yarn) => {
      const runs = woven.flatMap((row, y) => runsOf(row, yarn).map(([x, long]) => `M${x} ${y}h${long}v1h-${long}z`));
      return runs.length === 0 ? "" : `<path fill="${colourOf(yarn)}" d="${runs.join("")}"/>`;
    });
  const ground = `<path fill="${colourOf(band.ground)}" d="M0 0h${side}v${side}H0z"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">${ground}${paths.join("")}</svg>`;
}

/** Where stitches of a yarn begin in a row, and how many follow. */
function runsOf(row: readonly Yarn[], yarn: Yarn): readonly (readonly [at: number, long: number])[] {
  return row.flatMap((one, at) => {
    if (one !== yarn || row[at - 1] === yarn) return [];
    const end = row.findIndex((other, place) => place > at && other !== yarn);
    return [[at, (end < 0 ? row.length : end) - at] as const];
  });
}

/** As PNG of `size` by `size` pixels: eight bits of red, green and blue, rows without a filter (PNG, third edition, §11). */
export function iconPng(size: number): Uint8Array {
  const stitch = size / side;
  const rows = weaving().flatMap((row) => {
    const pixels = row.flatMap((yarn) =>
      Array.from({ length: stitch }, () => [...Buffer.from(colourOf(yarn).slice(1), "hex")]).flat(),
    );
    return Array.from({ length: stitch }, () => Buffer.from([0, ...pixels]));
  });
  return pngOf(size, "colour", Buffer.concat(rows));
}
