/** Issuing one document: many receipts of one seller, one number, what is withheld off what is still owed. */
import * as z from "zod/mini";
import { type ActDeclaration, type Context, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { row } from "../../../kernel/act/need.ts";
import type { TallyChange } from "../../../kernel/act/page.ts";
import { type Row, type Written, write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { StatementId } from "../../../kernel/ids.ts";
import { type Amount, amountText } from "../../../kernel/money/index.ts";
import { question, type Refusal, refused } from "../../../kernel/refusal.ts";
import { holdChange } from "../../people/needs.ts";
import { purchaseDocumentContent } from "../content.ts";
import { materialsFor, usedTally, yearKey, yearTally } from "../needs.ts";
import {
  purchaseDocument,
  purchaseDocumentDelivery,
  purchaseDocumentStatement,
  purchaseDocumentTax,
} from "../records.ts";
import { documentEntry } from "../rules/postings.ts";
import { numberAfter } from "../rules/series.ts";
import { type Ready, readyOf } from "./ready.ts";
import { PurchaseDocumentId, PurchaseSeriesId } from "./said.ts";

const figure = z.string().check(z.regex(/^-?(?:0|[1-9][0-9]{0,17})$/));
const says = z.strictObject({
  document: PurchaseDocumentId,
  series: PurchaseSeriesId,
  /** Closed statements of one seller, in the order in which they bear what is withheld. */
  statements: z.array(StatementId).check(z.minLength(1), z.maxLength(200)),
  /** Figures that whoever issues it had before their eyes, in whole line grains. */
  seen: z.optional(
    z.strictObject({ value: z.optional(figure), withheld: z.optional(figure), payable: z.optional(figure) }),
  ),
  /** Issue it though what it withholds was paid out before: that part is left unresolved, and asked about. */
  afterPayment: z.optional(z.literal(true)),
});
type Said = z.infer<typeof says>;

/**
 * Issues a purchase document over closed statements of one seller, by the sheet of today, under the next number of its series. What it
 * withholds comes off what is still owed. A decision. All reasons against it are told at once (`readyOf`), and besides:
 * `purchase-document.id-used`, `purchase-document.figures-differ`, `purchase-document.paid-already`. Question:
 * `purchase-document.withheld-after-payment`.
 */
export const issuePurchaseDocument: ActDeclaration = decision({
  kind: "purchase-document.issue",
  version: 1,
  rules: 1,
  room: "purchases",
  power: "pay",
  says,
  needs: (said, { today }) => ({
    same: row(purchaseDocument, said.document),
    materials: materialsFor(said.series, said.statements, today),
  }),
  weighs: (_, { materials }, { settings }) => {
    const currency = materials.found[0]?.result?.currency;
    const sum = materials.found.reduce((all, one) => all + (one.result?.value ?? 0n), 0n);
    return { amounts: currency === undefined ? [] : [movedGrains(settings, currency, sum)] };
  },
  follows: (said, { same, materials }, context): PartsOfFollows | Refused => {
    if (same !== null)
      return refuse(refused("purchase-document.id-used", { document: said.document }, "document").refusal);
    const found = readyOf(materials, context.today, context.settings);
    if ("wrong" in found) return refuse(...found.wrong);
    const wrong = problems(said, found.ready);
    return wrong.length > 0 ? refuse(...wrong) : issued(said, found.ready, context);
  },
});

function problems(said: Said, { composed, grain }: Ready): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const which of ["value", "withheld", "payable"] as const) {
    const [seen, now] = [said.seen?.[which], `${composed[which]}`];
    if (seen !== undefined && seen !== now)
      found.push(refused("purchase-document.figures-differ", { which, seen, now }).refusal);
  }
  if (composed.unresolved > 0n && said.afterPayment === undefined)
    found.push(
      refused("purchase-document.paid-already", {
        amount: amountText(composed.unresolved as Amount, grain),
        currency: grain.currency,
      }).refusal,
    );
  return found;
}

