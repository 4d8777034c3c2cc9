/** Own acts on top of what was pulled: the same fold as the book's, so that the telephone knows what will follow. */
import { type Folded, foldOne, type Tools } from "../../../../../kernel/act/fold.ts";
import { type Heard, hear } from "../../../../../kernel/act/heard.ts";
import type { Page } from "../../../../../kernel/act/page.ts";
import type { Refusal } from "../../../../../kernel/refusal.ts";

/**
 * What came of folding an act here; `all`: with the acts that it caused. `kept`: it cannot be read or heard yet; `failed`: our own rules
 * broke on it.
 */
export type FoldedHere =
  | { readonly folded: Folded; readonly all: readonly Folded[] }
  | { readonly kept: Refusal }
  | { readonly failed: string };

/** Beyond any position of a book, and with room for what an act causes: own acts stand after all that was pulled, in their order. */
export const ownPosition = (sequence: number): bigint => 1_000_000_000_000_000n + BigInt(sequence) * 1_000n;

/** One own act, as it is laid: its text, the book, the instant at which it was said, its sequence. */
export type Own = { readonly text: string; readonly book: string; readonly at: string; readonly sequence: number };

/** Reads an act as the book would when it was said. */
export const heardHere = ({ text, book, at }: Own, { vocabulary }: Tools): { heard: Heard } | { kept: Refusal } =>
  hear({ body: text }, book, at, vocabulary);

/** Lays what follows from an act on the page. What breaks or cannot be heard lays nothing. */
export function layOwn(page: Page, own: Own, tools: Tools): FoldedHere {
  const mark = page.mark();
  try {
    const hearing = heardHere(own, tools);
    if ("kept" in hearing) return hearing;
    const result = foldOne(page, hearing.heard, ownPosition(own.sequence), tools);
    if ("kept" in result) return result;
    if ("missing" in result) throw new Error("a whole page has no missing reads");
    return { folded: result.folded[0] as Folded, all: result.folded };
  } catch (error) {
    page.backTo(mark);
    return { failed: error instanceof Error ? error.message : "unknown" };
  }
}
