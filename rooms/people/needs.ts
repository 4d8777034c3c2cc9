/** What acts may ask of the register. */
import { map, type Need, row, rows, tally, together } from "../../kernel/act/need.ts";
import type { TallyChange } from "../../kernel/act/page.ts";
import { newest, type Row } from "../../kernel/act/record.ts";
import { settingsNow } from "../book/needs.ts";
import {
  agentAccount,
  agentDeath,
  agent as agentRecord,
  erasure,
  memberCard,
  profile,
  taxpayer,
  tie,
} from "./records.ts";
import { type Card, cardsInForce } from "./rules/cards.ts";
import { lastMembership, membershipsOn, type Tie } from "./rules/ties.ts";

/** An agent of the register; null when nobody said who that is. */
export const agent = (id: string): Need<Row<typeof agentRecord> | null> => row(agentRecord, id);

/** The newest profile of an agent; null when there is none. */
export const profileOf = (id: string): Need<Row<typeof profile> | null> => map(profileVersions(id), newest);

/** All versions of an agent's profile. */
export const profileVersions = (id: string) => rows(profile, "key", [id]);

/** All versions of the ties that begin at an agent. */
export const tiesFrom = (id: string) => rows(tie, "byFrom", [id]);

/** All versions of one tie. */
export const tieVersions = (id: string) => rows(tie, "key", [id]);

/** When and which of an agent's personal values were erased; usually never. */
export const erasuresOf = (id: string) => rows(erasure, "byAgent", [id]);

/** An agent and the memberships with the book's own organisation that hold on a day. No membership is no error. */
export type Member = {
  readonly agent: Row<typeof agentRecord> | null;
  readonly memberships: readonly Tie[];
};

/** Who somebody is on a day: known or not, member or not. */
export const member = (id: string, day: string): Need<Member> =>
  map(together({ agent: agent(id), ties: tiesFrom(id), settings: settingsNow }), ({ agent, ties, settings }) => ({
    agent,
    memberships: settings === null ? [] : membershipsOn(ties, settings.organisation, day),
  }));

/** The membership of somebody who left before a day, the one that ended last; null for who never was a member, or is one still. */
export const membershipBefore = (id: string, day: string): Need<Tie | null> =>
  map(together({ ties: tiesFrom(id), settings: settingsNow }), ({ ties, settings }) =>
    settings === null ? null : lastMembership(ties, settings.organisation, day),
  );

/** The agent who holds a member's number on a day; null when nobody does. When two do, the one who had it first. */
export const memberByNumber = (number: string, day: string): Need<string | null> =>
  map(together({ ties: rows(tie, "byNumber", [number]), settings: settingsNow }), ({ ties, settings }) =>
    settings === null ? null : (membershipsOn(ties, settings.organisation, day)[0]?.from_agent ?? null),
  );

/** All versions of one card. */
export const cardVersions = (id: string) => rows(memberCard, "key", [id]);

/** The cards that somebody carries and that hold: usually one. */
export const cardsOf = (id: string): Need<readonly Card[]> => map(rows(memberCard, "byAgent", [id]), cardsInForce);

/** Whose card this is; null when it was never given, or was taken back. */
export const holderOfCard = (id: string): Need<string | null> =>
  map(cardVersions(id), (versions) => cardsInForce(versions)[0]?.agent ?? null);

/** How much open business (debts, unpaid papers) still needs a person's identity; zero lets the person be erased. */
export const erasureHold = (id: string): Need<bigint> => tally("erasure-hold", id);

/** A later room says with this that so many matters with a person have been opened (above zero) or are over (below). */
export const holdChange = (id: string, change: bigint): TallyChange => ({ kind: "erasure-hold", key: id, change });

/** All versions of what was stated of an agent as a taxpayer. */
export const taxpayerVersions = (id: string) => rows(taxpayer, "key", [id]);

/** All versions of all accounts of an agent. */
export const accountsOf = (id: string) => rows(agentAccount, "byAgent", [id]);

/** All versions of one account. */
export const accountVersions = (id: string) => rows(agentAccount, "key", [id]);

/** That somebody died; null of who lives, as far as the book was told. */
export const deathOf = (id: string) => row(agentDeath, id);
