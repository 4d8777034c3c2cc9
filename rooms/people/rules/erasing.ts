/** What holds a person's data back from being erased, and until when. */
import type { Row } from "../../../kernel/act/record.ts";
import type { Sealed } from "../../../kernel/personal.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { addDays, theDay } from "../../../kernel/time/index.ts";
import type { agentAccount, profile, taxpayer } from "../records.ts";
import { holdsOn, newestTies, type Tie } from "./ties.ts";

type Profile = Row<typeof profile>;
type Account = Pick<Row<typeof agentAccount>, "number" | "holder">;
type Taxpayer = Pick<Row<typeof taxpayer>, "tax_number" | "address">;

/** What is known when somebody asks to be erased. `openBusiness` counts debts and unpaid papers (`erasure-hold`). */
export type Erasing = {
  readonly agent: string;
  readonly today: string;
  readonly profiles: readonly Profile[];
  readonly ties: readonly Tie[];
  readonly openQuestions: number;
  readonly openBusiness: bigint;
  readonly taxHoldDays: number | null;
};

/** The digests of every personal value the register ever held of an agent. */
export const digestsOf = (
  profiles: readonly Profile[],
  accounts: readonly Account[] = [],
  taxpayers: readonly Taxpayer[] = [],
): readonly string[] => [
  ...new Set(
    [
      ...profiles.flatMap((one) => [one.name, one.identity, one.telephone]),
      ...accounts.flatMap((one) => [one.number, one.holder]),
      ...taxpayers.flatMap((one) => [one.tax_number, one.address]),
    ].flatMap((sealed) => (sealed === null ? [] : (sealed as Sealed).digest)),
  ),
];

/**
 * The holds; empty when the person can be erased. Codes: `person.still-member`, `person.open-business`, `person.open-question`,
 * `person.held-by-tax` with the first day on which it is free: the hold of the book's settings counts from the last day of
 * the last membership, or from the newest entry in the register when that is later.
 */
export function holdsAgainst(erasing: Erasing): readonly Refusal[] {
  const { agent, today } = erasing;
  const found: Refusal[] = [];
  const memberships = newestTies(erasing.ties).filter((one) => one.kind === "membership");
  if (memberships.some((one) => holdsOn(one, today))) found.push(refused("person.still-member", { agent }).refusal);
  if (erasing.openBusiness > 0n)
    found.push(refused("person.open-business", { agent, count: erasing.openBusiness.toString() }).refusal);
  if (erasing.openQuestions > 0)
    found.push(refused("person.open-question", { agent, count: erasing.openQuestions }).refusal);
  const free = freeFrom(erasing, memberships);
  if (free !== null && today < free) found.push(refused("person.held-by-tax", { agent, free }).refusal);
  return found;
}

function freeFrom(erasing: Erasing, memberships: readonly Tie[]): string | null {
  if (erasing.taxHoldDays === null) return null;
  const days = [...memberships.flatMap((one) => one.until ?? []), ...erasing.profiles.map((one) => one.from_day)];
  const last = days.reduce((latest, one) => (one > latest ? one : latest), "0001-01-01");
  return addDays(theDay(last), erasing.taxHoldDays + 1);
}
