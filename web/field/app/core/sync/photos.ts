/** Photographs, after acts: in pieces, so that a signal of a minute is not lost. The server says how much it holds. */
import { fileAnswer } from "../../../wire.ts";
import type { KeptPhoto } from "../kept.ts";
import { put } from "../storage/storage.ts";
import type { Telephone } from "../telephone.ts";
import { ask, believed, isProblem } from "./asking.ts";
import { Trouble } from "./trouble.ts";

/** Bytes of one piece: two seconds at 256 kbit/s. */
export const pieceSize = 65_536;

/** Sends what is left of every photograph, the oldest first by its digest. */
export async function sendPhotos(telephone: Telephone): Promise<void> {
  const { storage } = telephone.effects;
  for (const digest of await storage.keys("photos")) {
    let photo = ((await storage.read("photos", digest)) as KeptPhoto | undefined) ?? null;
    while (photo !== null && !photo.done) photo = await sendPiece(telephone, photo);
  }
}

/** One piece. Null: the server will not have it now; the others, and acts before all, do not wait for it. */
async function sendPiece(telephone: Telephone, photo: KeptPhoto): Promise<KeptPhoto | null> {
  const body = photo.bytes.slice(photo.sent, photo.sent + pieceSize);
  const path = `/field/files/${photo.digest}?book=${telephone.enrolled.book}&at=${photo.sent}&size=${photo.bytes.length}`;
  const headers = { "Content-Type": "application/octet-stream" };
  const came = await ask(telephone, { method: "PUT", path, headers, body }, "by the device");
  if (isProblem(came) && came.status < 500) return startAnew(telephone, photo);
  const answer = await believed(telephone, came, fileAnswer);
  if (!answer.complete && answer.have === photo.sent) throw new Trouble("server"); // It takes no more of it now.
  const next = { ...photo, sent: Math.min(answer.have, photo.bytes.length), done: answer.complete };
  await telephone.effects.storage.commit([put("photos", photo.digest, next.done ? withoutBytes(next) : next)]);
  return next;
}

/** What has arrived needs no room here any more. */
const withoutBytes = (photo: KeptPhoto): KeptPhoto => ({ ...photo, bytes: new Uint8Array() });

/** Bytes may have been broken on the way: the next try begins with the first piece. */
async function startAnew(telephone: Telephone, photo: KeptPhoto): Promise<null> {
  if (photo.sent > 0) await telephone.effects.storage.commit([put("photos", photo.digest, { ...photo, sent: 0 })]);
  return null;
}
