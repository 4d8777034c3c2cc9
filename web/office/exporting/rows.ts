/** All rows that a view answers, page after page, all at one moment of the book. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { Answer, Ask } from "../../../store/reader/ask.ts";
import type { AskedFile } from "./asked.ts";

/** Thrown when a page after the first is refused: the file has begun by then, and can only be broken off. */
class RowsRefused extends Error {}

/**
 * The rows; the first page is read at once, so that a refusal comes before anything is sent. A view that cannot go on from its
 * largest page is refused with `export.too-long` rather than cut.
 */
export async function allRows(
  ask: Ask,
  { view, asked, page }: AskedFile,
): Promise<Result<AsyncGenerator<Answer["rows"]>>> {
  const first = await ask(view.name, asked);
  if (!first.ok) return first;
  if (first.value.next === undefined && page !== null && first.value.rows.length >= page)
    return refused("export.too-long", { most: page });
  return done(pagesFrom(first.value));

  async function* pagesFrom(answer: Answer): AsyncGenerator<Answer["rows"]> {
    yield answer.rows;
    for (let next = answer.next; next !== undefined; ) {
      const more = await ask(view.name, { ...asked, ...next });
      if (!more.ok) throw new RowsRefused(more.refusal.code);
      yield more.value.rows;
      next = more.value.next;
    }
  }
}
