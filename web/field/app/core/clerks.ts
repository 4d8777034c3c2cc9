/** The clerks of this telephone: who they are, and their PINs. */
import { inForce } from "../../../../kernel/act/record.ts";
import { matrixVersions } from "../../../../rooms/book/needs.ts";
import { holds, type PowerMatrix } from "../../../../rooms/book/rules/powers.ts";
import { rolesOn } from "../../../../rooms/book/rules/seats.ts";
import type { Clerk } from "../ports.ts";
import { base64Url } from "./bytes.ts";
import type { KeptKey } from "./keys/device-key.ts";
import { afterWrong, pinGives, pinRounds, type StoredClerk, secondsToWait } from "./keys/pins.ts";
import { type Change, put } from "./storage/storage.ts";
import type { Telephone } from "./telephone.ts";

/** A clerk as the screens know them; the name is the book's, so that it is forgotten when the book forgets it. */
const clerkOf = (telephone: Telephone, agent: string): Clerk => ({
  agent,
  name: telephone.people.get(agent)?.name ?? "",
});

/** The clerks who have a PIN here. */
export const clerksOf = (telephone: Telephone): readonly Clerk[] =>
  [...telephone.clerks.keys()].map((agent) => clerkOf(telephone, agent));

/** The clerk who is in; null while it is locked. */
export const clerkNow = (telephone: Telephone): Clerk | null =>
  telephone.clerk === null ? null : clerkOf(telephone, telephone.clerk);

/** Agents of the book who hold the power to receive today. */
export function candidatesOf(telephone: Telephone): readonly Clerk[] {
  const day = telephone.today();
  const sheets = matrixVersions.tryOn(telephone.known.page);
  const matrix = (("known" in sheets ? inForce(sheets.known, day)?.matrix : null) ?? {}) as PowerMatrix;
  const seats = telephone.known.people.seat as unknown as Parameters<typeof rolesOn>[0];
  const agents = [...new Set(seats.map((one) => one.agent))];
  return agents
    .filter((agent) =>
      holds(
        matrix,
        rolesOn(
          seats.filter((one) => one.agent === agent),
          day,
        ),
        "receive",
      ),
    )
    .map((agent) => clerkOf(telephone, agent));
}

/** Gives somebody a PIN here, and lets them in. The seed of a wrapped key is wrapped in the same stroke. */
export async function addClerk(telephone: Telephone, agent: string, pin: string): Promise<void> {
  const { effects, key } = telephone;
  const salt = base64Url(effects.chance(16));
  const { check, secret } = await pinGives(pin, salt, pinRounds);
  const box = key === null ? null : await key.wrap(secret, effects.chance(12));
  const clerk: StoredClerk = { agent, salt, rounds: pinRounds, check, wrong: 0, until: 0, box };
  const changes: Change[] = [put("clerks", agent, clerk)];
  const kept = (await effects.storage.read("meta", "key")) as KeptKey | undefined;
  if (kept?.kind === "wrapped" && kept.seed !== null) changes.push(put("meta", "key", { ...kept, seed: null }));
  await effects.storage.commit(changes);
  if (box !== null) await key?.open(box, secret);
  telephone.clerks = new Map([...telephone.clerks, [agent, clerk]]);
  telephone.clerk = agent;
  telephone.told("clerks");
}

/** Lets a clerk in by their PIN. A wrong one is counted before the answer, so that closing the app does not forget it. */
export async function unlock(telephone: Telephone, agent: string, pin: string): Promise<boolean> {
  const { effects, key } = telephone;
  const clerk = telephone.clerks.get(agent);
  if (clerk === undefined || secondsToWait(clerk, effects.clock()) > 0) return false;
  const { check, secret } = await pinGives(pin, clerk.salt, clerk.rounds);
  const isRight = check === clerk.check;
  const next = isRight ? { ...clerk, wrong: 0, until: 0 } : afterWrong(clerk, effects.clock());
  if (next.wrong !== clerk.wrong) {
    telephone.clerks = new Map([...telephone.clerks, [agent, next]]);
    await effects.storage.commit([put("clerks", agent, next)]).catch(() => false); // No room to count is no reason to lock out.
  }
  if (isRight) {
    await key?.open(clerk.box, secret);
    telephone.clerk = agent;
  }
  telephone.told("clerks");
  return isRight;
}

/** Locks: nobody is in, and a wrapped key is closed. */
export function lock(telephone: Telephone): void {
  telephone.clerk = null;
  telephone.key?.close();
  telephone.changed();
}

/** Seconds until a PIN of this clerk is heard again. */
export function waitOf(telephone: Telephone, agent: string): number {
  const clerk = telephone.clerks.get(agent);
  return clerk === undefined ? 0 : secondsToWait(clerk, telephone.effects.clock());
}
