/** What the book asked about what this telephone said, and what was answered. */
import { rows } from "../../../../kernel/act/need.ts";
import type { Fact } from "../../../../kernel/refusal.ts";
import { asked, questionAnswer } from "../../../../rooms/book/records.ts";
import { documentsOf } from "../core/outbox/documents.ts";
import type { FieldCore, OutboxEntry } from "../ports.ts";

/** One question about an act of this telephone. `answer` is null while nobody has decided. */
export type AskedHere = {
  readonly item: OutboxEntry;
  readonly code: string;
  readonly to: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly answer: { readonly answer: string; readonly note: string | null; readonly day: string } | null;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** People in the place of their ids, as far as they are known here; whoever is not is said to be so. */
export function factsInWords(core: FieldCore, facts: AskedHere["facts"], unknown: string): AskedHere["facts"] {
  const inWords = (fact: Fact): Fact => {
    if (typeof fact !== "string" || !uuid.test(fact)) return fact;
    const person = core.person(fact);
    return person?.name ?? person?.number ?? unknown;
  };
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, inWords(fact)]));
}

/** Every question about this telephone's own acts, open ones first, then the newest. */
export function questionsHere(core: FieldCore): readonly AskedHere[] {
  const found = core.outbox().flatMap((item) => questionsAbout(core, item));
  const rank = (one: AskedHere): number => (one.answer === null ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other) || other.item.sequence - one.item.sequence);
}

function questionsAbout(core: FieldCore, item: OutboxEntry): readonly AskedHere[] {
  return documentsOf(item).flatMap((document) => {
    const questions = core.ask(rows(asked, "byAbout", [document]));
    if (questions.length === 0) return [];
    const answers = core.ask(rows(questionAnswer, "byAbout", [document]));
    return questions.map((one) => {
      const given = answers.find((two) => two.asked_position === one.asked_position && two.ordinal === one.ordinal);
      return {
        item,
        code: one.code,
        to: one.to_role,
        facts: one.facts as AskedHere["facts"],
        answer: given === undefined ? null : { answer: given.answer, note: given.note, day: given.on_day },
      };
    });
  });
}
