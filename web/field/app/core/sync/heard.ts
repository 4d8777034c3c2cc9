/** What a signed answer tells of this telephone itself: that the book is there, how wrong its clock is, whether it was revoked. */
import type { SyncState, Try } from "../../ports.ts";
import type { Heard } from "../kept.ts";
import type { Telephone } from "../telephone.ts";

/** The state after a signed answer that was given at an instant of the server's clock. */
export function noteHeard(telephone: Telephone, at: string, revoked: boolean | null): Heard {
  const { heard } = telephone;
  const clockError = Math.round(telephone.effects.clock()) - Date.parse(at);
  return { ...heard, lastHeard: telephone.now(), clockError, revoked: revoked ?? heard.revoked };
}

/** How many tries are remembered. */
const mostTries = 20;

/** The state after a try. */
export function noteTry(telephone: Telephone, sent: number, trouble: SyncState["trouble"]): Heard {
  const one: Try = { at: telephone.now(), sent, trouble };
  return { ...telephone.heard, tries: [one, ...telephone.heard.tries].slice(0, mostTries) };
}
