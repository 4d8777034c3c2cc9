/**
 * A paper of the book as words and figures in order, ready to be drawn: on a slip, on a page of the browser, as a PDF. Whoever
 * composes it computes nothing; whoever draws it adds nothing. The same content gives the same document, whenever it is drawn.
 */

/** A line: what it is, its figure with its unit (empty when it is a line of words), and in small letters what explains it. */
export type PaperLine = {
  readonly name: string;
  readonly figure: string;
  readonly rank: "line" | "subtotal" | "total";
  readonly reasons: readonly string[];
  /** What the paper is taken for, in one look: on a slip its figure stands by itself, twice as large. */
  readonly alone?: boolean;
};

/** A part of the paper under its heading. */
export type PaperSection = {
  readonly heading: string;
  readonly lines: readonly PaperLine[];
  readonly words: readonly string[];
};

/** A square code on the paper. */
export type PaperSquare = {
  /** What stands in it. */
  readonly text: string;
  /** What it is called for who does not see it. */
  readonly says: string;
  /** Under it: a short code to be read to somebody else, and in a sentence how to check the paper. */
  readonly short: string;
  readonly check: string;
};

/** The paper. `language` is BCP 47; `issued` is an ISO day. */
export type PaperDocument = {
  readonly language: string;
  readonly issued: string;
  readonly title: string;
  readonly organisation: string;
  /** What kind of paper it is, and its number. */
  readonly kind: string;
  readonly number: string;
  readonly about: readonly string[];
  /** What it comes to, said in a sentence, the amount by itself, and when and where it is paid. */
  readonly answer: { readonly sentence: string; readonly amount: string; readonly when: string } | null;
  readonly sections: readonly PaperSection[];
  /** Lines to be signed or marked by hand. */
  readonly hands: readonly string[];
  readonly choices: readonly string[];
  /** Where the paper bears a code by which it can be checked. */
  readonly square?: PaperSquare | null;
  readonly foot: readonly string[];
};

/** Said of this copy, outside of what the paper keeps: voided, printed again, of an erased person. */
export type CopyNotes = readonly string[];

/** Two texts as one, each once. */
const both = (one: string, other: string): string => (one === other || other === "" ? one : `${one} · ${other}`);

const bothLists = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.flatMap((text, at) => (other[at] === undefined || other[at] === text ? [text] : [text, other[at]]));

/**
 * The same paper in two languages side by side: names and sentences of both, figures once, as the first writes them. Both were
 * composed from the same content, so their parts stand in the same order.
 */
export const besideEachOther = (one: PaperDocument, other: PaperDocument): PaperDocument => ({
  ...one,
  kind: both(one.kind, other.kind),
  about: bothLists(one.about, other.about),
  answer:
    one.answer === null || other.answer === null
      ? one.answer
      : {
          sentence: both(one.answer.sentence, other.answer.sentence),
          amount: one.answer.amount,
          when: both(one.answer.when, other.answer.when),
        },
  sections: one.sections.map((section, at) => {
    const translated = other.sections[at];
    return {
      heading: both(section.heading, translated?.heading ?? ""),
      lines: section.lines.map((line, place) => ({
        ...line,
        name: both(line.name, translated?.lines[place]?.name ?? ""),
        reasons: bothLists(line.reasons, translated?.lines[place]?.reasons ?? []),
      })),
      words: bothLists(section.words, translated?.words ?? []),
    };
  }),
  hands: one.hands.map((text, at) => both(text, other.hands[at] ?? "")),
  choices: one.choices.map((text, at) => both(text, other.choices[at] ?? "")),
  foot: bothLists(one.foot, other.foot),
});
