/** What may be asked about the book itself. */
import * as z from "zod/mini";
import { sql, view } from "../../kernel/view.ts";

export { accountingPeriodPaper, accountingPeriods, chartVersions, ledgerTrial } from "./views/accounts.ts";
export { devicesView, quarantinedView } from "./views/devices.ts";
export {
  accountingClosed,
  ledgerBalances,
  ledgerEntry,
  ledgerJournal,
  ledgerPerson,
  ledgerPostings,
} from "./views/ledger.ts";
export { ledgerLines, ledgerMember } from "./views/lines.ts";
export { powersView, proposalsView, waiverView } from "./views/powers.ts";
export { questionsView } from "./views/questions.ts";
export { ledgerCosts, ledgerStock } from "./views/stock.ts";

/** The questions that wait for an answer, oldest first, for one role or for all. */
export const openQuestionsView = view({
  name: "questions.open",
  room: "book",
  question: "What does the book ask, and of whom?",
  asks: z.object({
    role: z.optional(z.string().check(z.maxLength(64))),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 50),
    after: z._default(z.string().check(z.regex(/^[0-9]{1,18}\.[0-9]{1,9}$/)), "0.0"),
  }),
  askers: ["answer-question", "audit"],
  pagedBy: "place",
  sql: ({ role, limit, after }) => sql`
    select q.asked_position || '.' || q.ordinal as place, q.asked_position::text as position, q.ordinal, q.code, q.to_role as role, q.about, q.facts
    from books.question q
    where not exists (
        select 1 from books.question_answer a
        where a.asked_position = q.asked_position and a.ordinal = q.ordinal)
      and (q.asked_position, q.ordinal) > (split_part(${after}, '.', 1)::bigint, split_part(${after}, '.', 2)::int)
      and (${role ?? null}::text is null or q.to_role = ${role ?? null}::text)
    order by q.asked_position, q.ordinal
    limit ${limit}::int`,
  answer: z.object({
    place: z.string(),
    position: z.string(),
    ordinal: z.int(),
    code: z.string(),
    role: z.string(),
    about: z.nullable(z.string()),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  }),
});

/** The newest version of each seat. */
export const seatsView = view({
  name: "seats.list",
  room: "book",
  question: "Who sits in this book, with which roles, since when and until when?",
  asks: z.object({}),
  askers: ["manage-seats", "audit"],
  sql: () => sql`
    select seat::text, agent::text, roles, from_day::text as since, until::text as until, version
    from books.seat order by seat limit 1000`,
  answer: z.object({
    seat: z.string(),
    agent: z.string(),
    roles: z.array(z.string()),
    since: z.string(),
    until: z.nullable(z.string()),
    version: z.int(),
  }),
});

/** The settings in force. */
export const settingsView = view({
  name: "book.settings",
  room: "book",
  question: "Whose book is this, where, and in which money?",
  asks: z.object({}),
  askers: ["settings", "see-members", "see-deliveries", "see-statements", "audit"],
  sql: () => sql`
    select name, country, zone, currencies, organisation::text, form, tax_hold_days, from_day::text as since, version
    from books.book_settings`,
  answer: z.object({
    name: z.string(),
    country: z.string(),
    zone: z.string(),
    currencies: z.array(z.object({ currency: z.string(), line: z.string(), cash: z.string() })),
    organisation: z.string(),
    form: z.string(),
    tax_hold_days: z.nullable(z.int()),
    since: z.string(),
    version: z.int(),
  }),
});

/** The public page as it was published last, shown or not. */
export const publicPageNow = view({
  name: "public-page.now",
  room: "book",
  question: "What do we show of ourselves to everybody?",
  asks: z.object({}),
  askers: ["settings", "audit"],
  sql: () => sql`select body, version, from_day::text as since from books.public_page`,
  answer: z.object({ body: z.unknown(), version: z.int(), since: z.string() }),
});
