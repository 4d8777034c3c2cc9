/** From materials of the book to a document that can be issued: the same for the act and for every preview of it. */
import type { BookSettings } from "../../../kernel/act/declaration.ts";
import type { Known } from "../../../kernel/act/need.ts";
import type { Row } from "../../../kernel/act/record.ts";
import { type CurrencyGrain, grainIn } from "../../../kernel/money/index.ts";
import type { Sealed } from "../../../kernel/personal.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { membershipsOn } from "../../people/rules/ties.ts";
import type { materialsFor } from "../needs.ts";
import type { purchaseSeries, purchaseTaxes } from "../records.ts";
import { type Composed, compose, type Seller, type Settled } from "../rules/compose.ts";
import { ceilingProblem, sellerProblems } from "../rules/problems.ts";
import { closedSeries } from "../rules/series.ts";
import type { PurchaseTaxSheet } from "../rules/sheet.ts";
import { settledOf } from "./settled.ts";

/** What a document is made from, as the book knows it. */
export type Materials = Known<{ m: ReturnType<typeof materialsFor> }>["m"];

/** A document that nothing stands against. */
export type Ready = {
  readonly series: Row<typeof purchaseSeries>;
  readonly used: bigint;
  readonly sheetRow: Row<typeof purchaseTaxes>;
  readonly seller: Seller;
  readonly buyer: { readonly address: Sealed | null; readonly taxNumber: Sealed | null };
  readonly statements: readonly Settled[];
  readonly composed: Composed;
  readonly grain: CurrencyGrain;
};

/** The document, or all that stands against it. `statements`: the ids as they were said. */
export function readyOf(
  materials: Materials,
  day: string,
  settings: BookSettings | null,
): { readonly ready: Ready } | { readonly wrong: readonly Refusal[] } {
  const { series: of, buyer } = materials;
  if (of === null) return { wrong: [refused("purchase-document.series-unknown", {}, "series").refusal] };
  const { series, used, sheet: sheetRow, sameNumber } = of;
  const wrong = [...seriesProblems(of, day), ...statementProblems(materials)];
  if (series.kind !== "document" || sheetRow === null || wrong.length > 0) return { wrong };
  if (sameNumber.length > 0)
    return { wrong: [refused("purchase-document.number-used", { number: sameNumber[0]?.number ?? "" }).refusal] };
  const sheet = sheetRow.body as PurchaseTaxSheet;
  const grain = grainIn(settings, sheet.currency);
  if (grain === null)
    return { wrong: [refused("purchase-tax.currency-unknown", { currency: sheet.currency }).refusal] };
  const statements = materials.found.flatMap(({ result, owed, heading, paper }) =>
    result === null || heading === null ? [] : [settledOf({ result, owed, agreement: heading.season, paper })],
  );
  const known = sellerOf(materials, statements, day);
  if ("wrong" in known) return known;
  const { seller } = known;
  const value = statements.reduce((sum, one) => sum + one.value, 0n);
  const problems = [
    ...sellerProblems(sheet, seller, statements, (buyer?.tax_number ?? null) !== null),
    ...ceilingProblem(sheet, materials.bought, value, day, grain),
  ];
  if (problems.length > 0) return { wrong: problems };
  const composed = compose({ sheet, seller, statements, before: materials.bases, day, grain });
  if (!composed.ok) return { wrong: [composed.refusal] };
  const ours = {
    address: (buyer?.address ?? null) as Sealed | null,
    taxNumber: (buyer?.tax_number ?? null) as Sealed | null,
  };
  return { ready: { series, used, sheetRow, seller, buyer: ours, statements, composed: composed.value, grain } };
}

type Of = NonNullable<Materials["series"]>;

function seriesProblems({ series, used, sheet }: Of, day: string): readonly Refusal[] {
  if (series.kind !== "document")
    return [refused("purchase-document.series-of-annulments", { prefix: series.prefix }, "series").refusal];
  const closed = closedSeries(series, used, day);
  return [
    ...(closed === null ? [] : [closed]),
    ...(sheet === null ? [refused("purchase-document.no-sheet-on-day", { day }, "series").refusal] : []),
  ];
}

/** Each named statement is closed, brought something, is on no other document and on no order to the bank. */
function statementProblems({ found, documented }: Materials): readonly Refusal[] {
  const wrong: Refusal[] = [];
  for (const [at, one] of found.entries()) {
    const field = `statements.${at}`;
    const { result, heading } = one;
    if (result === null || heading === null)
      wrong.push(refused("purchase-document.statement-not-closed", { statement: one.id }, field).refusal);
    else if (heading.way === "opening")
      wrong.push(refused("purchase-document.of-before", { statement: result.number }, field).refusal);
    else if (one.documented !== null)
      wrong.push(
        refused("purchase-document.documented", { statement: result.number, number: one.documented.number }, field)
          .refusal,
      );
    else if (one.ordered > 0n)
      wrong.push(refused("purchase-document.ordered", { statement: result.number }, field).refusal);
    else if (found.findIndex((other) => other.id === one.id) < at)
      wrong.push(refused("purchase-document.statement-twice", { statement: result.number }, field).refusal);
  }
  const [other] = documented;
  if (wrong.length === 0 && other !== undefined)
    wrong.push(refused("purchase-document.hand-over-documented", { number: other.number }).refusal);
  return wrong;
}

/** Who sells. A seller is a member by the day of each hand-over: who joined in between gets two documents. */
function sellerOf(
  { seller: known, settings }: Materials,
  statements: readonly Settled[],
  day: string,
): { readonly seller: Seller } | { readonly wrong: readonly Refusal[] } {
  const [first] = statements;
  if (first === undefined || known === null || settings === null)
    return { wrong: [refused("purchase-document.statement-not-closed", { statement: "" }).refusal] };
  const membership = (on: string) => membershipsOn(known.ties, settings.organisation, on)[0] ?? null;
  const days = statements.flatMap((one) => (one.bought.length > 0 ? one.bought.map((two) => two.day) : [one.closedOn]));
  const [isMember, ...others] = [...new Set(days.map((on) => membership(on) !== null))];
  if (others.length > 0) return { wrong: [refused("purchase-document.membership-changed").refusal] };
  const gone = new Set(known.erased.flatMap((one) => one.digests as readonly string[]));
  const kept = (of: unknown): Sealed | null => (of === null || gone.has((of as Sealed).digest) ? null : (of as Sealed));
  const { profile, taxpayer } = known;
  return {
    seller: {
      agent: first.agent,
      memberNumber: (membership(day) ?? membership(days.sort().at(-1) ?? day))?.number ?? null,
      isMember: isMember ?? false,
      name: kept(profile?.name ?? null),
      organisationName: profile?.organisation_name ?? null,
      identity: kept(profile?.identity ?? null),
      address: kept(taxpayer?.address ?? null),
      taxNumber: kept(taxpayer?.tax_number ?? null),
    },
  };
}
