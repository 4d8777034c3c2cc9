/** Which acts of a lost device wait: kept, shown, and taken only when somebody releases them. */
import type { Body } from "../../../kernel/act/envelope.ts";
import type { Row } from "../../../kernel/act/record.ts";
import { clockDoubt, instant } from "../../../kernel/time/index.ts";
import type { device, deviceRelease } from "../records.ts";

type Device = Row<typeof device>;
type Release = Row<typeof deviceRelease>;

/**
 * Whether an act was said after its device was lost: by the device's clock; and where that clock cannot be right, by whether its sequence
 * had been heard before. What was said before stays valid, however late it comes.
 */
export function isSaidAfterLoss({ through }: Body, { lost_at, last_sequence }: Device, received: string): boolean {
  if ((lost_at ?? null) === null || through.way !== "device") return false;
  const [said, came, lost] = [instant(through.at), instant(received), instant(lost_at ?? "")];
  if (said === null || came === null || lost === null) return true;
  const doubt = clockDoubt(said, came);
  if (doubt === null) return said > lost;
  if (last_sequence !== null) return through.sequence > last_sequence;
  return doubt === "1970" || said > lost;
}

/** The release that lets an act in; null when none does. */
export const releaseOf = ({ id, through }: Body, releases: readonly Release[]): Release | null =>
  releases.find(({ acts, from_sequence, until_sequence }) => {
    if ((acts as readonly string[] | null)?.includes(id) === true) return true;
    if (through.way !== "device" || from_sequence === null || until_sequence === null) return false;
    return from_sequence <= through.sequence && through.sequence <= until_sequence;
  }) ?? null;
