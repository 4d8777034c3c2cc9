/** Cards by which a collection point finds a member at once. A card proves nothing: it stands in for saying one's number. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { each } from "../../../kernel/act/need.ts";
import { newest, nextVersion, type Written, write } from "../../../kernel/act/record.ts";
import { AgentId, idSchema } from "../../../kernel/ids.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { agent as agentNeed, cardsOf, cardVersions } from "../needs.ts";
import { memberCard } from "../records.ts";

const CardId = idSchema<"Card">();
const base = { version: 1, rules: 1, room: "people", power: "keep-register" } as const;

/** Most cards of one act: fifty printed sheets. */
const mostCards = 500;

/**
 * Gives cards to people of the register. A decision. Ids are made by chance, so that a card says nothing of its bearer. Cards that
 * somebody carried before are taken back by it: nobody has two that hold. Codes: `card.agent-unknown`, `card.id-used`, `card.twice`.
 */
export const issueCards: ActDeclaration = decision({
  ...base,
  kind: "card.issue",
  says: z.strictObject({
    cards: z.array(z.strictObject({ card: CardId, agent: AgentId })).check(z.minLength(1), z.maxLength(mostCards)),
  }),
  needs: ({ cards }) => ({
    agents: each(cards.map(({ agent }) => agentNeed(agent))),
    versions: each(cards.map(({ card }) => cardVersions(card))),
    before: each(cards.map(({ agent }) => cardsOf(agent))),
  }),
  follows: ({ cards }, { agents, versions, before }, { today }) => {
    const records: Written[] = [];
    for (const [at, { card, agent }] of cards.entries()) {
      const field = `cards.${at}`;
      if (agents[at] == null) return refuse(refused("card.agent-unknown", { agent }, field).refusal);
      if ((versions[at]?.length ?? 0) > 0) return refuse(refused("card.id-used", { card }, field).refusal);
      if (cards.slice(0, at).some((one) => one.card === card || one.agent === agent))
        return refuse(refused("card.twice", { agent }, field).refusal);
      for (const old of before[at] ?? [])
        records.push(
          write(memberCard, {
            ...old,
            state: "void",
            reason: "replaced",
            version: nextVersion([old]),
            from_day: today,
          }),
        );
      records.push(write(memberCard, { card, agent, state: "issued", reason: null, version: 1, from_day: today }));
    }
    return { records };
  },
});

/** Takes a card back: it was lost, or its bearer wants none. A decision. Codes: `card.unknown`, `card.void-already`. */
export const voidCard: ActDeclaration = decision({
  ...base,
  kind: "card.void",
  says: z.strictObject({ card: CardId, reason: textSchema(200) }),
  needs: ({ card }) => ({ versions: cardVersions(card) }),
  follows: ({ card, reason }, { versions }, { today }) => {
    const current = newest(versions);
    if (current === null) return refuse(refused("card.unknown", { card }, "card").refusal);
    if (current.state === "void") return refuse(refused("card.void-already", { card }, "card").refusal);
    const row = { ...current, state: "void", reason, version: nextVersion(versions), from_day: today };
    return { records: [write(memberCard, row)] };
  },
});
