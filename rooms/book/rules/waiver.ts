/** Groups too small for two signatures: they may waive the second by a recorded decision, until a day. */
import { newest, type Row } from "../../../kernel/act/record.ts";
import type { seat, secondWaiver } from "../records.ts";
import { officerRoles, type PowerMatrix } from "./powers.ts";
import { seatsOn } from "./seats.ts";

/** From so many officers on, two of them can always sign beside the one concerned, and no waiver holds. */
export const enoughOfficers = 3;

/** Longest time a waiver may run, in days: it is looked at again once a year. */
export const longestWaiver = 366;

/** How many people hold a role that may change something, on a day: each once, on however many seats. */
export function officersOn(matrix: PowerMatrix, seats: readonly Row<typeof seat>[], day: string): number {
  const roles = officerRoles(matrix);
  const officers = seatsOn(seats, day).filter((one) =>
    (one.roles as readonly string[]).some((role) => roles.has(role)),
  );
  return new Set(officers.map((one) => one.agent)).size;
}

/** Whether one signature is enough on a day: a waiver runs, and the group is still as small as it was for. */
export function isWaivedOn(
  waivers: readonly Row<typeof secondWaiver>[],
  matrix: PowerMatrix,
  seats: readonly Row<typeof seat>[],
  day: string,
): boolean {
  const waiver = newest(waivers);
  if (waiver === null || day > waiver.until || day < waiver.from_day) return false;
  return officersOn(matrix, seats, day) < enoughOfficers;
}
