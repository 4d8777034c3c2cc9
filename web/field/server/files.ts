/** `PUT` and `GET /field/files/DIGEST`: photographs of a telephone, in pieces, after the acts that name them. */
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { type PieceState, pieceState, takePiece } from "../../../store/field/pieces.ts";
import { bodyBytes } from "../../api/body.ts";
import { type ProblemCode, RequestRefused } from "../../server/problem.ts";
import type { FileAnswer } from "../wire.ts";
import { signedAnswer } from "./answer.ts";
import type { FieldAt } from "./at.ts";
import { askingDevice, type DeviceNow } from "./device.ts";

/** Most bytes of one piece: no file is larger. */
const largestPiece = 100_000;

const statusOf: Readonly<Record<string, ProblemCode>> = {
  "file.too-large": 413,
  "file.device-full": 507,
  "file.book-full": 507,
  "file.type-not-taken": 403,
  "file.digest-differs": 400,
};

/** Takes the next piece of a file, and tells how far it has come. */
export async function putPiece(at: FieldAt): Promise<Response> {
  const bytes = await bodyBytes(at.request, largestPiece);
  if (bytes === null) throw no(refused("file.too-large", { mostBytes: largestPiece }).refusal);
  const { book, now: device } = await askingDevice(at, bytes);
  const [from, size] = [numberIn(at, "at"), numberIn(at, "size")];
  const of = { book, device: device.device, digest: digestIn(at) };
  const { store, now } = at.services.installation;
  const taken = await takePiece(store.connect("app"), of, { at: from, size, bytes }, now());
  if (!taken.ok) throw no(taken.refusal);
  return told(at, of.book, device, of.digest, taken.value);
}

/** Tells how far a file has come. */
export async function fileState(at: FieldAt): Promise<Response> {
  const { book, now: device } = await askingDevice(at, new Uint8Array(0));
  const digest = digestIn(at);
  const state = await pieceState(at.services.installation.store.connect("app"), {
    book,
    device: device.device,
    digest,
  });
  return told(at, book, device, digest, state);
}

const no = (refusal: Refusal): RequestRefused => new RequestRefused(statusOf[refusal.code] ?? 400, refusal);

function told(at: FieldAt, book: string, { device }: DeviceNow, digest: string, state: PieceState): Promise<Response> {
  const moment = new Date(at.services.installation.now()).toISOString();
  const answer: FileAnswer = { form: "ayni-file/1", book, device, at: moment, digest, ...state };
  return signedAnswer(answer, at);
}

function digestIn(at: FieldAt): string {
  const digest = at.parameter("digest");
  if (!/^[0-9a-f]{64}$/.test(digest)) throw no(refused("field.not-a-piece", { field: "digest" }, "digest").refusal);
  return digest;
}

function numberIn({ url }: FieldAt, field: string): number {
  const text = url.searchParams.get(field) ?? "";
  if (!/^\d{1,9}$/.test(text)) throw no(refused("field.not-a-piece", { field }, field).refusal);
  return Number.parseInt(text, 10);
}
