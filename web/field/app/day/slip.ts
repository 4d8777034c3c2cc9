/** A slip of a pre-printed pad while it is keyed in: pad, serial, day and who wrote it. */
import type { FieldCore } from "../ports.ts";
import type { OnPaper } from "../screens/hand-over/begin.ts";

const draftOf = (serial: string): string => `slip-${serial}`;

/** Keeps a slip until its hand-over is begun. Gives the name it is found by. */
export async function keepSlip(core: FieldCore, slip: OnPaper): Promise<string> {
  await core.drafts.write({ id: draftOf(slip.serial), kind: "slip", begun: core.now(), value: slip });
  return slip.serial;
}

/** A slip that is being keyed in; null when there is none of that name. */
export const slipOf = (core: FieldCore, serial: string): OnPaper | null =>
  (core.drafts.all().find((one) => one.id === draftOf(serial))?.value as OnPaper | undefined) ?? null;
