/** What acts of payment orders ask: what is owed and to whom it would go, an order with its payments, and a payment by its number. */
import { always, andThen, each, map, type Need, row, rows, tally, together } from "../../../kernel/act/need.ts";
import { type Row, reached } from "../../../kernel/act/record.ts";
import { accountsOf, deathOf, profileOf } from "../../people/needs.ts";
import { resultOf, statementOwed } from "../needs.ts";
import { orderPayment, orderPaymentStage, payment, paymentOrder, paymentOrderStage } from "../records.ts";
import type { Payable } from "../rules/order/compose.ts";

/** What of a statement is ordered and neither confirmed, failed nor void, in whole line grains. */
export const statementOrdered = (statement: string): Need<bigint> => tally("statement-ordered", statement);

/** One payment of an order with its stages. */
export type OrderedPayment = {
  readonly line: Row<typeof orderPayment>;
  readonly stages: readonly Row<typeof orderPaymentStage>[];
};

const withStages = (lines: readonly Row<typeof orderPayment>[]): Need<readonly OrderedPayment[]> =>
  map(each(lines.map((one) => rows(orderPaymentStage, "key", [one.payment]))), (stages) =>
    lines.map((line, at) => ({ line, stages: stages[at] ?? [] })),
  );

/** The payment by which a statement is ordered now; null when it is not. */
export const orderedPayment = (statement: string): Need<Row<typeof orderPayment> | null> =>
  andThen(statementOrdered(statement), (ordered) =>
    ordered <= 0n
      ? always(null)
      : map(
          andThen(rows(orderPayment, "byStatement", [statement]), withStages),
          (found) => found.find(({ stages }) => reached(stages)?.stage === "ordered")?.line ?? null,
        ),
  );

/** An order with its stages and payments; `order` is null where nobody made it. */
export const orderOf = (id: string) =>
  together({
    order: row(paymentOrder, id),
    stages: rows(paymentOrderStage, "key", [id]),
    payments: andThen(rows(orderPayment, "byOrder", [id]), withStages),
  });

/** A payment of any order by our number, with what confirmed it and the statement it is for; null when there is none. */
export const orderPaymentByNumber = (number: string) =>
  andThen(rows(orderPayment, "byNumber", [number]), ([line]) =>
    line === undefined
      ? always(null)
      : andThen(rows(orderPaymentStage, "key", [line.payment]), (stages) => {
          const paidBy = reached(stages)?.paid_by ?? null;
          return together({
            line: always(line),
            stages: always(stages),
            result: resultOf(line.statement),
            owed: statementOwed(line.statement),
            paid: paidBy === null ? always(null) : row(payment, paidBy),
          });
        }),
  );

/** A statement as an order looks at it. */
export const payableOf = (statement: string): Need<Payable> =>
  andThen(resultOf(statement), (result): Need<Payable> => {
    const unknown = { statement, result, owed: 0n, ordered: null, accounts: [], death: null, profile: null };
    if (result === null) return always(unknown);
    const asked = {
      owed: statementOwed(statement),
      ordered: map(orderedPayment(statement), (found) => found?.number ?? null),
      accounts: accountsOf(result.agent),
      death: deathOf(result.agent),
      profile: profileOf(result.agent),
    };
    return map(together(asked), (found) => ({ statement, result, ...found }));
  });
