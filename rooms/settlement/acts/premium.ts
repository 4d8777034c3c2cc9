/** A decision about the premium account: who decided, when, under which minutes, and what is spent on what. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { always, andThen, each, type Known, map, row, rows, tally, together } from "../../../kernel/act/need.ts";
import { type Row, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { derivedUuid, idSchema } from "../../../kernel/ids.ts";
import { type Amount, type CurrencyGrain, cashRounding, grainIn } from "../../../kernel/money/index.ts";
import { type Question, question, type Refusal, refused } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, textSchema } from "../../../kernel/schema.ts";
import { holdChange, member } from "../../people/needs.ts";
import { poolOf } from "../needs/pool.ts";
import { poolEntry, pool as poolRecord, premiumDecision, settlement, statementResult } from "../records.ts";
import { secondPaymentContent, secondPaymentNumber } from "../rules/pool/paper.ts";
import { premiumDestinations, premiumEntry, premiumShareEntry, sharedByKilo } from "../rules/pool/premium.ts";
import type { PoolReckoning } from "../rules/pool/reckoning.ts";
import { standing } from "../rules/pool/standing.ts";
import { PoolId } from "./pool-open.ts";
import { amountSaid, paidIn } from "./said.ts";

const says = z.strictObject({
  decision: idSchema<"PremiumDecision">(),
  title: textSchema(120),
  currency: currencySchema,
  decidedBy: textSchema(200),
  decidedOn: daySchema,
  minutes: textSchema(80),
  items: z
    .array(z.strictObject({ what: textSchema(200), to: z.enum(premiumDestinations), amount: amountSaid }))
    .check(z.maxLength(20)),
  /** What members get of it, by the kilos that a decided pool counted. */
  members: z.optional(
    z.strictObject({
      pool: PoolId,
      amount: amountSaid,
      paidIn,
      place: z.optional(textSchema(80)),
      payDay: z.optional(daySchema),
    }),
  ),
});
type Said = z.infer<typeof says>;

const totalOf = ({ items, members }: Said): bigint =>
  items.reduce((sum, one) => sum + BigInt(one.amount), 0n) + BigInt(members?.amount ?? "0");

const serialOf = (today: string) => `second-payment|${today.slice(0, 4)}`;

/**
 * Spends the premium as an assembly or committee decided: it stands apart from every price until then. A decision. Members' part goes by
 * kilo and is paid like a second payment, each with a numbered paper. More than pools brought in is asked about, since other premium may
 * have come by deductions. Refusals: `premium.id-used`, `premium.nothing`, `premium.to-come`, `pool.unknown`, `premium.pool-open`,
 * `pool.currency-unknown`, `premium.other-currency`.
 */
export const decidePremium: ActDeclaration = decision({
  kind: "premium.decide",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "close-settlement",
  says,
  needs: (said, context) => ({
    kept: row(premiumDecision, said.decision),
    before: rows(premiumDecision, "all", []),
    brought: rows(poolEntry, "all", []),
    pools: rows(poolRecord, "all", []),
    serial: tally("serial", serialOf(context.today)),
    pool: said.members === undefined ? always(null) : withMembers(said.members.pool, context.today),
  }),
  weighs: (said, _, { settings }) => ({ amounts: [movedGrains(settings, said.currency, totalOf(said))] }),
  follows: (said, { kept, before, brought, pools, serial, pool }, context): PartsOfFollows | Refused => {
    const grain = grainIn(context.settings, said.currency);
    const wrong = problems(said, kept !== null, pool, grain === null, context);
    if (wrong.length > 0 || grain === null) return refuse(...wrong);
    const shares = pool === null || said.members === undefined ? null : sharesOf(said.members.amount, pool, grain);
    const lines = (shares?.lines ?? []).filter(({ amount }) => amount > 0n);
    const parts = lines.map((line, at) => paidTo(said, line, { shares, grain, pool, at, serial, context }));
    const under = { decision: said.decision, grain, happened: context.today };
    return {
      records: [
        write(premiumDecision, {
          ...{ decision: said.decision, title: said.title, currency: said.currency, total: totalOf(said) },
          ...{ items: said.items, pool: said.members?.pool ?? null, decided_by: said.decidedBy },
          ...{ decided_on: said.decidedOn, minutes: said.minutes, by_agent: context.by, on_day: context.today },
        }),
        ...(said.members === undefined ? [] : [write(settlement, headingOf(said, said.members, context))]),
        ...parts.map((one) => one.result),
      ],
      entries: [...premiumEntry(said.items, under), ...parts.map((one) => one.entry)],
      tallies: [
        ...(parts.length === 0 ? [] : [{ kind: "serial", key: serialOf(context.today), change: BigInt(parts.length) }]),
        ...parts.flatMap((one) => one.owed),
      ],
      papers: parts.map((one) => one.paper),
      questions: doubts(said, before, brought.filter(isIn(pools, said.currency))),
    };
  },
});

/** A pool with the people of its lines. */
const withMembers = (id: string, today: string) =>
  andThen(poolOf(id), (found) =>
    map(
      together({ found: always(found), people: each(found.lines.map((one) => member(one.agent, today))) }),
      ({ people }) => ({ ...found, people }),
    ),
  );
type PoolKnown = Known<{ of: ReturnType<typeof withMembers> }>["of"];

