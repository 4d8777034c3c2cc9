/** Answers a need by reading: outside of the writer, for whoever only looks. */
import type { Need } from "../../kernel/act/need.ts";
import { Page } from "../../kernel/act/page.ts";
import { loadReads } from "../writer/load.ts";
import type { Client } from "../writer/rows.ts";

/** Loads what a need misses, as often as it asks, and gives its answer. The client stands in a transaction on the book. */
export async function answerNeed<T>(client: Client, book: string, need: Need<T>): Promise<T> {
  const page = new Page("partial");
  for (;;) {
    const tried = need.tryOn(page);
    if ("known" in tried) return tried.known;
    await loadReads(client, book, page, tried.missing);
  }
}
