/** What one tab holds in memory of its telephone: what is kept, and the page that follows from it. */
import type { BookSettings } from "../../../../kernel/act/declaration.ts";
import type { Tools } from "../../../../kernel/act/fold.ts";
import { dayInZone } from "../../../../kernel/time/index.ts";
import { settingsNow, settingsOf } from "../../../../rooms/book/needs.ts";
import type { Draft, OutboxItem, Person, SyncState } from "../ports.ts";
import { type Chunk, type Known, knownFrom } from "./book/known.ts";
import { layOwn } from "./book/overlay.ts";
import { peopleOf } from "./book/people.ts";
import { found, indexOf, type PeopleIndex } from "./book/search.ts";
import type { Effects, Told } from "./effects.ts";
import type { Keeping } from "./keeping.ts";
import type { Counters, Cursor, Enrolled, Heard, KeptEntry, KeptItem } from "./kept.ts";
import type { DeviceKey } from "./keys/device-key.ts";
import type { StoredClerk } from "./keys/pins.ts";
import { Behind } from "./laid/behind.ts";
import { followedOf, LaidBlocks } from "./laid/block.ts";
import { type Kept, turnIn, wholesOf } from "./opening.ts";
import { type EntriesRoot, entryOf, readOutbox } from "./outbox/entries.ts";
import { isLanded, isWaiting } from "./outbox/item.ts";

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
  /** The outbox, without texts. */
  items: readonly KeptEntry[];
  /** As of which change of acts this tab holds them; "stale": another tab has changed some since. */
  turn: string | null;
  /** What is kept of the entries beside the acts; null: nothing that stands. */
  root: EntriesRoot | null;
  chunks: readonly Chunk[] = [];
  drafts: ReadonlyMap<string, Draft>;
  clerks: ReadonlyMap<string, StoredClerk>;
  clerk: string | null = null;
  readonly ailing: Ailing = { storageFull: false, otherWriter: false };
  phase: SyncState["phase"] = "idle";
  known: Known = knownFrom([]);
  people: ReadonlyMap<string, Person> = new Map();
  private index: PeopleIndex | null = null;
  private peopleDay = "";
  private found: Record<"of" | "waiting", readonly KeptEntry[]> = { of: [], waiting: [] };
  /** Acts that this tab said or learnt of last, whole: the receipt that is on the screen is not read from the storage. */
  private readonly recent = new Map<number, KeptItem>();
  private readonly behind = new Behind();
  private strokes: Promise<unknown> = Promise.resolve();
  private readonly heardBy = new Set<() => void>();

  readonly keeping: Keeping;

  constructor(effects: Effects, kept: Kept, tools: Tools, keeping: Keeping) {
    this.effects = effects;
    this.tools = tools;
    this.keeping = keeping;
    this.enrolled = kept.enrolled;
    this.key = effects.keyOf(kept.key);
    this.counters = kept.counters;
    this.cursor = kept.cursor;
    this.heard = kept.heard;
    this.items = kept.outbox.entries;
    this.root = kept.outbox.root;
    this.turn = kept.turn;
    this.chunks = kept.chunks;
    this.drafts = new Map(kept.drafts.map((one) => [one.id, one]));
    this.clerks = new Map(kept.clerks.map((one) => [one.agent, one]));
    this.layAll(kept.toFold, kept.laid);
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
  waiting(): readonly KeptEntry[] {
    if (this.found.of !== this.items) this.found = { of: this.items, waiting: this.items.filter(isWaiting) };
    return this.found.waiting;
  }

  /** Own acts that the pulled rows do not hold, once so much was pulled. */
  unlanded(upTo = this.cursor.laid.upTo, items = this.items): readonly KeptEntry[] {
    return items.filter((one) => !isLanded(one, BigInt(upTo)));
  }

  /** An act that this tab has in memory whole. */
  atHand(sequence: number): OutboxItem | null {
    return this.recent.get(sequence) ?? null;
  }

  /** Acts whole, in their order. */
  wholes(entries: readonly { readonly sequence: number }[]): Promise<readonly KeptItem[]> {
    return wholesOf(this.effects.storage, entries, this.recent.values());
  }

  /**
   * The page anew: what was pulled, and on it all own acts that it does not hold yet, in their order: what is kept of the first, and the
   * others folded. `acts`: all that are to be folded, and more does no harm.
   */
  layAll(acts: Iterable<KeptItem>, kept: Kept["laid"] = null): void {
    const { chunk } = this.cursor.laid;
    this.known = knownFrom(this.chunks.filter((one) => one.number <= chunk));
    if (kept !== null) {
      this.known.page.attach(new LaidBlocks(kept.blocks));
      for (const one of kept.sums.values()) this.known.page.change(one);
      this.known.page.settle();
    }
    this.behind.begin(kept);
    const whole = new Map([...acts, ...this.recent.values()].map((item) => [item.sequence, item]));
    for (const { sequence } of this.unlanded()) {
      if (sequence <= (kept?.root.through ?? 0)) continue;
      const item = whole.get(sequence);
      if (item !== undefined) this.lay(item);
    }
    this.peopleDay = "";
    this.refreshPeople();
  }

  /** Lays one own act. What breaks lays nothing, and the item says so. */
  lay(item: KeptItem): ReturnType<typeof layOwn> {
    const laid = layOwn(this.known.page, { ...item, book: this.enrolled.book }, this.tools);
    this.known.page.settle();
    this.behind.laid(followedOf(item.sequence, "all" in laid ? laid.all : []));
    return laid;
  }

  /** An act that was said, here or in another tab: it stands in the outbox and on the page. */
  add(item: KeptItem): ReturnType<typeof layOwn> {
    const entry = entryOf(item);
    const items = [...this.items, entry];
    if (this.found.of === this.items && isWaiting(entry))
      this.found = { of: items, waiting: [...this.found.waiting, entry] };
    this.items = items;
    this.remember(item);
    return this.lay(item);
  }

  private remember(item: KeptItem): void {
    this.recent.set(item.sequence, item);
    for (const first of this.recent.keys()) {
      if (this.recent.size <= mostRecent) break;
      this.recent.delete(first);
    }
  }

  /** Runs strokes that change what is kept beside the acts one after another. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.strokes.then(work);
    this.strokes = run.catch(() => {});
    return run;
  }

  /** People and their index, when what is known has changed or another day has come. */
  refreshPeople(): void {
    const day = this.today();
    if (day === this.peopleDay) return;
    this.peopleDay = day;
    this.people = peopleOf(this.known, this.settings()?.organisation ?? null, day);
    this.index = null;
    this.effects.whenIdle(async () => void this.search("a", 1));
  }

  /** People by what was typed. The index is made when there is time, at the latest for the first key. */
  search(words: string, most: number): readonly Person[] {
    this.refreshPeople();
    this.index ??= indexOf(this.people.values());
    return found(this.index, words, most);
  }

  /** Reads from the storage what other tabs or the worker wrote since. */
  catchUp(): Promise<void> {
    return this.inTurn(() => this.readNewer());
  }

  private async readNewer(): Promise<void> {
    const { storage, app } = this.effects;
    const [counters, cursor, heard, turn] = await Promise.all([
      storage.read("meta", "counters") as Promise<Counters | undefined>,
      storage.read("meta", "cursor") as Promise<Cursor | undefined>,
      storage.read("meta", "heard") as Promise<Heard | undefined>,
      turnIn(storage),
    ]);
    const isAsBefore = turn === this.turn;
    // Whoever changes an act writes one of these in the same stroke: weeks of unsent acts are not read again at every try for nothing.
    if (isAsBefore && isSame(counters, this.counters) && isSame(cursor, this.cursor) && isSame(heard, this.heard))
      return;
    const read = isAsBefore ? null : await readOutbox(storage, app, turn);
    const said = (await storage.list("outbox", this.counters.next)) as readonly KeptItem[];
    const hasPulled = cursor !== undefined && cursor.chunk !== this.cursor.chunk;
    const chunks = hasPulled ? ((await storage.list("known")) as readonly Chunk[]) : this.chunks;
    const items = read?.entries ?? this.items;
    const toFold = hasPulled ? await this.wholes(this.unlanded(cursor.laid.upTo, items)) : [];
    // From here on nothing is awaited: screens never see the half of it.
    const own = this.items.at(-1)?.sequence ?? 0;
    this.counters = later(counters, this.counters);
    this.cursor = cursor ?? this.cursor;
    this.heard = heard ?? this.heard;
    if (read !== null) Object.assign(this, { turn, root: read.root });
    this.items = [...items.filter((one) => one.sequence <= own), ...this.items.filter((one) => one.sequence > own)];
    this.chunks = chunks;
    for (const item of said) if (item.sequence > own) this.add(item);
    if (hasPulled) this.layAll([...toFold, ...said]);
    this.keepBehind();
  }

  /** What has come together is kept beside the acts, when there is time. */
  keepBehind(): void {
    this.behind.schedule(this);
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
    this.keepBehind();
  }

  changed(): void {
    for (const one of this.heardBy) one();
  }

  subscribe(heard: () => void): () => void {
    this.heardBy.add(heard);
    return () => this.heardBy.delete(heard);
  }
}

/** How many acts are held whole. */
const mostRecent = 50;

/** Counters only grow: this tab may have said something while it was reading. */
const later = (kept: Counters | undefined, own: Counters): Counters =>
  kept === undefined || kept.next < own.next ? own : kept;

/** Whether what is kept is what is held in memory: plain values, written by the same code in the same order. */
const isSame = (kept: unknown, held: unknown): boolean => JSON.stringify(kept) === JSON.stringify(held);