function issued(said: Said, ready: Ready, context: Context): PartsOfFollows {
  const { composed, seller, statements, grain, series, sheetRow } = ready;
  const number = numberAfter(series, ready.used);
  const document: Row<typeof purchaseDocument> = {
    ...{ document: said.document, number, series: said.series, sheet: sheetRow.sheet, sheet_version: sheetRow.version },
    ...{ agent: seller.agent, is_member: seller.isMember, currency: grain.currency, line_grain: grain.line },
    ...{ grams: composed.grams, value: composed.value, included: composed.included, added: composed.added },
    ...{ withheld: composed.withheld, payable: composed.payable, unresolved: composed.unresolved },
    ...{ issued_on: context.today, by_agent: context.by, act_position: context.position },
  };
  const of = statementRows(said.document, ready);
  const taxes = taxRows(said.document, ready);
  const deliveries = statements.flatMap((one) =>
    one.bought.map(({ delivery, value }) => ({ document: said.document, delivery, value })),
  );
  const content = purchaseDocumentContent(composed, seller, statements, {
    ...{ book: context.book, document: said.document, grain, issued: context.today, number },
    buyer: { ...ready.buyer, name: context.settings?.name ?? "" },
    series: { authorisation: series.authorisation, id: series.series, until: series.until },
    sheet: { code: sheetRow.code, id: sheetRow.sheet, version: sheetRow.version },
  });
  return {
    records: [
      write(purchaseDocument, document),
      ...of.map((one): Written => write(purchaseDocumentStatement, one)),
      ...deliveries.map((one): Written => write(purchaseDocumentDelivery, one)),
      ...taxes.map((one): Written => write(purchaseDocumentTax, one)),
    ],
    entries: documentEntry(document, of, taxes),
    tallies: [{ kind: usedTally, key: said.series, change: 1n }, ...owedChanges(ready), ...yearChanges(ready, context)],
    papers: [{ kind: "purchase-document", number, about: said.document, content: JSON.stringify(content) }],
    questions:
      composed.unresolved > 0n
        ? [
            question("purchase-document.withheld-after-payment", "treasurer", said.document, {
              number,
              amount: amountText(composed.unresolved as Amount, grain),
              currency: grain.currency,
            }),
          ]
        : [],
  };
}

const statementRows = (document: string, { statements, composed }: Ready): Row<typeof purchaseDocumentStatement>[] =>
  statements.map(({ statement, agreement, value }, at) => {
    const { collected, coins } = composed.collected[at] ?? { collected: 0n, coins: 0n };
    return { document, statement, agreement, value, collected, coins };
  });

const taxRows = (document: string, { composed }: Ready): Row<typeof purchaseDocumentTax>[] =>
  composed.taxes.map(({ code, effect, account, base, amount, byStatements }) => ({
    document,
    tax: code,
    effect,
    account,
    base,
    amount,
    by_statements: byStatements,
  }));

/** Less, or more, is owed on the statements; a debt that is over no longer keeps a name from being erased. */
function owedChanges({ statements, composed }: Ready): readonly TallyChange[] {
  return statements.flatMap(({ statement, agent, owed }, at) => {
    const { collected, coins } = composed.collected[at] ?? { collected: 0n, coins: 0n };
    const change = -(collected + coins);
    return change === 0n ? [] : owedChange(statement, agent, owed, change);
  });
}

/** What is owed on a statement changes; whether somebody is owed anything on it keeps their name. */
export function owedChange(statement: string, agent: string, owed: bigint, change: bigint): readonly TallyChange[] {
  const [before, after] = [owed > 0n, owed + change > 0n];
  const hold = before === after ? [] : [holdChange(agent, after ? 1n : -1n)];
  return [{ kind: "statement-owed", key: statement, change }, ...hold];
}

/** What the seller's year has grown by: the value, and each tax's base. */
const yearChanges = ({ seller, sheetRow, composed }: Ready, { today }: Context): readonly TallyChange[] => [
  { kind: yearTally, key: yearKey(seller.agent, sheetRow.sheet, today), change: composed.value },
  ...composed.taxes.map(({ code, base }) => ({
    kind: yearTally,
    key: yearKey(seller.agent, sheetRow.sheet, today, code),
    change: base,
  })),
];
