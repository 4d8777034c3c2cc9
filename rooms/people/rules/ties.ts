/** Which ties hold on a day. */
import { newest, type Row } from "../../../kernel/act/record.ts";
import type { tie } from "../records.ts";

/** One version of a tie. */
export type Tie = Row<typeof tie>;

/** The newest version of each tie, in the order in which the ties were first said. */
export function newestTies(versions: readonly Tie[]): readonly Tie[] {
  const byTie = new Map<string, Tie[]>();
  for (const one of versions) byTie.set(one.tie, [...(byTie.get(one.tie) ?? []), one]);
  return [...byTie.values()].flatMap((own) => newest(own) ?? []);
}

/** Whether a tie holds on a day; its first and last day belong to it. */
export const holdsOn = (tie: Tie, day: string): boolean =>
  tie.from_day <= day && (tie.until === null || day <= tie.until);

/** The memberships with an organisation that hold on a day: several at once are allowed. */
export const membershipsOn = (versions: readonly Tie[], organisation: string, day: string): readonly Tie[] =>
  newestTies(versions).filter((one) => one.kind === "membership" && one.to_agent === organisation && holdsOn(one, day));

/** The membership that ended last before a day, of somebody who holds none on it; null when there is none. */
export function lastMembership(versions: readonly Tie[], organisation: string, day: string): Tie | null {
  if (membershipsOn(versions, organisation, day).length > 0) return null;
  const over = newestTies(versions).filter(
    ({ kind, to_agent, until }) => kind === "membership" && to_agent === organisation && until !== null && until < day,
  );
  return over.reduce<Tie | null>(
    (last, one) => (last === null || (one.until ?? "") > (last.until ?? "") ? one : last),
    null,
  );
}
