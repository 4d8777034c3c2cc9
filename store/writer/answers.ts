/** How each act is answered. A phone lets go only of what an answer names, whatever the status line says. */
import type { Folded } from "../../kernel/act/fold.ts";
import type { Question, Refusal } from "../../kernel/refusal.ts";

/** The answer to one act. `position` is its place in the book; `intake` the number under which unread bytes are kept. */
export type Answer =
  | { readonly act: string; readonly outcome: "done"; readonly position: string }
  | {
      readonly act: string;
      readonly outcome: "done with a question";
      readonly position: string;
      readonly questions: readonly Question[];
    }
  | {
      /** It waits until `until` (a day) for the signature of another person; nothing has been carried out. */
      readonly act: string;
      readonly outcome: "proposed";
      readonly position: string;
      readonly until: string;
      readonly questions: readonly Question[];
    }
  | {
      readonly act: string;
      readonly outcome: "refused";
      readonly position: string;
      readonly refusals: readonly Refusal[];
    }
  | { readonly act: string; readonly outcome: "known already"; readonly position: string }
  | {
      readonly act: string | null;
      readonly outcome: "kept, not yet understood";
      readonly intake: string;
      readonly because: Refusal;
    };

/** The answer to an act that took its place in the book. */
export function answerTo(folded: Folded): Answer {
  const place = { act: folded.heard.body.id, position: folded.position.toString() };
  switch (folded.outcome.outcome) {
    case "done":
      return { ...place, outcome: "done" };
    case "done with a question":
      return { ...place, outcome: "done with a question", questions: folded.outcome.questions };
    case "proposed":
      return { ...place, ...folded.outcome };
    case "refused":
      return { ...place, outcome: "refused", refusals: folded.outcome.refusals };
  }
}
