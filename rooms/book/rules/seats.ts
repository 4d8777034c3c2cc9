/** Who sits where on a day, and with which roles. */
import { inForce, type Row } from "../../../kernel/act/record.ts";
import type { seat } from "../records.ts";

type Seat = Row<typeof seat>;

/** The seats in force on a day, one version each, out of all versions of one agent's seats. */
export function seatsOn(versions: readonly Seat[], day: string): readonly Seat[] {
  const bySeat = new Map<string, Seat[]>();
  for (const one of versions) bySeat.set(one.seat, [...(bySeat.get(one.seat) ?? []), one]);
  const found: Seat[] = [];
  for (const own of bySeat.values()) {
    const current = inForce(own, day);
    if (current !== null && (current.until === null || day <= current.until)) found.push(current);
  }
  return found;
}

/** The roles of an agent on a day, over all seats. */
export const rolesOn = (versions: readonly Seat[], day: string): readonly string[] =>
  seatsOn(versions, day).flatMap((one) => one.roles as readonly string[]);
