/**
 * Challenges: what a device signs to show that it is there now. Nothing is kept of them: a challenge names its moment, and carries a
 * proof (HMAC-SHA-256) that only this installation can make, over the device and that moment.
 */
import { createHash, createHmac, type KeyObject, timingSafeEqual } from "node:crypto";

/** How long a challenge holds, in milliseconds. A telephone uses one for several requests, whose round trips are dear. */
export const challengeLasts = 10 * 60_000;

/** Makes and judges challenges. */
export type Challenges = {
  /** A challenge for a device, of this moment. */
  make(device: string): string;
  /** Whether this installation gave this challenge to this device, and it still holds. */
  holds(device: string, challenge: string): boolean;
};

/** Over the installation's private key, from which a secret of its own is derived. `now` is in milliseconds since 1970. */
export function challengesOf(privateKey: KeyObject, now: () => number): Challenges {
  const exported = privateKey.export({ type: "pkcs8", format: "der" });
  const secret = createHash("sha256").update("ayni challenge|").update(exported).digest();
  const proof = (device: string, moment: string): string =>
    createHmac("sha256", secret).update(`${device}|${moment}`).digest("base64url");
  return {
    make: (device) => {
      const moment = now().toString(36);
      return `${moment}.${proof(device, moment)}`;
    },
    holds: (device, challenge) => {
      const [moment = "", shown = ""] = challenge.split(".");
      if (!/^[0-9a-z]{1,11}$/.test(moment)) return false;
      const age = now() - Number.parseInt(moment, 36);
      const [right, given] = [Buffer.from(proof(device, moment)), Buffer.from(shown)];
      return age >= 0 && age < challengeLasts && right.length === given.length && timingSafeEqual(right, given);
    },
  };
}
