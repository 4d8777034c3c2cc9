/** `POST /field/enrol`: a telephone shows a manager's ticket and becomes a device of the book, on that manager's word. */
import { derivedUuid } from "../../../kernel/ids.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { dayInZone } from "../../../kernel/time/index.ts";
import { pointOn } from "../../../rooms/acopio/needs/points.ts";
import { devicesOf, settingsNow } from "../../../rooms/book/needs.ts";
import type { FieldTicket } from "../../../store/field/tickets.ts";
import { needOf } from "../../../store/reader/need.ts";
import { saidBefore } from "../../../store/reader/said.ts";
import { rawPublicKey } from "../../../store/writer/seal.ts";
import { isJson, jsonOf } from "../../api/body.ts";
import { RequestRefused } from "../../server/problem.ts";
import { type EnrolAnswer, type EnrolRequest, enrolRequest } from "../wire.ts";
import { signedAnswer } from "./answer.ts";
import type { FieldAt } from "./at.ts";
import { deviceNow } from "./device.ts";
import { openedBody } from "./opened-body.ts";
import { nextSeries } from "./series.ts";

const HOUR = 3_600;
/** How often another series is tried, when telephones of one point are enrolled at once. */
const mostSeries = 30;

/** Enrols. The same telephone that asks again, because the answer was lost, gets the same answer. */
export async function enrol(at: FieldAt): Promise<Response> {
  // Over plain HTTP anybody on the way could put their own key in the place of the telephone's.
  if (!at.caller.secure && !at.caller.isHere)
    throw no(403, refused("field.insecure", { origin: at.caller.origin }).refusal);
  const asked = await readRequest(at);
  const ticket = await ticketFor(at, asked);
  const taken = ticket.used === null ? await claim(at, ticket, asked) : ticket;
  return signedAnswer(await answerFor(at, taken, asked), at);
}

const no = (status: RequestRefused["status"], refusal: Refusal, retryAfter?: number): RequestRefused =>
  new RequestRefused(status, refusal, retryAfter === undefined ? {} : { retryAfter });

async function readRequest({ request }: FieldAt): Promise<EnrolRequest> {
  if (!isJson(request)) throw no(415, refused("request.not-json-type").refusal);
  const json = jsonOf((await openedBody(request)).opened);
  if ("unreadable" in json) throw no(400, json.unreadable);
  const read = enrolRequest.safeParse(json.value);
  const field = read.error?.issues[0]?.path.map(String).join(".") ?? "";
  if (!read.success) throw no(400, refused("field.not-an-enrolment", { field }, field).refusal);
  return read.data;
}

/** The ticket that was shown, if it still holds for this telephone. Whoever tries tickets is slowed by where they come from. */
async function ticketFor(at: FieldAt, { ticket: shown, publicKey }: EnrolRequest): Promise<FieldTicket> {
  const subjects = [{ kind: "source", of: at.caller.source }] as const;
  const attempt = await at.guessing.attempt(subjects);
  if (!attempt.ok) throw no(429, attempt.refusal, HOUR / 60);
  const ticket = await at.services.installation.tickets.find(shown);
  if (ticket === null) throw no(404, refused("field.ticket-unknown").refusal);
  await at.guessing.forgive(subjects); // A ticket that there is was not guessed, whatever became of it.
  const late = whyNot(ticket, publicKey, at.services.installation.now());
  if (late !== null) throw no(403, late);
  return ticket;
}

function whyNot({ used, revoked, expires }: FieldTicket, key: string, now: number): Refusal | null {
  if (used !== null) return used.key === key ? null : refused("field.ticket-used").refusal;
  if (revoked) return refused("field.ticket-revoked").refusal;
  return expires <= now ? refused("field.ticket-expired").refusal : null;
}

async function claim(at: FieldAt, ticket: FieldTicket, { publicKey }: EnrolRequest): Promise<FieldTicket> {
  const { tickets, now } = at.services.installation;
  const claimed = await tickets.claim(ticket.id, publicKey, await freeSeries(at, ticket, []));
  if (claimed !== null) return claimed;
  const since = await tickets.of(ticket.book, ticket.id); // Somebody was faster by a moment, or took it back.
  const why = since === null ? null : whyNot(since, publicKey, now());
  if (since === null || why !== null) throw no(403, why ?? refused("field.ticket-unknown").refusal);
  return since;
}

