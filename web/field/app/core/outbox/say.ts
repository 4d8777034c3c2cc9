/**
 * Saying an act: built, folded on trial, signed, and then kept in one stroke with its sequence, the receipt's serial and the end of its
 * draft. Whatever happens in between, there is either no act or a whole one, and no sequence is used twice or left out.
 */
import type { Paper } from "../../../../../kernel/act/follows.ts";
import type { PaperSeal } from "../../../wire.ts";
import type { NotSaid, SaidHere } from "../../ports.ts";
import type { FoldedHere } from "../book/overlay.ts";
import { utf8 } from "../bytes.ts";
import type { Counters, KeptItem } from "../kept.ts";
import type { DeviceKey } from "../keys/device-key.ts";
import { type Change, drop, put, StorageAway, StorageFull } from "../storage/storage.ts";
import type { Telephone } from "../telephone.ts";
import { bodyText, tried } from "./body.ts";
import { newId, receiptNumber } from "./naming.ts";
import { sealOf } from "./seal.ts";

/** How an act is said. */
export type How = { readonly act?: string; readonly draft?: string; readonly receipt?: boolean };

/** Says an act while no other tab or worker writes. Saying the same act again gives what was said. */
export async function say(telephone: Telephone, kind: string, says: unknown, how: How): Promise<SaidHere | NotSaid> {
  const writing = `ayni-field-write-${telephone.enrolled.book}`;
  const said = await telephone.effects.alone(writing, () => sayAlone(telephone, kind, says, how));
  const result = said ?? { notSaid: "other-writer" };
  ails(telephone, "otherWriter", said === null);
  ails(telephone, "storageFull", "notSaid" in result && result.notSaid === "storage-full");
  return result;
}

/** What began or ended to be wrong is told at once: nothing else may change before somebody stands there with a sack. */
function ails(telephone: Telephone, ill: keyof Telephone["ailing"], now: boolean): void {
  const before = telephone.ailing[ill];
  telephone.ailing[ill] = now;
  if (before !== now) telephone.changed();
}

/** How often another tab may be quicker where there are no locks, before this one gives up. */
const mostRounds = 50;

async function sayAlone(telephone: Telephone, kind: string, says: unknown, how: How): Promise<SaidHere | NotSaid> {
  try {
    for (let round = 0; round < mostRounds; round += 1) {
      await catchUpIfBehind(telephone);
      const before = how.act === undefined ? undefined : telephone.items.findLast((one) => one.act === how.act);
      const [whole] = before === undefined ? [] : await telephone.wholes([before]);
      if (whole !== undefined) return { item: whole, folded: null };
      const made = await make(telephone, kind, says, how);
      if ("notSaid" in made) return made;
      const said = await keep(telephone, made, how);
      if (said !== null) return said;
    }
    return { notSaid: "other-writer" };
  } catch (error) {
    if (error instanceof StorageFull) return { notSaid: "storage-full" };
    if (error instanceof StorageAway) return { notSaid: "storage-away" };
    throw error;
  }
}

/** Another tab or the worker may have written since this one looked. */
async function catchUpIfBehind(telephone: Telephone): Promise<void> {
  const kept = (await telephone.effects.storage.read("meta", "counters")) as Counters | undefined;
  if (kept === undefined) throw new StorageAway("emptied while the app was open");
  if (kept.next !== telephone.counters.next) await telephone.catchUp();
}

type Made = { readonly item: KeptItem; readonly counters: Counters };

async function make(telephone: Telephone, kind: string, says: unknown, how: How): Promise<Made | NotSaid> {
  const { key, clerk, counters } = telephone;
  if (key === null) return { notSaid: "key-missing" };
  if (clerk === null || !key.isOpen()) return { notSaid: "locked" };
  const act = how.act ?? newId(telephone);
  const at = telephone.now();
  const whole = how.receipt === true ? withReceipt(telephone, act, says) : says;
  const text = bodyText(telephone, { act, kind, says: whole, by: clerk, at });
  const trial = text === null ? null : tried(telephone, text, at);
  if (text === null || trial === null || isUnreadable(trial)) return { notSaid: "unreadable" };
  const papers = "folded" in trial ? trial.folded.follows.papers : [];
  const seal = how.receipt === true ? await sealed(key, papers) : null;
  const signature = await key.sign(utf8(text)).catch(() => null);
  if (signature === null) return { notSaid: key.isOpen() ? "key-missing" : "locked" };
  const item: KeptItem = {
    ...{ sequence: counters.next, act, kind, text, signature, at, seal },
    paper: papers[0]?.content ?? null,
    ...{ state: "waiting", answer: null, position: null, sealed: false },
  };
  const receipt = how.receipt === true ? counters.receipt + 1 : counters.receipt;
  return { item, counters: { next: counters.next + 1, receipt } };
}

/** What was said does not fit its declaration: a mistake of a screen, which no book could ever read. */
const isUnreadable = (trial: FoldedHere): boolean => "kept" in trial && trial.kept.code.startsWith("act.");

/** The paper that a hand-over printed, sealed by this device. */
async function sealed(key: DeviceKey, papers: readonly Paper[]): Promise<PaperSeal | null> {
  const paper = papers.find((one) => one.kind === "receipt-printed");
  return paper === undefined ? null : sealOf(paper, key).catch(() => null); // Without its square a receipt is a receipt all the same.
}

/** The number is taken from the same counters that the stroke expects: no other act can have it. */
function withReceipt({ enrolled, counters }: Telephone, act: string, says: unknown): object {
  const receipt = receiptNumber(enrolled.series, counters.receipt);
  return { delivery: act, ...(says as object), receipt };
}

/** The one stroke. Null: another tab was quicker, and all is made anew. */
async function keep(telephone: Telephone, { item, counters }: Made, how: How): Promise<SaidHere | null> {
  const changes: Change[] = [put("outbox", item.sequence, item), put("meta", "counters", counters)];
  if (how.draft !== undefined) changes.push(drop("drafts", how.draft));
  const expected = [{ store: "meta", key: "counters", value: telephone.counters }] as const;
  const kept = await telephone.effects.storage
    .commit(changes, expected)
    .catch((error: unknown) => stood(telephone, item, error));
  if (!kept) {
    await telephone.catchUp();
    return null;
  }
  telephone.counters = counters;
  if (how.draft !== undefined) telephone.drafts = new Map([...telephone.drafts].filter(([id]) => id !== how.draft));
  const laid = telephone.add(item);
  telephone.told("said");
  return { item, folded: "folded" in laid ? laid.folded : null };
}

/** The connection broke in mid-stroke: what the storage holds now tells whether the act was said. Else the failure stays one. */
async function stood({ effects }: Telephone, item: KeptItem, error: unknown): Promise<boolean> {
  if (!(error instanceof StorageAway)) throw error;
  const found = (await effects.storage.read("outbox", item.sequence)) as KeptItem | undefined;
  if (found?.text === item.text) return true;
  throw error;
}
