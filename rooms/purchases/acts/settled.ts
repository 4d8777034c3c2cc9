/** What a document reads of a closed statement: its hand-overs with what was settled for each, and what it withheld for the state. */
import type { StatementContent } from "../../settlement/content.ts";
import type { Settled } from "../rules/compose.ts";
import type { Bought } from "../rules/lines.ts";
import type { Levy } from "../rules/withheld.ts";

/** The account of taxes and levies withheld. */
const WITHHELD = "levies-withheld";

/** A closed statement as the book keeps it; `paper` is what it said, null of a second payment. */
export type Kept = {
  readonly result: {
    readonly statement: string;
    readonly number: string;
    readonly agent: string;
    readonly currency: string;
    readonly closed_on: string;
    readonly value: bigint;
    readonly net: bigint;
    readonly paid: bigint;
    readonly paid_in: string;
  };
  readonly owed: bigint;
  readonly agreement: string;
  readonly paper: string | null;
};

/** The statement as a document takes it. */
export function settledOf({ result, owed, agreement, paper }: Kept): Settled {
  const said = paper === null ? null : (JSON.parse(paper) as StatementContent);
  return {
    statement: result.statement,
    number: result.number,
    agent: result.agent,
    agreement,
    currency: result.currency,
    closedOn: result.closed_on,
    value: result.value,
    net: result.net,
    paid: result.paid,
    paidIn: result.paid_in === "transfer" ? "transfer" : "cash",
    owed,
    bought: said === null ? [] : boughtIn(said, result.statement),
    levies: said === null ? [] : leviesIn(said, result.statement),
  };
}

const boughtIn = (said: StatementContent, statement: string): readonly Bought[] =>
  said.deliveries.map(({ id, receipt, day, product, net, lines }) => ({
    delivery: id,
    receipt,
    day,
    product,
    grams: BigInt(net),
    value: lines.reduce((sum, one) => sum + BigInt(one.amount), 0n),
    statement,
  }));

/** What the statement withheld, with what it put right of statements before. */
function leviesIn(said: StatementContent, statement: string): readonly Levy[] {
  const own = said.deductions.filter((one) => one.to === WITHHELD);
  const corrected = (said.corrections?.of ?? []).flatMap((one) =>
    one.deductions.flatMap(({ after, before, difference }) => {
      const line = after ?? before;
      return line !== null && line.to === WITHHELD ? [{ code: line.code, amount: difference }] : [];
    }),
  );
  return [...own, ...corrected].map(({ code, amount }) => ({ statement, code, amount: BigInt(amount) }));
}
