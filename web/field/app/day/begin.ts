/** What follows from having found somebody: a hand-over, a place in the turn, another name in a hand-over, a slip of a pad. */
import type { Field } from "../screen.ts";
import { beginHandOver, changeWho, type Who } from "../screens/hand-over/begin.ts";
import type { Purpose } from "./purpose.ts";
import { slipOf } from "./slip.ts";
import { joined, keepTurn, turnOf } from "./turn.ts";

/** Goes on with somebody. `sacks`: as they told, for the turn. */
export async function goOnWith(field: Field, purpose: Purpose, who: Who, sacks = ""): Promise<void> {
  const { core } = field;
  if (purpose.for === "change") return changeWho(field, purpose.draft, who);
  if (purpose.for === "turn") {
    const name = "unknown" in who ? who.unknown.name : "";
    const one = { id: core.now(), agent: "agent" in who ? who.agent : null, name, sacks, since: core.now() };
    await keepTurn(core, joined(turnOf(core), one));
    return field.replace("turn");
  }
  const slip = purpose.for === "paper" ? slipOf(core, purpose.slip) : null;
  await beginHandOver(field, who, slip === null ? {} : { paper: slip });
}