/** The next series of the point that no telephone has had; refuses (403) a place that is no collection point any more. */
async function freeSeries(at: FieldAt, { book, place }: FieldTicket, tried: readonly string[]): Promise<string> {
  const { store, now } = at.services.installation;
  const pool = store.connect("app");
  const settings = await needOf(pool, book, settingsNow);
  const today = dayInZone(now(), settings?.zone ?? "UTC");
  const point = await needOf(pool, book, pointOn(place, today));
  if (point === null) throw no(403, refused("point.unknown", { place }).refusal);
  const devices = await needOf(pool, book, devicesOf(place));
  return nextSeries(point.sheet.prefix, new Set([...tried, ...devices.flatMap(({ series }) => series ?? [])]));
}

/**
 * Says the enrolment on the seat of whoever made the ticket, and answers with what the book has then. The act follows from ticket and
 * key alone, so that asking again says the same act again.
 */
async function answerFor(at: FieldAt, ticket: FieldTicket, asked: EnrolRequest): Promise<EnrolAnswer> {
  const device = derivedUuid(`field device|${ticket.id}|${asked.publicKey}`);
  let series = ticket.used?.series ?? "";
  const tried: string[] = [];
  while (tried.length < mostSeries) {
    const because = await sayEnrolment(at, ticket, { device, series, asked });
    const now = await deviceNow(at, ticket.book, device);
    if (now !== null) return enrolled(at, ticket, now);
    if (because !== null && because.code !== "device.series-used") {
      await at.services.installation.tickets.release(ticket.id, asked.publicKey);
      throw no(403, because);
    }
    tried.push(series);
    series = await freeSeries(at, ticket, tried);
    await at.services.installation.tickets.tryOther(ticket.id, asked.publicKey, series);
  }
  throw no(503, refused("field.ticket-busy").refusal, 1);
}

type Enrolment = { readonly device: string; readonly series: string; readonly asked: EnrolRequest };

/** Says it. Gives why the book refused; null when it did not. Throws while another person's signature is waited for. */
async function sayEnrolment(at: FieldAt, ticket: FieldTicket, of: Enrolment): Promise<Refusal | null> {
  const { writers, store } = at.services.installation;
  const { book, place, by, used } = ticket;
  const { device, series, asked } = of;
  const id = derivedUuid(`field enrolment|${ticket.id}|${asked.publicKey}|${series}`);
  const note = asked.machine.trim();
  const body = {
    ...{ id, book, kind: "device.enrol", version: 1, by: by.agent },
    through: { way: "seat", seat: by.seat, at: new Date(used?.at ?? 0).toISOString() },
    says: { device, publicKey: asked.publicKey, place, series, ...(note === "" ? {} : { note }) },
  };
  const before = await saidBefore(store.connect("app"), book, id);
  if (before === null) {
    const [answer] = await writers.take(book, `seat ${by.seat}`, [{ body: JSON.stringify(body) }]);
    if (answer === undefined || "full" in answer) throw no(507, answer?.full ?? refused("intake.full").refusal);
    if (answer.outcome === "refused") return answer.refusals[0] ?? null;
    if (answer.outcome === "kept, not yet understood") return answer.because;
  }
  const until = (await saidBefore(store.connect("app"), book, id))?.until ?? null;
  if (until !== null && (await deviceNow(at, book, device)) === null)
    throw no(409, refused("field.enrol-waits", { until }).refusal);
  return before?.outcome === "refused" ? refused("device.series-used", { series, device }).refusal : null;
}

function enrolled(
  at: FieldAt,
  { book, used }: FieldTicket,
  device: NonNullable<Awaited<ReturnType<typeof deviceNow>>>,
) {
  const answer: EnrolAnswer = {
    form: "ayni-enrolled/1",
    book,
    device: device.device,
    place: device.place ?? "",
    series: device.series ?? "",
    bookKey: rawPublicKey(at.services.installation.privateKey),
    at: new Date(used?.at ?? 0).toISOString(),
  };
  return answer;
}
