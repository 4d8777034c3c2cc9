/** Ties between agents: they begin and they end; neither is an error. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { always, rows } from "../../../kernel/act/need.ts";
import { newest, nextVersion, sameRow, write } from "../../../kernel/act/record.ts";
import { AgentId, idSchema } from "../../../kernel/ids.ts";
import { type Question, question } from "../../../kernel/refusal.ts";
import { daySchema } from "../../../kernel/schema.ts";
import { agent as agentNeed, tieVersions } from "../needs.ts";
import { tie, tieKinds } from "../records.ts";
import { holdsOn, newestTies } from "../rules/ties.ts";
import { words } from "./said.ts";

const TieId = idSchema<"Tie">();
const base = { version: 1, rules: 1, room: "people", power: "keep-register" } as const;

/**
 * Begins a tie: membership with its number, kin, work, power, household. A fact. An agent nobody knows, a kind we do not
 * know, a number that another member has, and an id that another tie has, ask the manager; only the last writes no row.
 */
export const beginTie: ActDeclaration = fact({
  ...base,
  kind: "tie.begin",
  says: z.object({
    tie: TieId,
    from: AgentId,
    to: AgentId,
    kind: z.string().check(z.maxLength(64)),
    number: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
    since: daySchema,
    until: z.optional(daySchema),
  }),
  needs: (said) => ({
    versions: tieVersions(said.tie),
    from: agentNeed(said.from),
    to: agentNeed(said.to),
    numbered: said.number === undefined ? always([]) : rows(tie, "byNumber", [said.number]),
  }),
  follows: (said, known) => {
    const row = {
      tie: said.tie,
      from_agent: said.from,
      to_agent: said.to,
      kind: said.kind,
      number: said.number ?? null,
      until: said.until ?? null,
      reason: null,
      version: 1,
      from_day: said.since,
    };
    const first = known.versions.find((one) => one.version === 1);
    if (first !== undefined)
      return sameRow(first, row)
        ? {}
        : { questions: [question("tie.id-used", "manager", said.tie, { tie: said.tie })] };
    const questions: Question[] = [];
    if (known.from === null) questions.push(question("tie.agent-unknown", "manager", said.tie, { agent: said.from }));
    if (known.to === null) questions.push(question("tie.agent-unknown", "manager", said.tie, { agent: said.to }));
    if (!tieKinds.some((one) => one === said.kind))
      questions.push(question("tie.kind-unknown", "manager", said.tie, { kind: said.kind }));
    const others = newestTies(known.numbered).filter(
      (one) => one.kind === said.kind && one.to_agent === said.to && one.from_agent !== said.from,
    );
    if (others.some((one) => holdsOn(one, said.since)))
      questions.push(question("tie.number-used", "manager", said.tie, { number: said.number ?? "" }));
    return { records: [write(tie, row)], questions };
  },
});

/** Ends a tie after its last day. A fact. A tie nobody began, or one that already ended on another day, asks the manager. */
export const endTie: ActDeclaration = fact({
  ...base,
  kind: "tie.end",
  says: z.object({ tie: TieId, until: daySchema, reason: z.optional(words) }),
  needs: (said) => ({ versions: tieVersions(said.tie) }),
  follows: (said, { versions }) => {
    const before = newest(versions);
    if (before === null) return { questions: [question("tie.unknown", "manager", said.tie, { tie: said.tie })] };
    if (before.until === said.until) return {};
    const facts = { tie: said.tie, until: said.until, before: before.until };
    if (before.until !== null && before.reason !== null)
      return { questions: [question("tie.ended-already", "manager", said.tie, facts)] };
    const row = { ...before, until: said.until, reason: said.reason ?? "unsaid", version: nextVersion(versions) };
    const early = said.until < before.from_day;
    const questions = early ? [question("tie.ends-before-it-begins", "manager", said.tie, facts)] : [];
    return { records: [write(tie, row)], questions };
  },
});
