/**
 * The band (faja): thirteen rows of two-pixel stitches that tell whose paper this is, also to who does not read. Motif and
 * yarns follow from the organisation's id. It is never proof: the signature is. Motifs are plain stepped geometry of our own.
 */

const yarns = ["red", "blue", "green", "brown"] as const;
type Yarn = (typeof yarns)[number] | "yellow" | "white";

/** Seven rows of a motif: `.` ground, `w` figure, `y` eye. Each row repeats along the band. */
const motifs: readonly (readonly string[])[] = [
  [
    "........ww........",
    "......wwwwww......",
    "....www....www....",
    "ww.www..yy..www.ww",
    "....www....www....",
    "......wwwwww......",
    "........ww........",
  ],
  ["yyy......yyy", "yyyyy..yyyyy", "..yyyyyyyy..", "ww..yyyy..ww", "wwww....wwww", "..wwwwwwww..", "....wwww...."],
  ["ww..........", "wwww......yy", "..wwww..yyyy", "....wwwwyy..", "..yyyywwww..", "yyyy..wwwwww", "yy......wwww"],
  ["..ww....ww..", "wwwwww..yy..", "..ww....ww..", "..yy..wwwwww", "..ww....ww..", "wwwwww..yy..", "..ww....ww.."],
  ["wwwwww......", "ww..ww..yyyy", "ww..wwwwwwww", "ww..........", "ww..wwwwwwww", "ww..ww..yyyy", "wwwwww......"],
];

/** A weaving: its motif and the yarns of border, ground, figure and eye. */
export type Band = {
  readonly motif: readonly string[];
  readonly border: Yarn;
  readonly ground: Yarn;
  readonly figure: Yarn;
  readonly eye: Yarn;
};

/** The band of an organisation, the same for the same id always. The id's last hexadecimal digits choose. */
export function bandOf(id: string): Band {
  const digits = id
    .toLowerCase()
    .replace(/[^0-9a-f]/g, "")
    .slice(-8)
    .padStart(8, "0");
  const chosen = (place: number, of: number) => Number.parseInt(digits.slice(place, place + 2), 16) % of;
  const ground = yarns[chosen(2, yarns.length)] ?? "blue";
  const borders = yarns.filter((yarn) => yarn !== ground);
  const light = chosen(6, 3) === 0;
  return {
    motif: motifs[chosen(0, motifs.length)] ?? [],
    ground,
    border: borders[chosen(4, borders.length)] ?? "red",
    figure: light ? "yellow" : "white",
    eye: light ? "white" : "yellow",
  };
}

/** The stops of one row: runs of equal stitches, two pixels a stitch. */
function stops(row: string, yarnOf: (stitch: string) => string): string {
  const runs = row.match(/(.)\1*/g) ?? [];
  let at = 0;
  return runs
    .map((run) => {
      const from = at;
      at += run.length * 2;
      return `${yarnOf(run.charAt(0))} ${from}px ${at}px`;
    })
    .join(",");
}

/** The band as CSS of `.band`: along the top of a document, or up the left edge of the office. */
export function bandCss(band: Band, lies: "along" | "up"): string {
  const yarn = (name: Yarn) => `var(--y-${name})`;
  const yarnOf = (stitch: string) => yarn(stitch === "w" ? band.figure : stitch === "y" ? band.eye : band.ground);
  const strip = (name: Yarn, at: number, wide: number) =>
    lies === "along"
      ? `linear-gradient(${yarn(name)},${yarn(name)}) 0 ${at}px/100% ${wide}px no-repeat`
      : `linear-gradient(${yarn(name)},${yarn(name)}) ${at}px 0/${wide}px 100% no-repeat`;
  const rows = band.motif.map((row, index) => {
    const at = 6 + index * 2;
    const long = row.length * 2;
    return lies === "along"
      ? `linear-gradient(90deg,${stops(row, yarnOf)}) 0 ${at}px/${long}px 2px repeat-x`
      : `linear-gradient(${stops(row, yarnOf)}) ${at}px 0/2px ${long}px repeat-y`;
  });
  const layers = [
    strip(band.border, 0, 4),
    strip(band.ground, 4, 2),
    ...rows,
    strip(band.ground, 20, 2),
    strip(band.border, 22, 4),
  ];
  return `.band{${lies === "along" ? "height" : "width"}:26px;background:${layers.join(",")}}`;
}
