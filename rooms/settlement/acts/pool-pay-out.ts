/** Paying a decided pool out: each member gets a numbered statement of the second payment, payable like any other. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { always, andThen, each, tally, together } from "../../../kernel/act/need.ts";
import { type Row, reached, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { type Amount, type CurrencyGrain, cashRounding, grainIn } from "../../../kernel/money/index.ts";
import { refused } from "../../../kernel/refusal.ts";
import { daySchema, textSchema } from "../../../kernel/schema.ts";
import { member } from "../../people/needs.ts";
import { poolOf } from "../needs/pool.ts";
import { type pool, type poolCarried, type poolLine, poolStage, settlement, statementResult } from "../records.ts";
import { secondPaymentContent, secondPaymentNumber } from "../rules/pool/paper.ts";
import { secondPaymentEntry } from "../rules/pool/postings.ts";
import { PoolId } from "./pool-open.ts";
import { paidIn } from "./said.ts";

const says = z.strictObject({
  pool: PoolId,
  paidIn,
  place: z.optional(textSchema(80)),
  payDay: z.optional(daySchema),
});
type Said = z.infer<typeof says>;

const serialOf = (today: string) => `second-payment|${today.slice(0, 4)}`;

/**
 * Pays a decided pool out: a statement and its paper for each member, owed from now on and paid like every closed statement.
 * Nothing is deducted: a season's list was agreed for hand-overs, and debts wait for the next one. Refusals: `pool.unknown`,
 * `pool.not-decided`.
 */
export const payPoolOut: ActDeclaration = decision({
  kind: "pool.pay-out",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says,
  needs: (said, context) => ({
    serial: tally("serial", serialOf(context.today)),
    whole: andThen(poolOf(said.pool), (found) =>
      together({
        found: always(found),
        members: each(payable(found.lines).map((one) => member(one.agent, context.today))),
      }),
    ),
  }),
  weighs: (_, { whole: { found } }, { settings }) => ({
    amounts:
      found.pool === null
        ? []
        : [
            movedGrains(
              settings,
              found.pool.currency,
              found.lines.reduce((sum, one) => sum + one.amount, 0n),
            ),
          ],
  }),
  follows: (said, { whole: { found, members }, serial }, context): PartsOfFollows | Refused => {
    const stage = reached(found.stages);
    const of = found.pool;
    if (of === null || stage === null) return refuse(refused("pool.unknown", { pool: said.pool }, "pool").refusal);
    if (stage.stage !== "decided") return refuse(refused("pool.not-decided", { stage: stage.stage }, "pool").refusal);
    const grain = grainIn(context.settings, of.currency);
    if (grain === null) return refuse(refused("pool.currency-unknown", { currency: of.currency }).refusal);
    const totals = stage.totals as Readonly<Record<string, string>>;
    const parts = payable(found.lines).map((line, at) =>
      paidOut(said, line, {
        of,
        grain,
        totals,
        carried: found.carriedLines.filter((one) => one.statement === line.statement && one.taken !== 0n),
        number: secondPaymentNumber(context.today.slice(0, 4), serial + BigInt(at)),
        memberNumber: members[at]?.memberships[0]?.number ?? null,
        context,
      }),
    );
    return {
      records: [
        write(poolStage, {
          pool: said.pool,
          by_agent: context.by,
          on_day: context.today,
          totals: null,
          step: stage.step + 1,
          stage: "paid-out",
        }),
        write(settlement, {
          settlement: context.act,
          season: said.pool,
          way: "second-payment",
          title: of.title,
          paid_in: said.paidIn,
          place: said.place ?? null,
          pay_day: said.payDay ?? null,
        }),
        ...parts.map((one) => one.result),
      ],
      entries: parts.map((one) => one.entry),
      tallies: [
        { kind: "serial", key: serialOf(context.today), change: BigInt(parts.length) },
        ...parts.map((one) => one.owed),
      ],
      papers: parts.map((one) => one.paper),
    };
  },
});

/** Lines on which something is paid, in the order of their statements. */
const payable = (lines: readonly Row<typeof poolLine>[]): readonly Row<typeof poolLine>[] =>
  lines.filter((one) => one.amount > 0n).sort((a, b) => (a.statement < b.statement ? -1 : 1));

type PaidOut = {
  readonly of: Row<typeof pool>;
  readonly grain: CurrencyGrain;
  readonly totals: Readonly<Record<string, string>>;
  readonly number: string;
  readonly memberNumber: string | null;
  readonly carried: readonly Row<typeof poolCarried>[];
  readonly context: Context;
};

function paidOut(
  said: Said,
  line: Row<typeof poolLine>,
  { of, grain, totals, number, memberNumber, carried, context }: PaidOut,
) {
  const { statement, agent, amount } = line;
  const paid = said.paidIn === "cash" ? cashRounding(amount as Amount, grain).paid : amount;
  const content = secondPaymentContent(
    line,
    {
      ...{ agent: { id: agent, memberNumber }, book: context.book, issued: context.today, number, grain, paid },
      ...{ organisation: context.settings?.name ?? "", percent: of.percent, decidedBy: of.decided_by },
      ...{ paidIn: said.paidIn, payDay: said.payDay ?? null, place: said.place ?? null },
      pool: { id: of.pool, title: of.title },
      carried: carried.map((one) => ({
        ...{ amount: `${one.taken}`, delivery: one.delivery, document: one.document, grams: `${one.grams}` },
        ...{ pool: one.corrects, rate: one.rate },
      })),
    },
    totals,
  );
  return {
    // Its kilos and hand-overs were counted by the statement that paid them first.
    result: write(statementResult, {
      ...{ statement, settlement: context.act, agent, number, currency: grain.currency, line_grain: grain.line },
      ...{ value: amount, deducted: 0n, net: amount, paid, net_grams: 0n, deliveries: 0 },
      ...{ closed_on: context.today, paid_in: said.paidIn },
    }),
    entry: secondPaymentEntry(line, { pool: of.pool, grain, happened: context.today }),
    owed: { kind: "statement-owed", key: statement, change: amount },
    paper: { kind: "second-payment", number, about: statement, content: JSON.stringify(content) },
  };
}
