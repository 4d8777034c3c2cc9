/**
 * The double entries of a pool. All that counts goes through the account `pool`, under the pool's id: what came of the goods into
 * it, what was spent out of it; with the decision the first payments and the reserve, with the pay-out what members get. What is
 * left on it in the end is the residue, to the grain.
 */
import type { Account } from "../../../../kernel/ledger/chart.ts";
import { moneyOf } from "../../../../kernel/ledger/commodity.ts";
import { type Entry, posting, reversal } from "../../../../kernel/ledger/entry.ts";
import type { CurrencyGrain } from "../../../../kernel/money/index.ts";
import { type EntryKind, kindOf } from "./kinds.ts";

type Under = { readonly pool: string; readonly grain: CurrencyGrain; readonly happened: string };

const between = (from: Account, to: Account, amount: bigint, { pool, grain }: Under) => {
  const money = moneyOf(grain.currency, grain.line);
  return [posting(from, money, amount, { agreement: pool }), posting(to, money, -amount, { agreement: pool })];
};

type Paper = { readonly entry: string; readonly kind: string; readonly amount: bigint };

/** The entry of one paper: none where it comes to nothing. */
export function paperEntry(paper: Paper, under: Under): readonly Entry[] {
  if (paper.amount === 0n) return [];
  const { effect, against } = kindOf[paper.kind as EntryKind];
  const postings =
    effect === "out"
      ? between("pool", against, paper.amount, under)
      : between(against, effect === "in" ? "pool" : "premium-fund", paper.amount, under);
  return [{ because: "pool.entry", about: paper.entry, happened: under.happened, reverses: null, postings }];
}

/** Posts a paper back that another takes the place of, on its own day. */
export function takenBack(
  paper: Paper & { readonly pool: string; readonly on_day: string; readonly act_position: bigint },
  grain: CurrencyGrain,
): readonly Entry[] {
  return paperEntry(paper, { pool: paper.pool, grain, happened: paper.on_day }).map((entry) =>
    reversal(entry, { position: paper.act_position, ordinal: 0 }, "pool.entry-corrected"),
  );
}

/**
 * The entry of the decision: the pool bears what was paid first, and gives the reserve its part. `past` was paid before the book, which
 * has no purchase of it.
 */
export function decidedEntry(
  figures: { readonly first: bigint; readonly reserve: bigint; readonly past?: bigint },
  under: Under,
): readonly Entry[] {
  const past = figures.past ?? 0n;
  const postings = [
    ...between("pool", "purchases", figures.first - past, under),
    ...between("pool", "opening", past, under),
    ...between("pool", "stabilisation-reserve", figures.reserve, under),
  ].filter((one) => one.amount !== 0n);
  if (postings.length === 0) return [];
  return [{ because: "pool.decided", about: under.pool, happened: under.happened, reverses: null, postings }];
}

/** The entry of one member's second payment: out of the pool, owed to them. */
export function secondPaymentEntry(
  line: { readonly statement: string; readonly agent: string; readonly amount: bigint },
  { pool, grain, happened }: Under,
): Entry {
  const money = moneyOf(grain.currency, grain.line);
  return {
    because: "pool.second-payment",
    about: line.statement,
    happened,
    reverses: null,
    postings: [
      posting("pool", money, line.amount, { agreement: pool }),
      posting("owed-to-producers", money, -line.amount, { agent: line.agent, agreement: pool }),
    ],
  };
}
