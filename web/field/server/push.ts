/**
 * `POST /field/acts`: what a telephone said without network, in its order. Each act is answered by itself once it is durable; one that
 * cannot be read, or that our own code breaks on, does no harm to the others.
 */
import * as z from "zod/mini";
import { type Sent, sent as sentSchema } from "../../../kernel/act/envelope.ts";
import { plainOf } from "../../../kernel/act/heard.ts";
import { refused } from "../../../kernel/refusal.ts";
import { noteHeard } from "../../../store/field/heard.ts";
import { keepSeals } from "../../../store/field/seals.ts";
import { outcomesOf } from "../../../store/reader/said.ts";
import { BookUnknown } from "../../../store/writer/transaction.ts";
import { type ActAnswer, answersTo } from "../../api/acts.ts";
import { isJson, jsonOf } from "../../api/body.ts";
import { voiceOf } from "../../api/voice.ts";
import { RequestRefused } from "../../server/problem.ts";
import { type PushAnswer, pushRequest } from "../wire.ts";
import { signedAnswer } from "./answer.ts";
import type { FieldAt } from "./at.ts";
import { deviceNow, isProven, unproven } from "./device.ts";
import { openedBody } from "./opened-body.ts";
import { receiptSealHolds } from "./receipt-seal.ts";

/** Most acts of one request. */
const mostActs = 200;

/** The request, each act still as it came: one that is none must not take the others with it. */
const pushed = z.object({ ...pushRequest.shape, acts: z.array(z.unknown()) });
type Pushed = z.infer<typeof pushed>;

/** Takes a push. */
export async function takePush(at: FieldAt): Promise<Response> {
  if (!isJson(at.request)) throw new RequestRefused(415, refused("request.not-json-type").refusal);
  const { sent, opened } = await openedBody(at.request);
  const asked = readPush(opened);
  at.meet(asked.device);
  try {
    await vouched(at, asked, sent);
    return signedAnswer(await answerFor(at, asked), at);
  } catch (error) {
    if (error instanceof BookUnknown) throw new RequestRefused(404, refused("book.unknown").refusal);
    throw error;
  }
}

function readPush(opened: Uint8Array): Pushed {
  const json = jsonOf(opened);
  if ("unreadable" in json) throw new RequestRefused(400, json.unreadable);
  const read = pushed.safeParse(json.value);
  const field = read.error?.issues[0]?.path.map(String).join(".") ?? "";
  if (!read.success) throw new RequestRefused(400, refused("field.not-a-push", { field }, field).refusal);
  if (read.data.acts.length > mostActs)
    throw new RequestRefused(413, refused("request.too-many-acts", { mostActs }).refusal);
  return read.data;
}

/** At least one act that this device signed, or its signature over the request, lets it in. Refuses (401) whoever shows neither. */
async function vouched(at: FieldAt, { book, device, acts }: Pushed, body: Uint8Array): Promise<void> {
  const { devices } = at.services.installation;
  if (await isProven(at, book, device, body)) return;
  for (const one of acts) {
    const read = sentSchema.safeParse(one);
    const signature = read.data?.signature;
    if (!read.success || signature === undefined || voiceOf(read.data)?.device !== device) continue;
    if (await devices.vouches(book, device, read.data.body, signature)) return;
  }
  const known = (await deviceNow(at, book, device)) !== null;
  throw unproven(refused(known ? "field.device-unproven" : "field.device-unknown").refusal);
}

async function answerFor(at: FieldAt, { book, device, report, acts, seals }: Pushed): Promise<PushAnswer> {
  const { store, now } = at.services.installation;
  const pool = store.connect("app");
  const source = `device ${device}`;
  const taken = await takeAll(at, book, source, acts);
  const answers = await withFirst(at, book, taken);
  const moment = new Date(now()).toISOString();
  await noteHeard(pool, { book, device, at: moment, report, acts: actsOf(device, acts, answers) });
  const sealed = await keepSeals(pool, book, device, seals, receiptSealHolds);
  const revoked = (await deviceNow(at, book, device))?.state === "revoked";
  return { form: "ayni-pushed/1", book, device, at: moment, answers: [...answers], sealed: [...sealed], revoked };
}

/** Says what can be read; keeps as bytes what is no act at all. Answers stand in the order sent. */
export async function takeAll(
  at: Pick<FieldAt, "services">,
  book: string,
  source: string,
  acts: readonly unknown[],
): Promise<readonly ActAnswer[]> {
  const read = acts.map((one) => sentSchema.safeParse(one));
  const spoken = read.flatMap(({ data }) => (data === undefined ? [] : [{ sent: data, voice: voiceOf(data) }]));
  const said = await answersTo(book, source, spoken, null, at.services);
  const named = said.map((one, place) => (one.act === null ? { ...one, act: spoken[place]?.voice?.act ?? null } : one));
  const answers: ActAnswer[] = [];
  let next = 0;
  for (const [place, { success }] of read.entries()) {
    answers.push(success ? (named[next] as ActAnswer) : await keepNoAct(at, book, source, acts[place]));
    if (success) next += 1;
  }
  return answers;
}

async function keepNoAct({ services }: Pick<FieldAt, "services">, book: string, source: string, one: unknown) {
  const bytes = new TextEncoder().encode(JSON.stringify(one));
  const because = refused("act.unreadable").refusal;
  const kept = await services.installation.writers.keep(book, source, bytes, because);
  const { body } = (one ?? {}) as { readonly body?: unknown };
  const act = typeof body === "string" ? (voiceOf({ body })?.act ?? null) : null;
  return "full" in kept ? { act, outcome: "not kept" as const, because: kept.full } : ({ ...kept, act } as ActAnswer);
}

/** What is known already ended somehow when it was first said, and the telephone that missed that answer is told now. */
export async function withFirst(
  { services }: Pick<FieldAt, "services">,
  book: string,
  answers: readonly ActAnswer[],
): Promise<readonly ActAnswer[]> {
  const known = answers.flatMap((one) => (one.outcome === "known already" ? [one.act] : []));
  const ended = await outcomesOf(services.installation.store.connect("app"), book, known);
  return answers.map((one) => {
    const before = one.outcome === "known already" ? ended.get(one.act) : undefined;
    if (before === undefined) return one;
    const { outcome: first, ...told } = before;
    return { ...told, ...one, first };
  });
}

/** The acts of this device whose bytes are here now, with their places in its own order. */
export function actsOf(device: string, acts: readonly unknown[], answers: readonly ActAnswer[]) {
  return acts.flatMap((one, at) => {
    const read = sentSchema.safeParse(one);
    const answer = answers[at];
    if (!read.success || answer === undefined || answer.outcome === "not kept") return [];
    const sequence = sequenceOf(read.data, device);
    const { act } = answer;
    return sequence === null || act === null ? [] : [{ sequence, act, text: read.data.body }];
  });
}

function sequenceOf(sent: Sent, device: string): number | null {
  const plain = plainOf(sent);
  if (typeof plain === "string") return null;
  const through = (
    plain.value as { readonly through?: { readonly device?: unknown; readonly sequence?: unknown } } | null
  )?.through;
  return through?.device === device && typeof through.sequence === "number" && Number.isSafeInteger(through.sequence)
    ? through.sequence
    : null;
}
