/** Whose voice an act claims, read before the book hears it: a session may speak for its own seat only. */
import type { Sent } from "../../kernel/act/envelope.ts";
import { plainOf } from "../../kernel/act/heard.ts";
import { isUuid } from "../../kernel/ids.ts";
import type { Session } from "../../store/installation/sessions.ts";
import type { Signatures } from "../../store/writer/signatures.ts";

/** What an act's body says of who speaks; null where it cannot be read, which is for the book to say. */
export type Voice = {
  readonly act: string | null;
  readonly by: unknown;
  readonly way: unknown;
  readonly seat: unknown;
  readonly device: string | null;
};

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Reads the voice of an act. Never throws. */
export function voiceOf(sent: Sent): Voice | null {
  const plain = plainOf(sent);
  if (typeof plain === "string") return null; // Unreadable: the book keeps it and says why.
  const body = record(plain.value);
  const through = record(body.through);
  const act = typeof body.id === "string" && isUuid(body.id) ? body.id : null;
  const device = typeof through.device === "string" && isUuid(through.device) ? through.device : null;
  return { act, by: body.by, way: through.way, seat: through.seat, device };
}

/**
 * Whether whoever sent it may speak with this voice. A device's act stands on its signature, whoever carries it; every other
 * way needs the session of that very seat, and its agent as the speaker.
 */
export function isTheirs(voice: Voice, session: Session | null): boolean {
  if (voice.way === "device") return true;
  if (session === null || voice.way === "letter") return false;
  return voice.seat === session.seat && voice.by === session.agent;
}

/** The device that vouches for a request without a session: one that the book enrolled, and that signed one of its acts. */
export async function vouchingDevice(
  devices: Signatures,
  book: string,
  acts: readonly { readonly sent: Sent; readonly voice: Voice | null }[],
): Promise<string | null> {
  for (const { sent, voice } of acts) {
    if (voice?.way !== "device" || voice.device === null || sent.signature === undefined) continue;
    if (await devices.vouches(book, voice.device, sent.body, sent.signature)) return voice.device;
  }
  return null;
}
