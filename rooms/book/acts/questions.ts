/** Answers to what the book asked. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { map } from "../../../kernel/act/need.ts";
import { write } from "../../../kernel/act/record.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { type OpenQuestion, questionAt, rolesOf } from "../needs.ts";
import { questionAnswer } from "../records.ts";
import { answers } from "../rules/answers.ts";

/** What one person did where two were asked for waits for another: answering it is the second signature. */
const forAnother = new Set(["act.second-missing", "act.hands-together"]);

const isOfTheirOwn = ({ code, facts }: OpenQuestion, by: string): boolean =>
  forAnother.has(code) && (facts as { readonly agent?: unknown }).agent === by;

/**
 * Answers a question, by whoever holds the role it was put to, or by the manager. The answer is kept beside the fact and
 * changes nothing else: what must change is said by an act of its own. A decision.
 */
export const answerQuestion: ActDeclaration = decision({
  kind: "question.answer",
  version: 1,
  rules: 1,
  room: "book",
  power: "answer-question",
  says: z.strictObject({
    position: z.string().check(z.regex(/^[1-9][0-9]{0,17}$/)),
    ordinal: z.int().check(z.nonnegative(), z.maximum(100_000)),
    answer: z.enum(answers),
    note: z.optional(textSchema(500)),
  }),
  needs: (said, context) => ({
    at: questionAt(said.position, said.ordinal),
    roles: map(rolesOf(context.by, context.today), (roles) => new Set(roles)),
  }),
  follows: (said, { at, roles }, context) => {
    const facts = { position: said.position, ordinal: said.ordinal };
    const { question } = at;
    if (question === null) return refuse(refused("question.unknown", facts, "position").refusal);
    if (at.answer !== null) return refuse(refused("question.answered", { ...facts, answer: at.answer.answer }).refusal);
    if (isOfTheirOwn(question, context.by)) return refuse(refused("question.own-signature", facts).refusal);
    if (!roles.has(question.to_role) && !roles.has("manager"))
      return refuse(refused("question.not-yours", { ...facts, role: question.to_role }).refusal);
    const row = {
      asked_position: question.asked_position,
      ordinal: question.ordinal,
      about: question.about,
      answer: said.answer,
      note: said.note ?? null,
      answered_by: context.by,
      on_day: context.today,
    };
    return { records: [write(questionAnswer, row)] };
  },
});
