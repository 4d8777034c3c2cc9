/**
 * Sending what waits, in order, in batches. An act has arrived when a signed answer names its id, and not before; whatever else comes
 * back leaves it where it is, and sending it again does no harm.
 */
import { type PushAnswer, type PushRequest, pushAnswer } from "../../../wire.ts";
import { utf8 } from "../bytes.ts";
import type { KeptEntry, KeptItem } from "../kept.ts";
import { changeActs } from "../outbox/changing.ts";
import { answered, isWaiting, sentOf } from "../outbox/item.ts";
import { put } from "../storage/storage.ts";
import type { Telephone } from "../telephone.ts";
import { ask, believed } from "./asking.ts";
import { noteHeard } from "./heard.ts";

/** Most acts of one request, and most seals that are sent again without their acts. */
export const batch = 200;

/** Sends everything that waits. Gives how many acts arrived; throws the trouble that stopped it. */
export async function push(telephone: Telephone): Promise<number> {
  let arrived = 0;
  let after = 0;
  for (;;) {
    const acts = telephone.items.filter((one) => isWaiting(one) && one.sequence > after).slice(0, batch);
    if (acts.length === 0) break;
    const wholes = await telephone.wholes(acts);
    arrived += await pushBatch(telephone, wholes, wholes);
    after = (acts.at(-1) as KeptEntry).sequence; // What was answered "not kept" waits for the next try; those after it do not wait for it.
  }
  return arrived;
}

/**
 * Tells the book how this telephone fares, without any act, and sends seals again whose acts arrived without them. Those of acts that
 * the book has not understood yet stay with their acts.
 */
export const report = async (telephone: Telephone): Promise<number> =>
  pushBatch(telephone, [], await telephone.wholes(telephone.items.filter(isUnsealed).slice(-batch)));

const isUnsealed = (one: KeptEntry): boolean => one.seals !== null && !one.sealed && one.position !== null;

/** Whether the seal of an act that the book has is still here. */
export const hasUnsealed = ({ items }: Telephone): boolean => items.some(isUnsealed);

async function pushBatch(
  telephone: Telephone,
  acts: readonly KeptItem[],
  sealing: readonly KeptItem[],
): Promise<number> {
  const { effects, enrolled, counters } = telephone;
  const request: PushRequest = {
    form: "ayni-push/1",
    book: enrolled.book,
    device: enrolled.device,
    report: {
      clock: telephone.now(),
      unsent: telephone.waiting().length - acts.length, // What is still here once these have arrived.
      next: counters.next,
      app: effects.app,
      persisted: effects.persisted() ?? false,
    },
    acts: acts.map(sentOf),
    seals: sealing.flatMap(({ seal, sealed }) => (seal === null || sealed ? [] : [seal])),
  };
  const plain = utf8(JSON.stringify(request));
  const packed = await effects.gzip(plain);
  const headers = { "Content-Type": "application/json", ...(packed === null ? {} : { "Content-Encoding": "gzip" }) };
  const asked = { method: "POST", path: "/field/acts", headers, body: packed ?? plain } as const;
  const came = await ask(telephone, asked, acts.length > 0 ? "by its acts" : "by the device");
  return take(telephone, acts, await believed(telephone, came, pushAnswer));
}

/** Keeps what the book said of each act, in one stroke with what it told of this device. */
async function take(telephone: Telephone, acts: readonly KeptItem[], answer: PushAnswer): Promise<number> {
  // By its id and nothing else: an old answer that somebody plays again has as many places, and speaks of other acts.
  const answers = new Map(answer.answers.flatMap((one) => (one.act === null ? [] : [[one.act, one] as const])));
  const sealed = new Set(answer.sealed);
  const changed = telephone.items.flatMap((item) => afterAnswer(item, answers.get(item.act), sealed, answer.at) ?? []);
  const heard = noteHeard(telephone, answer.at, answer.revoked);
  await changeActs(telephone, { changed, also: [put("meta", "heard", heard)] });
  telephone.heard = heard;
  const bySequence = new Map(changed.map((item) => [item.sequence, item]));
  telephone.told("acts");
  return acts.filter((item) => answers.has(item.act) && !isWaiting(bySequence.get(item.sequence) ?? item)).length;
}

/** The item as it is now; null when nothing of it has changed. */
function afterAnswer(
  item: KeptEntry,
  answer: Readonly<Record<string, unknown>> | undefined,
  sealed: ReadonlySet<string>,
  at: string,
): KeptEntry | null {
  const isSealed = item.sealed || (item.seals !== null && sealed.has(item.seals));
  const told = answer === undefined ? null : answered(item, answer);
  if (told === null && isSealed === item.sealed) return null;
  const had = item.had ?? (told === null ? undefined : at);
  return { ...item, ...told, sealed: isSealed, ...(had === undefined ? {} : { had }) };
}
