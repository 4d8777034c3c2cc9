/** What may be asked of what was promised. */
import * as z from "zod/mini";
import { sql, view } from "../../kernel/view.ts";

export { unitsView } from "./views/units.ts";

/** Prices and terms are for everybody who sees anything of the book. */
const everyone = ["see-members", "see-deliveries", "see-statements", "see-ledger", "audit"];

/** The price plans, each in its newest version. */
export const plansView = view({
  name: "plans.list",
  room: "agreements",
  question: "Which price plans are there, for which product, and since when does each hold?",
  asks: z.object({
    product: z.optional(z.string().check(z.maxLength(64))),
    after: z._default(z.string().check(z.maxLength(64)), ""),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 100),
  }),
  askers: everyone,
  pagedBy: "code",
  sql: ({ product, after, limit }) => sql`
    select plan::text, code, product, currency, version, from_day::text as since, reason
    from (select distinct on (plan) plan, code, product, currency, version, from_day, reason
            from books.price_plan order by plan, version desc) as newest
    where (${product ?? null}::text is null or product = ${product ?? null}::text) and code > ${after}::text
    order by code
    limit ${limit}::int`,
  answer: z.object({
    plan: z.string(),
    code: z.string(),
    product: z.string(),
    currency: z.string(),
    version: z.int(),
    since: z.string(),
    reason: z.nullable(z.string()),
  }),
});

/** One version of a price plan, whole: what a statement of years ago needs to be read. */
export const planVersionView = view({
  name: "plan.version",
  room: "agreements",
  question: "What did this version of the price plan say?",
  asks: z.object({ plan: z.uuid(), version: z.int().check(z.positive()) }),
  askers: everyone,
  sql: ({ plan, version }) => sql`
    select plan::text, code, product, currency, version, from_day::text as since, reason, body
    from books.price_plan where plan = ${plan}::uuid and version = ${version}::int`,
  answer: z.object({
    plan: z.string(),
    code: z.string(),
    product: z.string(),
    currency: z.string(),
    version: z.int(),
    since: z.string(),
    reason: z.nullable(z.string()),
    body: z.unknown(),
  }),
});

/** The version of a price plan that holds on a day: of those whose day has come, the last one published. */
export const planOnView = view({
  name: "plan.on",
  room: "agreements",
  question: "Which version of this price plan holds on this day, and what does it say?",
  asks: z.object({ plan: z.uuid(), on: z.iso.date() }),
  askers: everyone,
  sql: ({ plan, on }) => sql`
    select plan::text, code, product, currency, version, from_day::text as since, reason, body
    from books.price_plan where plan = ${plan}::uuid and from_day <= ${on}::date
    order by version desc limit 1`,
  answer: z.object({
    plan: z.string(),
    code: z.string(),
    product: z.string(),
    currency: z.string(),
    version: z.int(),
    since: z.string(),
    reason: z.nullable(z.string()),
    body: z.unknown(),
  }),
});

/** The seasons, each with its newest policy, the one that began last first. */
export const seasonsView = view({
  name: "seasons.list",
  room: "agreements",
  question: "Which seasons are there, of which product, from when until when, on which terms?",
  asks: z.object({
    product: z.optional(z.string().check(z.maxLength(64))),
    limit: z._default(z.int().check(z.positive(), z.maximum(500)), 100),
  }),
  askers: everyone,
  sql: ({ product, limit }) => sql`
    select agreement::text, season, product, version, from_day::text as since, body ->> 'from' as first_day,
           body ->> 'until' as last_day, body ->> 'title' as title, body ->> 'pricePlan' as price_plan, body as policy,
           (select p.currency from books.price_plan p
             where p.book_id = newest.book_id and p.plan::text = newest.body ->> 'pricePlan' limit 1) as currency
    from (select distinct on (agreement) book_id, agreement, season, product, version, from_day, body
            from books.agreement where kind = 'season-policy' order by agreement, version desc) as newest
    where ${product ?? null}::text is null or product = ${product ?? null}::text
    order by body ->> 'from' desc, agreement
    limit ${limit}::int`,
  answer: z.object({
    agreement: z.string(),
    season: z.string(),
    product: z.string(),
    version: z.int(),
    since: z.string(),
    first_day: z.string(),
    last_day: z.string(),
    title: z.string(),
    price_plan: z.string(),
    policy: z.unknown(),
    /** Of the price plan. */
    currency: z.nullable(z.string()),
  }),
});

export { schemesView } from "./views/schemes.ts";
export { consentsView, schemeSheetsView } from "./views/terms.ts";
