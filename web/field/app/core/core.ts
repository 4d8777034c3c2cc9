/** The core of a telephone, as the screens know it. */

import type { Tools } from "../../../../kernel/act/fold.ts";
import type { Need } from "../../../../kernel/act/need.ts";
import { hexText } from "../../../../kernel/hash.ts";
import { holderOfCard } from "../../../../rooms/people/needs.ts";
import { cardIn } from "../../../../rooms/people/rules/cards.ts";
import type { FieldCore, Health, NotSaid } from "../ports.ts";
import { plotsOf } from "./book/people.ts";
import { fieldTools } from "./book/vocabulary.ts";
import { addClerk, candidatesOf, clerkNow, clerksOf, lock, unlock, waitOf } from "./clerks.ts";
import { dropDraft, writeDraft } from "./drafts.ts";
import type { Effects, Told } from "./effects.ts";
import { type Keeping, usualKeeping } from "./keeping.ts";
import type { KeptPhoto } from "./kept.ts";
import { bookKeyId } from "./keys/book-key.ts";
import { keptIn } from "./opening.ts";
import { unsentLines } from "./outbox/export.ts";
import { newId, receiptNumber } from "./outbox/naming.ts";
import { preview } from "./outbox/preview.ts";
import { say } from "./outbox/say.ts";
import { put, StorageFull } from "./storage/storage.ts";
import { syncOnce, syncState } from "./sync/engine.ts";
import { Telephone } from "./telephone.ts";

/** Opens the telephone that is kept in a storage; null while it is nobody's device. */
export async function openCore(
  effects: Effects,
  tools: Tools = fieldTools,
  keeping: Keeping = usualKeeping,
): Promise<FieldCore | null> {
  const kept = await keptIn(effects.storage, effects.app);
  if (kept === null) return null;
  const telephone = new Telephone(effects, kept, tools, keeping);
  effects.listen((told) => void hear(telephone, told));
  telephone.keepBehind();
  return coreOf(telephone);
}

/** Another tab or the worker changed something. */
async function hear(telephone: Telephone, told: Told): Promise<void> {
  await (told === "drafts" || told === "clerks" ? telephone.catchUpSmall() : telephone.catchUp()).catch(() => {});
  telephone.changed();
}

/** The core over one tab's telephone. */
export function coreOf(telephone: Telephone): FieldCore {
  const { enrolled } = telephone;
  return {
    ...{
      book: enrolled.book,
      device: enrolled.device,
      place: enrolled.place,
      series: enrolled.series,
      bookKeyId: bookKeyId(enrolled.bookKey),
    },
    settings: () => telephone.settings(),
    now: () => telephone.now(),
    today: () => telephone.today(),
    knownOn: () => telephone.cursor.laid.fetched,
    ask: (need) => asked(telephone, need),

    clerks: () => clerksOf(telephone),
    candidates: () => candidatesOf(telephone),
    clerk: () => clerkNow(telephone),
    addClerk: (agent, pin) => addClerk(telephone, agent, pin),
    unlock: (agent, pin) => unlock(telephone, agent, pin),
    waitOf: (agent) => waitOf(telephone, agent),
    lock: () => lock(telephone),
    key: () => (telephone.key === null ? "missing" : telephone.key.isOpen() ? "ready" : "locked"),
    publicKey: () => telephone.key?.publicKey ?? "",

    search: (words, most) => telephone.search(words, most),
    person: (agent) => telephone.people.get(agent) ?? null,
    personOfCard: (code) => {
      const card = cardIn(code);
      const agent = card === null ? null : asked(telephone, holderOfCard(card));
      return agent === null ? null : (telephone.people.get(agent) ?? null);
    },

    plotsOf: (agent) => plotsOf(telephone.known, agent),

    newId: () => newId(telephone),
    preview: (kind, says) => preview(telephone, kind, says),
    say: (kind, says, how = {}) => say(telephone, kind, says, how),
    nextReceipt: () => receiptNumber(enrolled.series, telephone.counters.receipt),
    drafts: {
      all: () => [...telephone.drafts.values()],
      write: (draft) => writeDraft(telephone, draft),
      drop: (id) => dropDraft(telephone, id),
    },
    outbox: () => telephone.items,
    atHand: (act) => telephone.atHand(sequenceOf(telephone, act)),
    whole: async (act) => (await telephone.wholes([{ sequence: sequenceOf(telephone, act) }]))[0] ?? null,
    exportUnsent: async () => new Blob([await unsentLines(telephone)], { type: "application/x-ndjson" }),
    sync: () => syncState(telephone),
    tries: () => telephone.heard.tries,
    health: () => healthOf(telephone),
    syncNow: () => syncOnce(telephone),
    keepPhoto: (bytes) => keepPhoto(telephone, bytes),
    subscribe: (changed) => telephone.subscribe(changed),
  };
}

/** The sequence of an act of the outbox; 0 when it is not there. The last ones are asked for most. */
const sequenceOf = ({ items }: Telephone, act: string): number =>
  items.findLast((one) => one.act === act)?.sequence ?? 0;

/** Asks the page. It is whole: what is not on it is not known here. */
function asked<T>(telephone: Telephone, need: Need<T>): T {
  const tried = need.tryOn(telephone.known.page);
  if ("missing" in tried) throw new Error("a whole page has no missing reads");
  return tried.known;
}

function healthOf(telephone: Telephone): Health {
  const { effects, ailing, heard, key } = telephone;
  return {
    app: effects.app,
    persisted: effects.persisted(),
    ...effects.room(),
    ...ailing,
    keyMissing: key === null,
    revoked: heard.revoked,
  };
}

async function keepPhoto(telephone: Telephone, bytes: Uint8Array): Promise<string | NotSaid> {
  const digest = hexText(await telephone.effects.sha256(bytes));
  const photo: KeptPhoto = { digest, bytes, sent: 0, done: false };
  try {
    if ((await telephone.effects.storage.read("photos", digest)) === undefined)
      await telephone.effects.storage.commit([put("photos", digest, photo)]);
    return digest;
  } catch (error) {
    return { notSaid: error instanceof StorageFull ? "storage-full" : "storage-away" };
  }
}
