/** What one's own pages share: who one is, one's sums, and one's hand-overs as rows. */

import { kilogramsOf } from "../../kernel/quantity/index.ts";
import type { Result } from "../../kernel/refusal.ts";
import type { OwnDelivery } from "../../rooms/settlement/pages/own/shared.tsx";
import { exactOf } from "../desk/listed.ts";
import type { PageAt } from "../desk/page.ts";
import type { Money } from "../language/sums.ts";

/** What the view `own.standing` answers. */
export type OwnStanding = {
  readonly name: string | null;
  readonly number: string | null;
  readonly money: readonly Readonly<Record<"currency" | "line" | "owed" | "debts" | "shares" | "savings", string>>[];
};

/** What the view `own.deliveries` answers. */
export type OwnDeliveryRow = Readonly<
  Record<"delivery" | "product" | "place" | "happened" | "net_g" | "found", string>
> &
  Readonly<Record<"season" | "receipt" | "statement" | "value" | "currency" | "line_grain", string | null>> & {
    readonly voided: boolean;
    readonly unpaid: boolean;
    readonly asked: boolean;
  };

/** Rows of a view about the reader. */
export async function ownRows<Row>(
  at: PageAt,
  view: string,
  more: Record<string, unknown> = {},
): Promise<Result<readonly Row[]>> {
  const found = await at.ask(view, { agent: at.session.agent, ...more });
  return found.ok ? { ok: true, value: found.value.rows as readonly Row[] } : found;
}

/** Who one is, as the head of one's own pages says it. */
export const whoOf = (standing: OwnStanding | undefined, at: PageAt): string => {
  const known = `${standing?.name ? "name" : ""}${standing?.number ? "number" : ""}`;
  return at.say("statement.holder", { known, name: standing?.name ?? "", number: standing?.number ?? "" });
};

/** What the view `own.due` answers. */
export type OwnDue = Readonly<Record<"number" | "currency" | "line_grain" | "owed" | "to_pay" | "paid_in", string>> &
  Readonly<Record<"place" | "pay_day", string | null>>;

/** What will be handed over in all, for each currency: what is owed, with closed statements as their coins pay them. */
export const toBePaid = (standing: OwnStanding | undefined, due: readonly OwnDue[]): readonly Money[] =>
  (standing?.money ?? []).flatMap(({ currency, line, owed }) => {
    const rounded = due
      .filter((one) => one.currency === currency)
      .reduce((sum, one) => sum + BigInt(one.to_pay) - BigInt(one.owed), 0n);
    const all = BigInt(owed) + rounded;
    return all > 0n ? [{ exact: exactOf(`${all}`, line), currency }] : [];
  });

/** The sums above zero of one kind, one for each currency. */
export const sumsOf = (standing: OwnStanding | undefined, of: "debts" | "shares" | "savings"): readonly Money[] =>
  (standing?.money ?? [])
    .filter((one) => BigInt(one[of]) > 0n)
    .map((one) => ({ exact: exactOf(one[of], one.line), currency: one.currency }));

const stateOf = (row: OwnDeliveryRow): OwnDelivery["state"] => {
  if (row.voided) return "voided";
  if (row.asked) return "asked";
  if (row.statement === null) return "unsettled";
  return row.unpaid ? "unpaid" : "paid";
};

/** One hand-over as a row: kilograms net, and its value once it was settled. */
export const ownDelivery = (row: OwnDeliveryRow, at: PageAt): OwnDelivery => ({
  href: at.address(`me/deliveries/${row.delivery}`),
  day: row.happened,
  product: row.product,
  kilograms: kilogramsOf(row.net_g),
  value:
    row.value === null || row.currency === null || row.line_grain === null
      ? null
      : { exact: exactOf(row.value, row.line_grain), currency: row.currency },
  state: stateOf(row),
});