function problems(
  said: Said,
  isUsed: boolean,
  pool: PoolKnown | null,
  isUnknownCurrency: boolean,
  { today }: Context,
): readonly Refusal[] {
  const found: Refusal[] = [];
  if (isUsed) found.push(refused("premium.id-used", { decision: said.decision }, "decision").refusal);
  if (totalOf(said) === 0n) found.push(refused("premium.nothing", {}, "items").refusal);
  if (said.decidedOn > today)
    found.push(refused("premium.to-come", { day: said.decidedOn, today }, "decidedOn").refusal);
  if (isUnknownCurrency) found.push(refused("pool.currency-unknown", { currency: said.currency }, "currency").refusal);
  if (said.members === undefined || pool === null) return found;
  if (pool.pool === null) found.push(refused("pool.unknown", { pool: said.members.pool }, "members.pool").refusal);
  else if (pool.lines.length === 0)
    found.push(refused("premium.pool-open", { title: pool.pool.title }, "members.pool").refusal);
  else if (pool.pool.currency !== said.currency)
    found.push(refused("premium.other-currency", { currency: said.currency, pool: pool.pool.currency }).refusal);
  return found;
}

const sharesOf = (amount: string, { pool, lines }: PoolKnown, grain: CurrencyGrain): PoolReckoning =>
  sharedByKilo(
    BigInt(amount),
    lines.map((one) => ({ agent: one.agent, grams: one.grams, first: 0n })),
    pool?.rate_grain ?? "1",
    grain,
  );

const isIn = (pools: readonly Row<typeof poolRecord>[], currency: string) => {
  const own = new Set(pools.filter((one) => one.currency === currency).map((one) => one.pool));
  return (entry: Row<typeof poolEntry>): boolean => own.has(entry.pool);
};

/** What pools brought of premium in a currency is known to the grain; what deductions brought is not. */
function doubts(
  said: Said,
  before: readonly Row<typeof premiumDecision>[],
  brought: readonly Row<typeof poolEntry>[],
): readonly Question[] {
  const inPools = standing(brought)
    .filter(({ kind }) => kind === "premium")
    .reduce((sum, { amount }) => sum + amount, 0n);
  const spent = before.filter((one) => one.currency === said.currency).reduce((sum, { total }) => sum + total, 0n);
  const left = inPools - spent;
  if (totalOf(said) <= left) return [];
  const facts = { left: `${left}`, decided: `${totalOf(said)}`, currency: said.currency };
  return [question("premium.more-than-known", "treasurer", said.decision, facts)];
}

const headingOf = (said: Said, members: NonNullable<Said["members"]>, { act }: Context): Row<typeof settlement> => ({
  ...{ settlement: act, season: said.decision, way: "premium", title: said.title, paid_in: members.paidIn },
  ...{ place: members.place ?? null, pay_day: members.payDay ?? null },
});

type Paying = {
  readonly shares: PoolReckoning | null;
  readonly grain: CurrencyGrain;
  readonly pool: PoolKnown | null;
  readonly at: number;
  readonly serial: bigint;
  readonly context: Context;
};

/** One member's part: what is owed from now on, its posting and its paper. */
function paidTo(
  said: Said,
  { agent, grams, amount }: { readonly agent: string; readonly grams: bigint; readonly amount: bigint },
  { shares, grain, pool, at, serial, context }: Paying,
) {
  const statement = derivedUuid(`${said.decision}:${agent}`);
  const number = secondPaymentNumber(context.today.slice(0, 4), serial + BigInt(at));
  const how = said.members;
  const paid = how?.paidIn === "cash" ? cashRounding(amount as Amount, grain).paid : amount;
  const order = pool?.lines.findIndex((one) => one.agent === agent) ?? -1;
  const line = { grams, deliveries: 0, first_paid: 0n, amount };
  const content = secondPaymentContent(
    line,
    {
      ...{
        agent: { id: agent, memberNumber: pool?.people[order]?.memberships[0]?.number ?? null },
        number,
        grain,
        paid,
      },
      ...{ book: context.book, issued: context.today, organisation: context.settings?.name ?? "", carried: [] },
      ...{ percent: "100", decidedBy: `${said.decidedBy}, ${said.minutes}`, paidIn: how?.paidIn ?? "transfer" },
      ...{ payDay: how?.payDay ?? null, place: how?.place ?? null, pool: { id: said.decision, title: said.title } },
    },
    shares === null
      ? {}
      : {
          rate: shares.rate,
          rounding: shares.rounding,
          base: `${shares.base}`,
          surplus: `${shares.surplus}`,
          toMembers: `${shares.toMembers}`,
        },
  );
  return {
    result: write(statementResult, {
      ...{ statement, settlement: context.act, agent, number, currency: grain.currency, line_grain: grain.line },
      ...{ value: amount, deducted: 0n, net: amount, paid, net_grams: 0n, deliveries: 0 },
      ...{ closed_on: context.today, paid_in: how?.paidIn ?? "transfer" },
    }),
    entry: premiumShareEntry({ statement, agent, amount }, { decision: said.decision, grain, happened: context.today }),
    owed: [{ kind: "statement-owed", key: statement, change: amount }, holdChange(agent, 1n)],
    paper: { kind: "second-payment", number, about: statement, content: JSON.stringify(content) },
  };
}
