/** The double entry of what a statement corrects of others: on its own day, beside what those have posted. */
import { moneyOf } from "../../../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../../../kernel/ledger/entry.ts";
import type { StatementCorrections } from "../../content/correction.ts";
import type { StatementDelivery } from "../../content.ts";
import { premiumPostings, type StatementKeys } from "../entries.ts";

/**
 * Purchases + what the goods cost more; each deduction's destination − what it takes more; what is paid with the statement goes to what
 * is owed to the person, what earlier corrections left owed goes down by what is repaid, and what is left owed now is an advance.
 */
export function correctionEntry(corrections: StatementCorrections, keys: StatementKeys): Entry {
  const money = moneyOf(keys.grain.currency, keys.grain.line);
  const under = { agent: keys.agent, agreement: keys.season };
  const { owed, repaid, paid } = corrections;
  return {
    because: "statement.corrected",
    about: keys.statement,
    happened: keys.happened,
    reverses: null,
    postings: [
      posting("purchases", money, BigInt(corrections.value), under),
      ...corrections.of
        .flatMap((one) => one.deductions)
        .map(({ after, before, difference }) =>
          posting((after ?? before)?.to ?? "", money, -BigInt(difference), under),
        ),
      ...(owed === null
        ? []
        : [posting("advances", money, BigInt(owed.amount), { ...under, agreement: owed.agreement })]),
      ...repaid.map(({ agreement, amount }) => posting("advances", money, -BigInt(amount), { ...under, agreement })),
      posting("owed-to-producers", money, -BigInt(paid), under),
      ...premiumPostings(premiumMore(corrections), keys),
    ].filter((line) => line.amount !== 0n),
  };
}

const premiumOf = (delivery: StatementDelivery | null): bigint =>
  (delivery?.premiums ?? []).reduce((sum, { amount }) => sum + BigInt(amount), 0n);

/** What corrected lines earn more or less for the premium account. */
const premiumMore = ({ of }: StatementCorrections): bigint =>
  of.flatMap((one) => one.lines).reduce((sum, { after, before }) => sum + premiumOf(after) - premiumOf(before), 0n);
