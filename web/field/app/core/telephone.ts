/** What one tab holds in memory of its telephone: what is kept, and the page that follows from it. */
import type { BookSettings } from "../../../../kernel/act/declaration.ts";
import type { Tools } from "../../../../kernel/act/fold.ts";
import { dayInZone } from "../../../../kernel/time/index.ts";
import { settingsNow, settingsOf } from "../../../../rooms/book/needs.ts";
import type { Draft, Person, SyncState } from "../ports.ts";
import { type Chunk, type Known, knownFrom } from "./book/known.ts";
import { layOwn } from "./book/overlay.ts";
import { peopleOf } from "./book/people.ts";
import { indexOf, type PeopleIndex } from "./book/search.ts";
import type { Effects, Told } from "./effects.ts";
import type { Counters, Cursor, Enrolled, Heard, Kept, KeptItem } from "./kept.ts";
import type { DeviceKey } from "./keys/device-key.ts";
import type { StoredClerk } from "./keys/pins.ts";
import { isLanded, isUnsettled, isWaiting } from "./outbox/item.ts";

/** Why nothing can be kept now, as the screens are told. */
export type Ailing = { storageFull: boolean; otherWriter: boolean };

/** One tab of a telephone. Mutable; whoever changes it calls `told`. */
export class Telephone {
  readonly effects: Effects;
  /** What may be said, and what the fold stands on. */
  readonly tools: Tools;
  readonly enrolled: Enrolled;
  readonly key: DeviceKey | null;
  counters: Counters;
  cursor: Cursor;
  heard: Heard;
  items: readonly KeptItem[] = [];
  chunks: readonly Chunk[] = [];
  drafts: ReadonlyMap<string, Draft>;
  clerks: ReadonlyMap<string, StoredClerk>;
  clerk: string | null = null;
  readonly ailing: Ailing = { storageFull: false, otherWriter: false };
  phase: SyncState["phase"] = "idle";
  known: Known = knownFrom([]);
  people: ReadonlyMap<string, Person> = new Map();
  index: PeopleIndex = [];
  private peopleDay = "";
  private found: Record<"of" | "waiting", readonly KeptItem[]> = { of: [], waiting: [] };
  private readonly heardBy = new Set<() => void>();

  constructor(effects: Effects, kept: Kept, tools: Tools) {
    this.effects = effects;
    this.tools = tools;
    this.enrolled = kept.enrolled;
    this.key = effects.keyOf(kept.key);
    this.counters = kept.counters;
    this.cursor = kept.cursor;
    this.heard = kept.heard;
    this.items = kept.items;
    this.chunks = kept.chunks;
    this.drafts = new Map(kept.drafts.map((one) => [one.id, one]));
    this.clerks = new Map(kept.clerks.map((one) => [one.agent, one]));
    this.layAll();
  }

  /** The instant of this telephone's clock. A clock beyond what an instant can spell stands at its edge: it harms nothing. */
  now(): string {
    const latest = 253_402_300_799_999;
    return new Date(Math.min(latest, Math.max(0, Math.trunc(this.effects.clock())))).toISOString();
  }

  settings(): BookSettings | null {
    const tried = settingsNow.tryOn(this.known.page);
    return "known" in tried && tried.known !== null ? settingsOf(tried.known) : null;
  }

  /** The day it is in the book's zone. */
  today(): string {
    return dayInZone(Date.parse(this.now()), this.settings()?.zone ?? "UTC");
  }

  /** Acts that must still go up; found once for each change of the outbox, since every drawing asks. */
  waiting(): readonly KeptItem[] {
    if (this.found.of !== this.items) this.found = { of: this.items, waiting: this.items.filter(isWaiting) };
    return this.found.waiting;
  }

  /** The page anew: what was pulled, and on it all own acts that it does not hold yet, in their order. */
  layAll(): void {
    const { chunk, upTo } = this.cursor.laid;
    this.known = knownFrom(this.chunks.filter((one) => one.number <= chunk));
    for (const item of this.items) if (!isLanded(item, BigInt(upTo))) this.lay(item);
    this.peopleDay = "";
    this.refreshPeople();
  }

  /** Lays one own act. What breaks lays nothing, and the item says so. */
  lay(item: KeptItem): ReturnType<typeof layOwn> {
    const laid = layOwn(this.known.page, { ...item, book: this.enrolled.book }, this.tools);
    this.known.page.settle();
    return laid;
  }

  /** People and their index, when what is known has changed or another day has come. */
  refreshPeople(): void {
    const day = this.today();
    if (day === this.peopleDay) return;
    this.peopleDay = day;
    this.people = peopleOf(this.known, this.settings()?.organisation ?? null, day);
    this.index = indexOf(this.people.values());
  }

  /**
   * Reads from the storage what other tabs or the worker wrote since: acts from the first that was not settled yet, or, where only new
   * ones were said, these.
   */
  async catchUp(told: Told = "acts"): Promise<void> {
    const { storage } = this.effects;
    const [counters, cursor, heard] = await Promise.all([
      storage.read("meta", "counters"),
      storage.read("meta", "cursor"),
      storage.read("meta", "heard"),
    ]);
    // Whoever changes an act writes one of these in the same stroke: weeks of unsent acts are not read again at every try for nothing.
    if (isSame(counters, this.counters) && isSame(cursor, this.cursor) && isSame(heard, this.heard)) return;
    const first = told === "said" ? undefined : this.items.find(isUnsettled)?.sequence;
    const from = first ?? this.counters.next;
    const newer = await storage.list("outbox", from);
    const hasPulled = (cursor as Cursor | undefined)?.chunk !== this.cursor.chunk && cursor !== undefined;
    if (hasPulled) this.chunks = (await storage.list("known")) as readonly Chunk[];
    const last = this.counters.next;
    this.counters = (counters as Counters | undefined) ?? this.counters;
    this.cursor = (cursor as Cursor | undefined) ?? this.cursor;
    this.heard = (heard as Heard | undefined) ?? this.heard;
    this.items = [...this.items.filter((one) => one.sequence < from), ...(newer as readonly KeptItem[])];
    if (hasPulled) this.layAll();
    else for (const item of this.items) if (item.sequence >= last) this.lay(item);
  }

  /** Reads drafts and clerks again. */
  async catchUpSmall(): Promise<void> {
    const [drafts, clerks] = await Promise.all([
      this.effects.storage.list("drafts"),
      this.effects.storage.list("clerks"),
    ]);
    this.drafts = new Map((drafts as Draft[]).map((one) => [one.id, one]));
    this.clerks = new Map((clerks as StoredClerk[]).map((one) => [one.agent, one]));
  }

  /** Something changed here: this tab's screens are told, and the other tabs. */
  told(what: Told): void {
    this.effects.tell(what);
    this.changed();
  }

  changed(): void {
    for (const one of this.heardBy) one();
  }

  subscribe(heard: () => void): () => void {
    this.heardBy.add(heard);
    return () => this.heardBy.delete(heard);
  }
}

/** Whether what is kept is what is held in memory: plain values, written by the same code in the same order. */
const isSame = (kept: unknown, held: unknown): boolean => JSON.stringify(kept) === JSON.stringify(held);
