/** Who is who: persons, households and organisations, what is known of them, and the dated ties between them. */
import { column, record } from "../../kernel/act/record.ts";
import { organisationForms } from "../book/records.ts";

const room = "people";

/** What an agent can be. */
export const agentKinds = ["person", "household", "organisation"] as const;

/** Forms of organisation one deals with: those that keep a book, and buyers, lenders and public bodies around them. */
export const agentForms = [...organisationForms, "company", "lender", "public-body", "non-profit"] as const;

/** Kinds of tie. `work` and `power` (of attorney) point from the one who works or acts to the one for whom. */
export const tieKinds = ["membership", "kin", "work", "power", "household"] as const;

/** Somebody or something that acts or is party to something. Nobody needs papers to be one. */
export const agent = record({
  table: "agent",
  room,
  shape: "event",
  columns: { agent: column.uuid, kind: column.text, form: column.maybe(column.text) },
  key: ["agent"],
});

/**
 * What is known of an agent. Name, identity number and telephone of a person are sealed (`Sealed`): the values stand beside the
 * acts and can be erased. An organisation's name is no personal value.
 */
export const profile = record({
  table: "profile",
  room,
  shape: "sheet",
  columns: {
    agent: column.uuid,
    name: column.maybe(column.json),
    organisation_name: column.maybe(column.text),
    identity: column.maybe(column.json),
    telephone: column.maybe(column.json),
    community: column.maybe(column.text),
    language: column.maybe(column.text),
  },
  key: ["agent"],
});

/**
 * A tie between two agents, from `from_day` until a day or without end: membership with its number, kin, work, power, household.
 * Several at once are usual; leaving is no error. The newest version holds for the whole time of the tie.
 */
export const tie = record({
  table: "tie",
  room,
  shape: "sheet",
  columns: {
    tie: column.uuid,
    from_agent: column.uuid,
    to_agent: column.uuid,
    kind: column.text,
    number: column.maybe(column.text),
    until: column.maybe(column.day),
    reason: column.maybe(column.text),
  },
  key: ["tie"],
  finds: { byFrom: ["from_agent"], byNumber: ["number"] },
});

/**
 * That a person's values were erased: which digests, and when. The store deletes values and salts; the proofs stay. Who comes
 * back and is written down again may be erased again.
 */
export const erasure = record({
  table: "erasure",
  room,
  shape: "event",
  columns: {
    agent: column.uuid,
    ordinal: column.int,
    digests: column.json,
    on_day: column.day,
    reason: column.text,
  },
  key: ["agent", "ordinal"],
  finds: { byAgent: ["agent"] },
});

/** How long each kind of personal value is kept after somebody left, and what for: `{ kind, purpose, days? }[]`. */
export const retention = record({
  table: "retention",
  room,
  shape: "sheet",
  columns: { scope: column.text, rules: column.json },
  key: ["scope"],
});

/**
 * A card that a member carries. Its id is what stands on it, and says nothing of the person: it can be taken back, and another be given.
 * `state` is "issued" or "void". The newest version holds.
 */
export const memberCard = record({
  table: "member_card",
  room,
  shape: "sheet",
  columns: { card: column.uuid, agent: column.uuid, state: column.text, reason: column.maybe(column.text) },
  key: ["card"],
  finds: { byAgent: ["agent"] },
});

/**
 * Where money goes to an agent: a bank account or a wallet, from `from_day`. The number, and the name of a holder who is another person,
 * are sealed (`Sealed`). The newest version whose day has come holds; `state` is "open" or "closed". Of the book's own organisation it is
 * the account that pays. `town` is where the holder's bank wants to know that they live.
 */
export const agentAccount = record({
  table: "agent_account",
  room,
  shape: "sheet",
  columns: {
    account: column.uuid,
    agent: column.uuid,
    scheme: column.text,
    institution: column.text,
    branch: column.maybe(column.text),
    number: column.json,
    holder: column.maybe(column.json),
    currency: column.text,
    town: column.maybe(column.text),
    state: column.text,
    reason: column.maybe(column.text),
  },
  key: ["account"],
  finds: { byAgent: ["agent"] },
});

/** That a person died, and on which day: what is owed to them goes to their heirs. */
export const agentDeath = record({
  table: "agent_death",
  room,
  shape: "event",
  columns: { agent: column.uuid, on_day: column.day, said_on: column.day },
  key: ["agent"],
});

/**
 * What an authority wants to know of an agent: a tax number where there is one, and an address. Both are sealed (`Sealed`). Of the book's
 * own organisation they stand on the documents it issues. The newest version holds.
 */
export const taxpayer = record({
  table: "taxpayer",
  room,
  shape: "sheet",
  columns: { agent: column.uuid, tax_number: column.maybe(column.json), address: column.maybe(column.json) },
  key: ["agent"],
});
