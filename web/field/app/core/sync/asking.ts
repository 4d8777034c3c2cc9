/**
 * Asking the server, and believing only what the book signed. An error page, a captive portal, half an answer, another key: all of
 * them are a named trouble and nothing else.
 */
import type * as z from "zod/mini";
import { hexText } from "../../../../../kernel/hash.ts";
import { challengeHeader, deviceHeader, requestText, signedAnswer } from "../../../wire.ts";
import { utf8, utf8Text } from "../bytes.ts";
import type { Asked, Came } from "../effects.ts";
import { KeyLocked } from "../keys/device-key.ts";
import type { Telephone } from "../telephone.ts";
import { Trouble } from "./trouble.ts";

/** The newest challenge that the server gave to each telephone: of memory only, since it holds for minutes. */
const challenges = new WeakMap<Telephone, string>();

/** Whether a request is vouched for by acts in it, or must carry the device's own signature. */
export type Vouching = "by its acts" | "by the device";

/** Sends a request; a challenge that is missing or over is asked for once. */
export async function ask(telephone: Telephone, asked: Asked, vouching: Vouching): Promise<Came> {
  const came = await sent(telephone, vouching === "by the device" ? await vouched(telephone, asked) : asked);
  if (came.status !== 401 || vouching === "by its acts" || !challenges.has(telephone)) return came;
  return sent(telephone, await vouched(telephone, asked));
}

async function sent(telephone: Telephone, asked: Asked): Promise<Came> {
  const came = await telephone.effects.network(asked).catch((error: unknown) => {
    throw error instanceof Trouble ? error : new Trouble("no-answer");
  });
  const challenge = came.header(challengeHeader);
  if (challenge === null) {
    if (came.status === 401) challenges.delete(telephone);
  } else challenges.set(telephone, challenge);
  return came;
}

/** The request with the device's signature over a challenge. Without a challenge it goes as it is: the server answers with one. */
async function vouched(telephone: Telephone, asked: Asked): Promise<Asked> {
  const { effects, enrolled, key } = telephone;
  const challenge = challenges.get(telephone);
  if (challenge === undefined) return { ...asked, headers: { ...asked.headers, [deviceHeader]: enrolled.device } };
  if (key === null) throw new KeyLocked();
  const digest = hexText(await effects.sha256(asked.body ?? new Uint8Array()));
  const signature = await key.sign(utf8(requestText(asked.method, asked.path, challenge, digest)));
  return { ...asked, headers: { ...asked.headers, [deviceHeader]: `${enrolled.device} ${challenge} ${signature}` } };
}

/** Reads a signed answer of a form; throws the trouble that it is when it cannot be trusted. */
export async function believed<Schema extends z.ZodMiniType>(
  telephone: Telephone,
  came: Came,
  form: Schema,
): Promise<z.infer<Schema>> {
  const signed = signedAnswer.safeParse(jsonOf(came.bytes));
  if (!signed.success) throw new Trouble(came.status >= 500 || isProblem(came) ? "server" : "not-the-book");
  const { answer, signature } = signed.data;
  const holds = await telephone.effects.verify(telephone.enrolled.bookKey, utf8(answer), signature);
  if (!holds) throw new Trouble("not-the-book");
  const read = form.safeParse(jsonText(answer));
  if (!read.success) throw new Trouble("server"); // Signed by the book, and of a form this telephone does not know.
  const { book, device } = read.data as { readonly book?: unknown; readonly device?: unknown };
  if (book !== telephone.enrolled.book || device !== telephone.enrolled.device) throw new Trouble("not-the-book");
  return read.data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8Text(bytes));
  } catch {
    return null; // A page of a captive portal, half an answer.
  }
}

/** A problem as servers tell it. Nothing is believed of it but that a server of ours may be there. */
export const isProblem = ({ status, bytes }: Came): boolean =>
  status >= 400 && typeof (jsonOf(bytes) as { readonly code?: unknown } | null)?.code === "string";

function jsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
