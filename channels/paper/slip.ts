/**
 * A paper as the rows of a slip, for what draws no page: the bytes of a thermal printer, a picture to share, plain words. All of them
 * say the same in the same order, because they draw these rows and nothing else.
 */
import type { CopyNotes, PaperDocument, PaperLine } from "./document.ts";

/** How large: `tall` is twice as high, `double` twice as wide too. */
export type RowSize = "usual" | "tall" | "double";

/** One row. A `pair` has its figure at the right, whole; `hand` leaves room to sign; `square` is where the square stands. */
export type SlipRow =
  | {
      readonly is: "words";
      readonly text: string;
      readonly at: "left" | "middle" | "right";
      readonly size: RowSize;
      readonly strong: boolean;
    }
  | {
      readonly is: "pair";
      readonly left: string;
      readonly right: string;
      readonly size: RowSize;
      readonly strong: boolean;
    }
  | { readonly is: "rule"; readonly double: boolean }
  | { readonly is: "hand"; readonly text: string }
  | { readonly is: "square"; readonly text: string };

type How = { readonly at?: "left" | "middle" | "right"; readonly size?: RowSize; readonly strong?: boolean };

const words = (text: string, { at = "left", size = "usual", strong = false }: How = {}): SlipRow => ({
  ...{ is: "words", text, at, size, strong },
});
const rule = (double = false): SlipRow => ({ is: "rule", double });

/** The rows of a paper, no rule after another. `notes` are said of this copy, outside of what was signed. */
export const slipRows = (paper: PaperDocument, notes: CopyNotes): readonly SlipRow[] =>
  allRows(paper, notes).filter((row, at, rows) => !(row.is === "rule" && rows[at - 1]?.is === "rule"));

const allRows = (paper: PaperDocument, notes: CopyNotes): readonly SlipRow[] => [
  words(paper.organisation, { at: "middle", strong: true }),
  rule(),
  words(paper.kind),
  words(paper.number, { size: "double", strong: true }),
  ...paper.about.map((text) => words(text)),
  ...notes.map((text) => words(text, { strong: true })),
  ...paper.sections.flatMap(({ heading, lines, words: said }) => [
    rule(),
    words(heading, { strong: true }),
    ...lines.flatMap(lineRows),
    ...said.map((text) => words(text)),
  ]),
  ...(paper.choices.length + paper.hands.length === 0 ? [] : [rule()]),
  ...paper.choices.map((text) => words(`( ) ${text}`)),
  ...paper.hands.map((text): SlipRow => ({ is: "hand", text })),
  ...(paper.square
    ? [
        { is: "square", text: paper.square.text } as const,
        words(paper.square.short, { at: "middle", size: "double", strong: true }),
        words(paper.square.check, { at: "middle" }),
      ]
    : []),
  ...(paper.foot.length === 0 ? [] : [rule()]),
  ...paper.foot.map((text) => words(text)),
];

function lineRows({ name, figure, rank, reasons, alone }: PaperLine): readonly SlipRow[] {
  const strong = rank !== "line";
  const size: RowSize = strong ? "tall" : "usual";
  const own: readonly SlipRow[] =
    figure === ""
      ? [words(name, { strong })]
      : alone === true
        ? [rule(true), words(name), words(figure, { at: "right", size: "double", strong: true }), rule(true)]
        : [{ is: "pair", left: name, right: figure, size, strong }];
  return [...own, ...reasons.map((reason) => words(`  ${reason}`))];
}
