/**
 * A book in memory: a whole page and its history. It is what a phone, a test and `ayni settle` keep; it answers like the
 * writer, and its outcomes are the same because the fold is.
 */
import type { Refusal } from "../refusal.ts";
import type { Sent } from "./envelope.ts";
import { type Folded, foldOne, type Tools } from "./fold.ts";
import { hear } from "./heard.ts";
import { Page } from "./page.ts";

/** The answer to one act, as a person or a phone gets it. */
export type MemoryAnswer =
  | { readonly act: string; readonly outcome: Folded["outcome"]["outcome"]; readonly folded: Folded }
  | { readonly act: string; readonly outcome: "known already" }
  | { readonly act: null; readonly outcome: "kept, not yet understood"; readonly because: Refusal };

/** A book kept in memory. */
export class MemoryBook {
  readonly book: string;
  readonly page = new Page("whole");
  readonly history: Folded[] = [];
  private readonly known = new Set<string>();
  private readonly tools: Tools;

  constructor(book: string, tools: Tools) {
    this.book = book;
    this.tools = tools;
  }

  /** Says one act at an instant of the book's clock. */
  say(sent: Sent, received: string): MemoryAnswer {
    const hearing = hear(sent, this.book, received, this.tools.vocabulary);
    if ("kept" in hearing) return { act: null, outcome: "kept, not yet understood", because: hearing.kept };
    const { heard } = hearing;
    if (this.known.has(heard.body.id)) return { act: heard.body.id, outcome: "known already" };
    const result = foldOne(this.page, heard, BigInt(this.history.length + 1), this.tools);
    if ("kept" in result) return { act: null, outcome: "kept, not yet understood", because: result.kept };
    if ("missing" in result) throw new Error("a whole page has no missing reads");
    this.page.settle();
    for (const one of result.folded) this.history.push(one);
    for (const one of result.folded) this.known.add(one.heard.body.id);
    const folded = result.folded[0] as Folded;
    return { act: heard.body.id, outcome: folded.outcome.outcome, folded };
  }
}
