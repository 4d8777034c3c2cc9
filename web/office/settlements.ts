/** `/o/BOOK/settlements`: what waits to be settled, and how far has each settlement come? */
import { isUuid } from "../../kernel/ids.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done, type Result } from "../../kernel/refusal.ts";
import {
  settlementsPage as drawSettlements,
  type SettlementRow,
  type WaitingRow,
} from "../../rooms/settlement/pages/settlements.tsx";
import { findIn, listingOf, listPageOf } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { productName } from "../language/names.ts";
import type { Page } from "../render.ts";
import { moneyAt, type SeasonRow, seasonsAt } from "./settling.ts";

/** What the view `settlement.waiting` answers. */
type Waiting = Readonly<Record<"product" | "deliveries" | "producers" | "grams" | "named" | "held", string>> & {
  readonly season: string | null;
};

/** What the view `settlements.list` answers. */
type Listed = Readonly<
  Record<"settlement" | "season" | "title" | "stage" | "since" | "statements" | "found", string>
> & {
  readonly totals: Readonly<Record<string, string>> | null;
};

const stages = new Set(["drafted", "reviewed", "closed", "paid", "dropped"]);

/** The settlements' page. */
export const settlementsPage: BookPage = { path: "/o/:book/settlements", place: "settlements", open: settlementsAt };

async function settlementsAt(at: PageAt): Promise<Result<Page>> {
  const [season, stage] = [at.words.get("season") ?? "", at.words.get("stage") ?? ""];
  const of = { ...(isUuid(season) ? { season } : {}), ...(stages.has(stage) ? { stage } : {}) };
  const { skip, found } = await findIn(at.ask, "settlements.list", of, { ...listingOf(at.request), q: "" });
  if (!found.ok) return found;
  const seasons = await seasonsAt(at);
  const rows = found.value.rows as readonly Listed[];
  const waits = at.may("settlement.waiting") ? await at.ask("settlement.waiting") : null;
  const waiting = waits?.ok ? (waits.value.rows as readonly Waiting[]) : [];
  const open = await at.ask("settlements.list", { stage: "drafted", limit: 1 });
  const reviewed = await at.ask("settlements.list", { stage: "reviewed", limit: 1 });
  const count = (one: typeof open): bigint => (one.ok ? BigInt(String(one.value.rows[0]?.found ?? "0")) : 0n);
  const props = {
    ...listPageOf(at.request, skip, rows.length, found.value.next !== undefined),
    frame: at.frame("settlements"),
    book: at.book,
    counts: {
      waiting: `${waiting.reduce((sum, one) => sum + BigInt(one.deliveries) - BigInt(one.named), 0n)}`,
      open: `${count(open) + count(reviewed)}`,
    },
    waiting: waiting.map((row) => waitingRow(row, seasons, at)),
    found: rows[0]?.found ?? "0",
    rows: rows.map((row) => settlementRow(row, seasons, at)),
    filter: {
      action: at.address("settlements"),
      filled: { typed: at.words, wrong: [] },
      narrowed: Object.keys(of).length > 0,
    },
    sheet: at.address("export/settlements.list.csv", of),
    ...(at.may("corrections.list") ? { corrections: at.address("corrections") } : {}),
    ...(at.may("pools.list") ? { pools: at.address("pools") } : {}),
    ...(at.powers.has("see-ledger") || at.powers.has("pay") ? { purchases: at.address("purchases") } : {}),
    seasons: seasons.map((one) => ({
      value: one.agreement,
      says: at.say("settle.season-product", { season: one.season, product: productName(one.product, at.say) }),
    })),
  };
  return done(drawSettlements(props, at.say));
}

function waitingRow(row: Waiting, seasons: readonly SeasonRow[], at: PageAt): WaitingRow {
  // Those of days that no season covered are settled with the newest season of their product.
  const season =
    seasons.find((one) => one.agreement === row.season) ?? seasons.find((one) => one.product === row.product);
  const maySettle = at.powers.has("draft-settlement") && season !== undefined;
  return {
    season: row.season === null ? null : (season?.season ?? null),
    product: row.product,
    deliveries: row.deliveries,
    producers: row.producers,
    kilograms: kilogramsOf(row.grams),
    held: row.held,
    named: row.named,
    href: maySettle ? at.address("settlements/new", { season: season.agreement }) : null,
  };
}

function settlementRow(row: Listed, seasons: readonly SeasonRow[], at: PageAt): SettlementRow {
  const season = seasons.find((one) => one.agreement === row.season);
  const [first] = at.settings.currencies;
  const currency = season?.currency ?? first?.currency ?? "XXX";
  return {
    title: row.title,
    href: at.address(`settlements/${row.settlement}`),
    season: season?.season ?? null,
    product: season?.product ?? null,
    stage: row.stage,
    since: row.since,
    statements: row.statements,
    currency,
    net: row.totals?.net === undefined ? null : moneyAt(at, currency, row.totals.net),
  };
}
