/** A telephone at a collection point. What it signs is made before the clock starts. */
import { createPrivateKey, sign } from "node:crypto";
import { derivedUuid } from "../../kernel/ids.ts";
import { handOver } from "./hand-over.ts";

/** An enrolled device of a book and the clerk who speaks through it. `privateKey` is PEM (PKCS 8). */
export type Voice = {
  readonly book: string;
  readonly device: string;
  readonly agent: string;
  readonly privateKey: string;
  readonly members: readonly string[];
};

/** An act as it is sent. */
export type Signed = { readonly body: string; readonly signature: string };

/** Signs so many hand-overs, with sequences from `first` on. `at` is the device's clock, an ISO instant. */
export function signedHandOvers(voice: Voice, first: number, count: number, at: string): readonly Signed[] {
  const key = createPrivateKey(voice.privateKey);
  const through = { way: "device", device: voice.device, sequence: first, at };
  return Array.from({ length: count }, (_, offset) => {
    const sequence = first + offset;
    const name = `${voice.device}:${sequence}`;
    const says = handOver({
      delivery: derivedUuid(`${name}:delivery`),
      member: voice.members[sequence % voice.members.length] as string,
      sequence,
      series: voice.device.slice(0, 8),
      day: at.slice(0, 10),
    });
    const body = JSON.stringify({
      id: derivedUuid(name),
      book: voice.book,
      kind: "delivery.receive",
      version: 1,
      by: voice.agent,
      through: { ...through, sequence },
      says,
    });
    return { body, signature: sign(null, Buffer.from(body, "utf8"), key).toString("base64url") };
  });
}
