/** What acts of documented purchases ask of the book. */

import { issuedPaper } from "../../kernel/act/issued.ts";
import {
  always,
  andThen,
  each,
  map,
  type Need,
  row,
  rows,
  rowsOfEach,
  tally,
  together,
} from "../../kernel/act/need.ts";
import { inForce, newest, type Row } from "../../kernel/act/record.ts";
import { settingsNow } from "../book/needs.ts";
import { erasuresOf, profileOf, taxpayerVersions, tiesFrom } from "../people/needs.ts";
import { statementOrdered } from "../settlement/needs/order.ts";
import { resultOf, settlementHeading, statementOwed } from "../settlement/needs.ts";
import {
  purchaseDocument,
  purchaseDocumentDelivery,
  purchaseDocumentStatement,
  purchaseDocumentTax,
  purchaseDocumentVoid,
  purchaseSeries,
  purchaseTaxes,
} from "./records.ts";
import { numberAfter } from "./rules/series.ts";
import type { PurchaseTaxSheet } from "./rules/sheet.ts";

/** All versions of a sheet of taxes, of a series of numbers; and the series that begin with a prefix. */
export const sheetVersions = (id: string) => rows(purchaseTaxes, "key", [id]);
export const seriesVersions = (id: string) => rows(purchaseSeries, "key", [id]);
export const seriesOfPrefix = (prefix: string) => rows(purchaseSeries, "byPrefix", [prefix]);

/** How many numbers of a series were used. */
export const usedOf = (series: string): Need<bigint> => tally(usedTally, series);
export const usedTally = "purchase-serial";

/** What was bought from a seller in a year under a sheet; with a tax, its base. In whole line grains. */
export const yearTally = "purchased-in-year";
export const yearKey = (agent: string, sheet: string, day: string, tax = ""): string =>
  `${agent}|${sheet}|${tax}|${day.slice(0, 4)}`;

/** A document with what it is for; `document` is null where nobody issued it. */
export const documentOf = (id: string) =>
  together({
    document: row(purchaseDocument, id),
    statements: rows(purchaseDocumentStatement, "byDocument", [id]),
    taxes: rows(purchaseDocumentTax, "byDocument", [id]),
    voided: row(purchaseDocumentVoid, id),
  });

/** The documents that hold among those named: not annulled. */
const holding = (ids: readonly string[]): Need<readonly Row<typeof purchaseDocument>[]> =>
  map(
    each(ids.map((id) => together({ document: row(purchaseDocument, id), voided: row(purchaseDocumentVoid, id) }))),
    (found) => found.flatMap(({ document, voided }) => (document === null || voided !== null ? [] : [document])),
  );

/** The document that a statement or a hand-over is on; null when it is on none that holds. */
export const documentOfStatement = (id: string): Need<Row<typeof purchaseDocument> | null> =>
  andThen(rows(purchaseDocumentStatement, "byStatement", [id]), (found) =>
    map(holding(found.map((one) => one.document)), (documents) => documents[0] ?? null),
  );
const documentsOfDeliveries = (ids: readonly string[]): Need<readonly Row<typeof purchaseDocument>[]> =>
  andThen(rowsOfEach(purchaseDocumentDelivery, "byDelivery", ids), (found) =>
    holding([...new Set(found.flat().map((one) => one.document))]),
  );

/** A closed statement with what a document reads of it: its result, what is owed, its paper, its season, its document. */
export const statementFound = (id: string) =>
  andThen(resultOf(id), (result) =>
    together({
      id: always(id),
      result: always(result),
      owed: statementOwed(id),
      ordered: statementOrdered(id),
      heading: result === null ? always(null) : settlementHeading(result.settlement),
      paper: map(
        rows(issuedPaper, "byAbout", [id]),
        (papers) => papers.find((one) => one.kind === "statement")?.content ?? null,
      ),
      documented: documentOfStatement(id),
    }),
  );

/** What the register says of a seller. */
const sellerFound = (agent: string) =>
  together({
    profile: profileOf(agent),
    taxpayer: map(taxpayerVersions(agent), newest),
    ties: tiesFrom(agent),
    erased: erasuresOf(agent),
  });

/** A series with its sheet as it holds on a day, and how many of its numbers were used; null where there is no such series. */
export const seriesOn = (id: string, day: string) =>
  andThen(seriesVersions(id), (versions) => {
    const series = newest(versions);
    if (series === null) return always(null);
    return andThen(usedOf(id), (used) =>
      together({
        series: always(series),
        used: always(used),
        sheet: map(sheetVersions(series.sheet), (found) => inForce(found, day)),
        sameNumber: rows(purchaseDocument, "byNumber", [numberAfter(series, used)]),
      }),
    );
  });

/** All that one document is made from; `series` is null where there is none. */
export const materialsFor = (series: string, statements: readonly string[], day: string) =>
  andThen(together({ series: seriesOn(series, day), found: each(statements.map(statementFound)) }), (first) => {
    const agent = first.found.find((one) => one.result !== null)?.result?.agent ?? null;
    const sheet = first.series?.sheet ?? null;
    const taxes = sheet === null ? [] : (sheet.body as PurchaseTaxSheet).taxes.map((one) => one.code);
    const yearOf = (tax?: string) => tally(yearTally, yearKey(agent ?? "", sheet?.sheet ?? "", day, tax));
    const deliveries = first.found.flatMap((one) => deliveriesIn(one.paper));
    return together({
      series: always(first.series),
      found: always(first.found),
      seller: agent === null ? always(null) : sellerFound(agent),
      settings: settingsNow,
      buyer: andThen(settingsNow, (found) =>
        found === null ? always(null) : map(taxpayerVersions(found.organisation), newest),
      ),
      bought: yearOf(),
      bases: map(each(taxes.map((tax) => yearOf(tax))), (sums) =>
        Object.fromEntries(taxes.map((tax, at) => [tax, sums[at] ?? 0n])),
      ),
      documented: documentsOfDeliveries(deliveries),
    });
  });

/** The hand-overs that the paper of a statement names. */
const deliveriesIn = (paper: string | null): readonly string[] =>
  paper === null
    ? []
    : (JSON.parse(paper) as { readonly deliveries: readonly { readonly id: string }[] }).deliveries.map(({ id }) => id);
