/** Which device speaks: by a signature over a challenge of ours, when no act of its own vouches for it. */
import type { Row } from "../../../kernel/act/record.ts";
import { newest } from "../../../kernel/act/record.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { deviceVersions } from "../../../rooms/book/needs.ts";
import type { device } from "../../../rooms/book/records.ts";
import { needOf } from "../../../store/reader/need.ts";
import { sha256OfBytes } from "../../../store/writer/history-rows.ts";
import { RequestRefused } from "../../server/problem.ts";
import { deviceHeader, requestText } from "../wire.ts";
import type { FieldAt } from "./at.ts";

/** A device as the book has it now. */
export type DeviceNow = Row<typeof device>;

/** The device of a book; null when the book never enrolled it. */
export const deviceNow = async ({ services }: Pick<FieldAt, "services">, book: string, id: string) =>
  newest(await needOf(services.installation.store.connect("app"), book, deviceVersions(id)));

/** Whether the request's own header shows that this device sent it, with these bytes. */
export async function isProven(at: FieldAt, book: string, device: string, body: Uint8Array): Promise<boolean> {
  const [named, challenge = "", signature = ""] = headerOf(at);
  if (named !== device || !at.challenges.holds(device, challenge) || signature.length !== 86) return false;
  const { method } = at.request;
  const text = requestText(method, `${at.url.pathname}${at.url.search}`, challenge, sha256OfBytes(body));
  return at.services.installation.devices.vouches(book, device, text, signature);
}

const headerOf = ({ request }: FieldAt): readonly string[] =>
  (request.headers.get(deviceHeader) ?? "").trim().split(/\s+/);

/**
 * The device that a request without acts is from, in the book that its address names. Refuses (401) one that does not show who it is,
 * and tells apart one that the book does not know: a book that was restored to before its enrolment.
 */
export async function askingDevice(
  at: FieldAt,
  body: Uint8Array,
): Promise<{ readonly book: string; readonly now: DeviceNow }> {
  const book = at.url.searchParams.get("book") ?? "";
  const [device = ""] = headerOf(at);
  if (!isUuid(book) || !isUuid(device)) throw unproven(refused("field.device-unproven").refusal);
  at.meet(device);
  const now = await deviceNow(at, book, device);
  if (now === null) throw unproven(refused("field.device-unknown").refusal);
  if (!(await isProven(at, book, device, body))) throw unproven(refused("field.device-unproven").refusal);
  return { book, now };
}

/** The answer to a sender that does not show which device it is. */
export const unproven = (refusal: Refusal): RequestRefused => new RequestRefused(401, refusal);
