/** What a book keeps about itself: its settings, who sits where, which devices speak, who may do what, what was answered. */
import { column, record } from "../../kernel/act/record.ts";

export { accountingPeriod, accountingPeriodClose, chartRecord } from "./records/accounts.ts";

const room = "book";

/** The key of records of which a book has one. */
export const theBook = "book";

/**
 * Forms of organisation that keep a book. None needs papers, a tax number or an end in sight: `informal`, `seasonal` (dissolves
 * and forms again next season) and `kin` are as valid as a cooperative.
 */
export const organisationForms = [
  "cooperative",
  "association",
  "producer-group",
  "seasonal",
  "kin",
  "territorial-council",
  "second-tier",
  "community-enterprise",
  "savings-group",
  "informal",
  "alliance",
  "programme",
] as const;
export type OrganisationForm = (typeof organisationForms)[number];

/** Settings that every rule reads: place, zone, grains of money, the organisation itself. A new version holds from its day. */
export const bookSettings = record({
  table: "book_settings",
  room,
  shape: "sheet",
  columns: {
    scope: column.text,
    name: column.text,
    country: column.text,
    zone: column.text,
    currencies: column.json,
    organisation: column.uuid,
    form: column.text,
    /** How many days the country's tax law wants a person's papers kept; null when none is known. */
    tax_hold_days: column.maybe(column.int),
  },
  key: ["scope"],
});

/** A seat ties an account to one agent of this book, with roles, until a day. */
export const seat = record({
  table: "seat",
  room,
  shape: "sheet",
  columns: {
    seat: column.uuid,
    agent: column.uuid,
    roles: column.json,
    until: column.maybe(column.day),
    account: column.maybe(column.text),
  },
  key: ["seat"],
  finds: { byAgent: ["agent"], all: [] },
});

/** A telephone or computer that signs what is said at a place. `public_key` is raw Ed25519 in base64url. */
export const device = record({
  table: "device",
  room,
  shape: "sheet",
  columns: {
    device: column.uuid,
    agent: column.maybe(column.uuid),
    public_key: column.text,
    place: column.maybe(column.text),
    state: column.text,
    note: column.maybe(column.text),
    /** The series of the receipts it prints, "QD2A": no other device of the book has ever had it. */
    series: column.maybe(column.text),
    /** Since when (an instant) it is in strange hands, and the last sequence that had been heard of it; null while it is not lost. */
    lost_at: column.maybe(column.text),
    last_sequence: column.maybe(column.int),
  },
  key: ["device"],
  finds: { bySeries: ["series"], byPlace: ["place"] },
});

/**
 * That acts of a lost device are let in after all: those named, or a range of sequences. What is not named of a lost device's later acts
 * stays quarantined.
 */
export const deviceRelease = record({
  table: "device_release",
  room,
  shape: "event",
  columns: {
    release: column.uuid,
    device: column.uuid,
    acts: column.maybe(column.json),
    from_sequence: column.maybe(column.int),
    until_sequence: column.maybe(column.int),
    reason: column.text,
    released_by: column.uuid,
    on_day: column.day,
  },
  key: ["release"],
  finds: { byDevice: ["device"] },
});

/**
 * The matrix of powers: role to powers with limits (`PowerMatrix`), in force from its day. `reading` says how its limits are read
 * (`limitsObeyed`); null in matrices published before 0.2.0.
 */
export const powers = record({
  table: "powers",
  room,
  shape: "sheet",
  columns: { scope: column.text, matrix: column.json, reading: column.maybe(column.int) },
  key: ["scope"],
});

/**
 * Until which day a group too small for two people works with one signature. `reason` is null in the one a book of one founder
 * begins with. A version whose day is past ends it.
 */
export const secondWaiver = record({
  table: "second_waiver",
  room,
  shape: "sheet",
  columns: {
    scope: column.text,
    until: column.day,
    reason: column.maybe(column.text),
    waived_by: column.uuid,
  },
  key: ["scope"],
});

/**
 * A decision that waits for the signature of another person, under the id of the act that said it. `says` is what was said, as JSON
 * text; `weighed` what limits looked at.
 */
export const proposal = record({
  table: "proposal",
  room,
  shape: "event",
  columns: {
    proposal: column.uuid,
    kind: column.text,
    version: column.int,
    says: column.text,
    power: column.text,
    weighed: column.json,
    proposed_by: column.uuid,
    on_day: column.day,
    until: column.day,
  },
  key: ["proposal"],
});

/** How a proposal ended: `signed`, `declined` or `withdrawn`, by whom and why. One that nobody signed ends with its day. */
export const proposalEnd = record({
  table: "proposal_end",
  room,
  shape: "event",
  columns: {
    proposal: column.uuid,
    ended: column.text,
    ended_by: column.uuid,
    reason: column.maybe(column.text),
    on_day: column.day,
  },
  key: ["proposal"],
});

/** Until which day the accounts are closed: the current one, for every act to read at the price of one row. */
export const accounting = record({
  table: "accounting",
  room,
  shape: "now",
  columns: { scope: column.text, closed_until: column.day },
  key: ["scope"],
});

/** Each closing of accounting days, and who closed. */
export const accountingClosing = record({
  table: "accounting_closing",
  room,
  shape: "event",
  columns: { closed_until: column.day, closed_by: column.uuid, on_day: column.day },
  key: ["closed_until"],
});

/** A question that the book asked, in the place of the act that raised it. The table belongs to the history. */
export const asked = record({
  table: "question",
  room,
  shape: "event",
  columns: {
    asked_position: column.bigint,
    ordinal: column.int,
    code: column.text,
    to_role: column.text,
    about: column.maybe(column.text),
    facts: column.json,
  },
  key: ["asked_position", "ordinal"],
  finds: { byAbout: ["about"] },
});

/** The answer to a question. `about` is repeated from the question, so both are found at once. */
export const questionAnswer = record({
  table: "question_answer",
  room,
  shape: "event",
  columns: {
    asked_position: column.bigint,
    ordinal: column.int,
    about: column.maybe(column.text),
    answer: column.text,
    note: column.maybe(column.text),
    answered_by: column.uuid,
    on_day: column.day,
  },
  key: ["asked_position", "ordinal"],
  finds: { byAbout: ["about"] },
});

/** The envelope of a letter between books: a signed canonical file, kept by its digest. `other_book` is the one that is not ours. */
export const letter = record({
  table: "letter",
  room,
  shape: "event",
  columns: {
    letter: column.uuid,
    direction: column.text,
    other_book: column.uuid,
    from_book: column.uuid,
    to_book: column.uuid,
    kind: column.text,
    digest: column.text,
    signature: column.text,
    on_day: column.day,
  },
  key: ["letter"],
  finds: { byOtherBook: ["other_book"] },
});

/** What the organisation shows of itself to everybody (body: `PublicPageSaid`). */
export const publicPage = record({
  table: "public_page",
  room,
  shape: "sheet",
  columns: { scope: column.text, body: column.json },
  key: ["scope"],
});
