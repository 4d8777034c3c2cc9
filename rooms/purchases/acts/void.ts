/** Annulling a document: its number is never used again, what it posted is posted back, and its hand-overs are free. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { always, andThen, each, together } from "../../../kernel/act/need.ts";
import { newest, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { statementOrdered } from "../../settlement/needs/order.ts";
import { statementOwed } from "../../settlement/needs.ts";
import { documentOf, seriesVersions, usedOf, usedTally, yearKey, yearTally } from "../needs.ts";
import { purchaseDocumentVoid } from "../records.ts";
import { documentEntry, voidEntry } from "../rules/postings.ts";
import { closedSeries, numberAfter } from "../rules/series.ts";
import { owedChange } from "./issue.ts";
import { PurchaseDocumentId, PurchaseSeriesId } from "./said.ts";

const says = z.strictObject({
  document: PurchaseDocumentId,
  reason: textSchema(400),
  /** A series of annulments gives the note its number; without one, the day is all it has. */
  series: z.optional(PurchaseSeriesId),
});

/**
 * Annuls a document, with a note's number of its own where a series is named. What it withheld is owed to the seller again, and its
 * statements may be documented anew. A decision. Codes: `purchase-document.unknown`, `purchase-document.voided`,
 * `purchase-document.ordered`, `purchase-document.series-unknown`, `purchase-document.series-of-documents`,
 * `purchase-document.series-expired`, `purchase-document.series-exhausted`.
 */
export const voidPurchaseDocument: ActDeclaration = decision({
  kind: "purchase-document.void",
  version: 1,
  rules: 1,
  room: "purchases",
  power: "pay",
  says,
  needs: (said) => ({
    found: andThen(documentOf(said.document), (found) =>
      together({
        ...{ document: always(found.document), taxes: always(found.taxes), voided: always(found.voided) },
        statements: always(found.statements),
        owed: each(found.statements.map((one) => statementOwed(one.statement))),
        ordered: each(found.statements.map((one) => statementOrdered(one.statement))),
      }),
    ),
    series: said.series === undefined ? always([]) : seriesVersions(said.series),
    used: said.series === undefined ? always(0n) : usedOf(said.series),
  }),
  weighs: (_, { found: { document } }, { settings }) => ({
    amounts: document === null ? [] : [movedGrains(settings, document.currency, document.value)],
  }),
  follows: (said, { found, series: versions, used }, context): PartsOfFollows | Refused => {
    const { document, statements, taxes, owed } = found;
    if (document === null)
      return refuse(refused("purchase-document.unknown", { document: said.document }, "document").refusal);
    const wrong: Refusal[] = [];
    if (found.voided !== null)
      wrong.push(refused("purchase-document.voided", { number: document.number, day: found.voided.voided_on }).refusal);
    if (found.ordered.some((one) => one > 0n))
      wrong.push(refused("purchase-document.ordered", { statement: document.number }).refusal);
    const series = newest(versions);
    if (said.series !== undefined && series === null)
      wrong.push(refused("purchase-document.series-unknown", {}, "series").refusal);
    if (series !== null && series.kind !== "annulment")
      wrong.push(refused("purchase-document.series-of-documents", { prefix: series.prefix }, "series").refusal);
    const closed = series === null ? null : closedSeries(series, used, context.today);
    if (closed !== null) wrong.push(closed);
    if (wrong.length > 0) return refuse(...wrong);
    const number = series === null ? null : numberAfter(series, used);
    const entry = documentEntry(document, statements, taxes);
    const ofYear = (tax?: string) => yearKey(document.agent, document.sheet, document.issued_on, tax);
    return {
      records: [
        write(purchaseDocumentVoid, {
          document: said.document,
          reason: said.reason,
          number,
          voided_on: context.today,
          by_agent: context.by,
        }),
      ],
      entries: voidEntry(entry, { position: document.act_position, ordinal: 0 }, context.today),
      tallies: [
        ...(said.series === undefined ? [] : [{ kind: usedTally, key: said.series, change: 1n }]),
        ...statements.flatMap(({ statement, collected, coins }, at) =>
          collected + coins === 0n ? [] : owedChange(statement, document.agent, owed[at] ?? 0n, collected + coins),
        ),
        { kind: yearTally, key: ofYear(), change: -document.value },
        ...taxes.map(({ tax, base }) => ({ kind: yearTally, key: ofYear(tax), change: -base })),
      ],
    };
  },
});
