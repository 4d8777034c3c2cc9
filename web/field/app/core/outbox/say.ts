/**
 * Saying an act: built, folded on trial, signed, and then kept in one stroke with its sequence, the receipt's serial and the end of its
 * draft. Whatever happens in between, there is either no act or a whole one, and no sequence is used twice or left out.
 */
import { uuidv7 } from "../../../../../kernel/ids.ts";
import { dayInZone } from "../../../../../kernel/time/index.ts";
import type { PaperSeal } from "../../../wire.ts";
import type { NotSaid, OutboxItem, SaidHere } from "../../ports.ts";
import { layOwn, ownPosition } from "../book/overlay.ts";
import { reliedOn } from "../book/relied.ts";
import { fieldTools } from "../book/vocabulary.ts";
import { utf8 } from "../bytes.ts";
import type { Counters, KeptItem } from "../kept.ts";
import { type Change, drop, put, StorageFull } from "../storage/storage.ts";
import type { Telephone } from "../telephone.ts";
import { sealOf } from "./seal.ts";

/** How an act is said. */
export type How = { readonly act?: string; readonly draft?: string; readonly receipt?: boolean };

/** The number of a receipt: series and six digits. */
export const receiptNumber = (series: string, serial: number): string =>
  `${series}-${serial.toString().padStart(6, "0")}`;

/** A new id, by this telephone's clock. */
export const newId = ({ effects }: Telephone): string => {
  const latest = 2 ** 48 - 1;
  return uuidv7(Math.min(latest, Math.max(0, Math.trunc(effects.clock()))), effects.chance(10));
};

/** Says an act while no other tab or worker writes. Saying the same act again gives what was said. */
export async function say(telephone: Telephone, kind: string, says: unknown, how: How): Promise<SaidHere | NotSaid> {
  const writing = `ayni-field-write-${telephone.enrolled.book}`;
  const said = await telephone.effects.alone(writing, () => sayAlone(telephone, kind, says, how));
  telephone.ailing.otherWriter = said === null;
  const result = said ?? { notSaid: "other-writer" };
  if ("notSaid" in result) telephone.ailing.storageFull = result.notSaid === "storage-full";
  return result;
}

async function sayAlone(telephone: Telephone, kind: string, says: unknown, how: How): Promise<SaidHere | NotSaid> {
  try {
    for (;;) {
      await catchUpIfBehind(telephone);
      const before = how.act === undefined ? undefined : telephone.items.find((one) => one.act === how.act);
      if (before !== undefined) return { item: before, folded: null };
      const made = await make(telephone, kind, says, how);
      if ("notSaid" in made) return made;
      const said = await keep(telephone, made, how);
      if (said !== null) return said;
    }
  } catch (error) {
    return { notSaid: error instanceof StorageFull ? "storage-full" : "storage-away" };
  }
}

/** Another tab or the worker may have written since this one looked. */
async function catchUpIfBehind(telephone: Telephone): Promise<void> {
  const kept = (await telephone.effects.storage.read("meta", "counters")) as Counters | undefined;
  if (kept !== undefined && kept.next !== telephone.counters.next) await telephone.catchUp();
}

type Made = { readonly item: KeptItem; readonly counters: Counters };

async function make(telephone: Telephone, kind: string, says: unknown, how: How): Promise<Made | NotSaid> {
  const { key, clerk, counters, enrolled } = telephone;
  if (key === null) return { notSaid: "key-missing" };
  if (clerk === null || !key.isOpen()) return { notSaid: "locked" };
  const version = fieldTools.vocabulary.newest(kind);
  if (version === null) return { notSaid: "unreadable" };
  const act = how.act ?? newId(telephone);
  const at = telephone.now();
  const whole = how.receipt === true ? withReceipt(telephone, act, says) : says;
  const through = { way: "device", device: enrolled.device, sequence: counters.next, at } as const;
  const relied = reliedBy(telephone, kind, whole, { act, at, by: clerk, through });
  const said = { id: act, book: enrolled.book, kind, version, by: clerk, through, relied, says: whole };
  const text = JSON.stringify(said);
  const trial = tried(telephone, text, at);
  if ("kept" in trial && trial.kept.code.startsWith("act.")) return { notSaid: "unreadable" };
  const papers = "folded" in trial ? trial.folded.follows.papers : [];
  const seal = how.receipt === true ? await sealedPaper(telephone, papers) : null;
  const signature = await key.sign(utf8(text));
  const item: KeptItem = {
    ...{ sequence: counters.next, act, kind, text, signature, at, seal },
    ...{ state: "waiting", answer: null, position: null, sealed: false },
  };
  const receipt = how.receipt === true ? counters.receipt + 1 : counters.receipt;
  return { item, counters: { next: counters.next + 1, receipt } };
}

/** The number is taken from the same counters that the stroke expects: no other act can have it. */
function withReceipt({ enrolled, counters }: Telephone, act: string, says: unknown): object {
  const receipt = receiptNumber(enrolled.series, counters.receipt);
  return { delivery: act, ...(says as object), receipt };
}

/** What would follow, on the page as it is; nothing stays. */
function tried(telephone: Telephone, text: string, at: string) {
  const { page } = telephone.known;
  const mark = page.mark();
  const laid = layOwn(page, text, telephone.enrolled.book, at, telephone.counters.next);
  page.backTo(mark);
  return laid;
}

type Spoken = { readonly act: string; readonly at: string; readonly by: string; readonly through: never | object };

function reliedBy(telephone: Telephone, kind: string, says: unknown, { act, at, by, through }: Spoken) {
  const { enrolled, known, cursor, counters } = telephone;
  if (cursor.fetched === null) return undefined;
  const settings = telephone.settings();
  const context = {
    ...{ book: enrolled.book, settings, act, by, received: at, closedUntil: null },
    ...{ position: ownPosition(counters.next), today: dayInZone(Date.parse(at), settings?.zone ?? "UTC") },
    through: through as never,
  };
  try {
    return reliedOn(known.page, kind, says, context, cursor.fetched);
  } catch {
    return undefined; // Needs of something that cannot be read: the act says so itself when it is folded.
  }
}

/** The paper that a hand-over printed, sealed by this device. */
async function sealedPaper(
  telephone: Telephone,
  papers: readonly { kind: string; about: string; content: string }[],
): Promise<PaperSeal | null> {
  const paper = papers.find((one) => one.kind === "receipt-printed");
  return paper === undefined || telephone.key === null ? null : sealOf(paper, telephone.key);
}

/** The one stroke. Null: another tab was quicker, and all is made anew. */
async function keep(telephone: Telephone, { item, counters }: Made, how: How): Promise<SaidHere | null> {
  const changes: Change[] = [put("outbox", item.sequence, item), put("meta", "counters", counters)];
  if (how.draft !== undefined) changes.push(drop("drafts", how.draft));
  const expected = [{ store: "meta", key: "counters", value: telephone.counters }] as const;
  if (!(await telephone.effects.storage.commit(changes, expected))) {
    await telephone.catchUp();
    return null;
  }
  telephone.counters = counters;
  telephone.items = [...telephone.items, item];
  if (how.draft !== undefined) telephone.drafts = new Map([...telephone.drafts].filter(([id]) => id !== how.draft));
  const laid = telephone.lay(item);
  telephone.told("acts");
  return { item: item as OutboxItem, folded: "folded" in laid ? laid.folded : null };
}
