/** What questions about an act of this telephone name. */
import { checkId } from "../../../../../rooms/acopio/scale.ts";
import type { OutboxEntry } from "../../ports.ts";

/** The act, its hand-over, and each check of a scale by the id that the book gives it. */
export function documentsOf({ act, gist }: OutboxEntry): readonly string[] {
  const scales = (gist?.scales ?? []).map((scale) => checkId(act, scale));
  return gist?.delivery === undefined ? [act, ...scales] : [act, gist.delivery, ...scales];
}
