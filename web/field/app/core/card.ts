/** The code of a member's card. */
import { isUuid } from "../../../../kernel/ids.ts";

/** The agent that a card's code names; null when it names nobody. */
export function cardAgent(code: string): string | null {
  const text = code.trim().toLowerCase();
  return isUuid(text) ? text : null;
}
