/** Where money goes to somebody, and from which of our own accounts: with the whole number, for whoever pays. */
import * as z from "zod/mini";
import { type Query, sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());

/** One account as it stands, newest first; number and holder are empty when they were erased. */
const answer = z.object({
  account: z.string(),
  scheme: z.string(),
  institution: z.string(),
  branch: text,
  number: text,
  holder: text,
  currency: z.string(),
  town: text,
  state: z.string(),
  reason: text,
  since: z.string(),
  version: z.int(),
});

const accounts = (whose: Query): Query => sql`
    select a.account::text, a.scheme, a.institution, a.branch, n.value as number, h.value as holder, a.currency, a.town, a.state,
           a.reason, a.from_day::text as since, a.version
      from books.agent_account a
      left join books.personal_value n on n.book_id = a.book_id and n.digest = a.number ->> 'digest'
      left join books.personal_value h on h.book_id = a.book_id and h.digest = a.holder ->> 'digest'
     where a.agent = ${whose}
     order by (a.state = 'open') desc, a.from_day desc, a.account`;

/** The accounts of one person or organisation. Whoever looks is written down, but for those who look at their own. */
export const accountsOfAgent = view({
  name: "accounts.of",
  room: "people",
  question: "Where does money go to this person?",
  asks: z.object({ agent: z.string().check(z.regex(/^[0-9a-f-]{36}$/)) }),
  askers: ["pay"],
  self: "agent",
  reads: { kinds: ["account-number"], about: "agent" },
  sql: ({ agent }) => accounts(sql`${agent}::uuid`),
  answer,
});

/** The organisation's own accounts, from which it pays: by them a bank's answer is known as ours. */
export const accountsOwn = view({
  name: "accounts.own",
  room: "people",
  question: "From which accounts do we pay?",
  asks: z.object({}),
  askers: ["pay"],
  reads: { kinds: ["account-number"] },
  sql: () => accounts(sql`(select organisation from books.book_settings)`),
  answer,
});

/** Our own accounts to choose from: of each number only its last signs, so that choosing leaves no line. */
export const accountsToChoose = view({
  name: "accounts.to-choose",
  room: "people",
  question: "Which of our accounts may an order be paid from?",
  asks: z.object({}),
  askers: ["pay", "audit"],
  sql: () => sql`
    select a.account::text, a.institution, a.currency, a.state, '…' || right(n.value, 4) as number
      from books.agent_account a
      join books.book_settings b on b.book_id = a.book_id and b.organisation = a.agent
      left join books.personal_value n on n.book_id = a.book_id and n.digest = a.number ->> 'digest'
     where a.state = 'open'
     order by a.from_day desc, a.account`,
  answer: z.object({
    account: z.string(),
    institution: z.string(),
    currency: z.string(),
    state: z.string(),
    number: text,
  }),
});
