/** The premium of a certificate, shared out: what members get of it goes by the kilos of a decided pool, as a second payment does. */
import type { Account } from "../../../../kernel/ledger/chart.ts";
import { moneyOf } from "../../../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../../../kernel/ledger/entry.ts";
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";
import { type Delivered, type PoolReckoning, reckonPool } from "./reckoning.ts";

/** Where a decision may send a part: spent from bank or box, or kept in a fund. What members get is said apart, by its pool. */
export const premiumDestinations = [
  "bank",
  "cash",
  "solidarity-fund",
  "development-fund",
  "stabilisation-reserve",
] as const satisfies readonly Account[];

/** One part of a decision: what it is for, where it goes, and how much, in whole line grains. */
export type PremiumItem = { readonly what: string; readonly to: string; readonly amount: string };

/** What members get by kilo: all of the amount, at a rate that is cut so that it cannot take more than was decided. */
export const sharedByKilo = (
  amount: bigint,
  people: readonly Delivered[],
  rateGrain: string,
  grain: CurrencyGrain,
): PoolReckoning =>
  reckonPool(
    people.map((one) => ({ ...one, first: 0n })),
    [{ kind: "sale", amount }],
    { percent: "100", rateGrain },
    grain,
  );

type Under = { readonly decision: string; readonly grain: CurrencyGrain; readonly happened: string };

/** The entry of a decision: out of the premium account, each part to where it goes. */
export function premiumEntry(items: readonly PremiumItem[], { decision, grain, happened }: Under): readonly Entry[] {
  const money = moneyOf(grain.currency, grain.line);
  const under = { agreement: decision };
  const total = items.reduce((sum, one) => sum + BigInt(one.amount), 0n);
  if (total === 0n) return [];
  return [
    {
      because: "premium.decided",
      about: decision,
      happened,
      reverses: null,
      postings: [
        posting("premium-fund", money, total, under),
        ...items.map(({ to, amount }) => posting(to, money, -BigInt(amount), under)),
      ],
    },
  ];
}

/** The entry of one member's part: out of the premium account, owed to them. What rounding leaves stays in it. */
export const premiumShareEntry = (
  line: { readonly statement: string; readonly agent: string; readonly amount: bigint },
  { decision, grain, happened }: Under,
): Entry => {
  const money = moneyOf(grain.currency, grain.line);
  return {
    because: "premium.shared",
    about: line.statement,
    happened,
    reverses: null,
    postings: [
      posting("premium-fund", money, line.amount, { agreement: decision }),
      posting("owed-to-producers", money, -line.amount, { agent: line.agent, agreement: decision }),
    ],
  };
};
