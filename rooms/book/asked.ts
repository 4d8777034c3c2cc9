/** The questions an act raises, as rows that later acts can find. */
import { type Written, write } from "../../kernel/act/record.ts";
import type { Question } from "../../kernel/refusal.ts";
import { asked as record } from "./records.ts";

/** One row per question, in the place of the act that raised it: what the fold lays and the writer keeps. */
export const asked = (position: bigint, questions: readonly Question[]): readonly Written[] =>
  questions.map((one, ordinal) =>
    write(record, {
      asked_position: position,
      ordinal,
      code: one.code,
      to_role: one.to,
      about: one.about,
      facts: one.facts,
    }),
  );
