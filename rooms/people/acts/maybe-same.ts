/** Somebody who may have been entered twice: by two offices on one day, from a list and by hand. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { rows } from "../../../kernel/act/need.ts";
import { AgentId } from "../../../kernel/ids.ts";
import { question } from "../../../kernel/refusal.ts";
import { asked } from "../../book/records.ts";

/** By what two people look like one. Names and identity numbers themselves stand beside the acts, and are never in a question. */
export const sameBy = ["identity", "name-and-community"] as const;

const code = "people.maybe-same";

type Asked = { readonly code: string; readonly facts: unknown };

const names = (questions: readonly Asked[], other: string): boolean =>
  questions.some((one) => one.code === code && (one.facts as { readonly other?: unknown }).other === other);

/**
 * Two people of the register may be one person: both stay, and the manager is asked once for the pair, whichever was entered first. A
 * fact, said by the server on the seat of whoever entered the second: personal values are compared beside the book, since no
 * act has them. Question: `people.maybe-same`.
 */
export const maybeSamePerson: ActDeclaration = fact({
  kind: "person.maybe-same",
  version: 1,
  rules: 1,
  room: "people",
  power: "keep-register",
  says: z.object({ agent: AgentId, other: AgentId, because: z.enum(sameBy) }),
  needs: (said) => ({
    about: rows(asked, "byAbout", [said.agent]),
    aboutOther: rows(asked, "byAbout", [said.other]),
  }),
  follows: (said, { about, aboutOther }) => {
    const { agent, other, because } = said;
    if (agent === other || names(about, other) || names(aboutOther, agent)) return {};
    return { questions: [question(code, "manager", agent, { agent, other, because })] };
  },
});
