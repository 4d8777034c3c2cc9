/** What is asked about an act: as the book said once it has answered, and until then as this telephone's own rules find. */
import type { Question } from "../../../../../kernel/refusal.ts";
import { openQuestions } from "../../../../../rooms/book/needs.ts";
import type { FieldCore, OutboxEntry } from "../../ports.ts";

type Coded = Pick<Question, "code" | "facts">;

/** The questions, in their order; none when nothing is doubted. */
export function questionsOf(core: FieldCore, item: Pick<OutboxEntry, "act" | "answer">): readonly Coded[] {
  const told = (item.answer as { readonly questions?: readonly Coded[] } | null)?.questions;
  if (told !== undefined) return told;
  return core.ask(openQuestions([item.act])).map(({ code, facts }) => ({ code, facts: facts as Coded["facts"] }));
}
