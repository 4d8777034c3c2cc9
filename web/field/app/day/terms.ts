/** On which terms somebody delivers today, by what this telephone knows. */
import { rows } from "../../../../kernel/act/need.ts";
import { type Amount, amountText, type CurrencyGrain } from "../../../../kernel/money/index.ts";
import { seasonFor } from "../../../../rooms/agreements/needs.ts";
import { agreement, seasonPolicyKind } from "../../../../rooms/agreements/records.ts";
import type { Season } from "../../../../rooms/agreements/rules/season-policy.ts";
import { debtsOf as debtsNeed } from "../../../../rooms/finance/needs.ts";
import type { FieldCore } from "../ports.ts";

/** The seasons that receive today; of the point's products, or of the usual one where the point names none. */
export const seasonsToday = (core: FieldCore, products: readonly string[] | null): readonly Season[] =>
  (products ?? ["coffee-parchment"]).flatMap((product) => {
    const season = core.ask(seasonFor(product, core.today()));
    return season === null ? [] : [season];
  });

/** Kinds of agreement between the organisation and a producer that the screen has a word for. */
const kinds = ["spoken", "purchase"];

/** Agreements that name somebody, in force today, for what the seasons receive. */
export function agreementsOf(
  core: FieldCore,
  agent: string,
  seasons: readonly Season[],
): readonly { readonly kind: string; readonly from: string }[] {
  const products = [...new Set(seasons.map((one) => one.policy.product))];
  return products.flatMap((product) =>
    kinds.flatMap((kind) =>
      core
        .ask(rows(agreement, "byProduct", [kind, product]))
        .filter((one) => one.kind !== seasonPolicyKind && one.from_day <= core.today())
        .filter((one) => (one.parties as readonly { readonly agent: string }[]).some((party) => party.agent === agent))
        .map((one) => ({ kind: one.kind, from: one.from_day })),
    ),
  );
}

/** What somebody owes, as far as it was told to this point. */
export type DebtKnown = {
  readonly id: string;
  readonly kind: "advance" | "credit";
  readonly amount: string;
  readonly currency: string;
};

/** Debts that this point was told of, in the currencies of the book. */
export function debtsOf(core: FieldCore, agent: string): readonly DebtKnown[] {
  return (core.settings()?.currencies ?? []).flatMap((grain) => {
    const { advances, credits } = core.ask(debtsNeed(agent, grain.currency, core.today()));
    const text = (amount: bigint): string => amountText(amount as Amount, grain as CurrencyGrain);
    return [
      ...advances.map((one) => ({
        id: one.id,
        kind: "advance" as const,
        amount: text(one.owed),
        currency: grain.currency,
      })),
      ...credits.map((one) => ({
        id: one.id,
        kind: "credit" as const,
        amount: text(one.principal + one.interestOwed),
        currency: grain.currency,
      })),
    ];
  });
}
