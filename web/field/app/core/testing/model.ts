/** Random stories of telephones, and what must hold at the end of each. Not shipped. */
import * as fc from "fast-check";
import { sevenSacks } from "../../../../../rooms/acopio/testing.ts";
import { idOf, testBook } from "../../../../../rooms/book/testing.ts";
import { rosa } from "../../../../../rooms/people/testing.ts";
import type { FieldCore, NotSaid, SaidHere } from "../../ports.ts";
import type { KeptItem } from "../kept.ts";
import type { Fate } from "../storage/memory-storage.ts";
import { modelBook, modelDevices, modelTools } from "./model-book.ts";
import { checkAll, checkKnown } from "./model-checks.ts";
import { deviceKey, ModelDevice } from "./model-device.ts";
import { answerMost } from "./model-manager.ts";
import { type Fortune, fortunes, modelNetwork } from "./model-network.ts";
import { ModelServer } from "./model-server.ts";
import { keyNamed } from "./signing.ts";

const HOUR = 3_600_000;

/** One thing that happens. */
export type Happening =
  | {
      readonly what: "say";
      readonly device: number;
      readonly tab: number;
      readonly kind: SaidKind;
      readonly fate: Fate;
    }
  | { readonly what: "both say" | "both sync"; readonly device: number }
  | {
      readonly what: "sync";
      readonly device: number;
      readonly tab: number;
      readonly fortunes: readonly Fortune[];
      readonly fates: readonly Fate[];
    }
  | { readonly what: "say while syncing"; readonly device: number; readonly fortunes: readonly Fortune[] }
  | { readonly what: "kill" | "update" | "open two" | "an hour passes"; readonly device: number }
  | { readonly what: "restore"; readonly device: number; readonly acts: number }
  | { readonly what: "clock"; readonly device: number; readonly hours: number };

/** What happens without anybody looking at a telephone. */
type Elsewhere = Extract<Happening, { readonly what: "kill" | "restore" | "clock" }>;

const kinds = ["hand-over", "hand-over", "hand-over", "void", "void unknown", "object", "breaks"] as const;
type SaidKind = (typeof kinds)[number];
const fates = ["kept", "kept", "kept", "full", "away", "away after", "dies before", "dies after"] as const;

const device = fc.nat(modelDevices.length - 1);
const tab = fc.nat(1);
const network = fc.array(fc.constantFrom(...fortunes), { maxLength: 6 });
/** Hours by which a clock jumps: a correction, a day, years back to 1970, years ahead. */
const jump = fc.constantFrom(-1, 1, 24, -24 * 365 * 50, 24 * 365 * 3, -24 * 365 * 3, 10);

/** A story: what happens, in its order. */
export const story: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        what: fc.constant("say"),
        device,
        tab,
        kind: fc.constantFrom(...kinds),
        fate: fc.constantFrom(...fates),
      }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constantFrom("both say", "both sync"), device }) },
    {
      weight: 4,
      arbitrary: fc.record({
        what: fc.constant("sync"),
        device,
        tab,
        fortunes: network,
        fates: fc.array(fc.constantFrom(...fates), { maxLength: 6 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("say while syncing"), device, fortunes: network }) },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constantFrom("kill", "update", "open two", "an hour passes"), device }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("restore"), device, acts: fc.nat(6) }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant("clock"), device, hours: jump }) },
  ) as fc.Arbitrary<Happening>,
  { minLength: 5, maxLength: 40 },
);

/** What a clerk was told of something they said. */
export type Told = { readonly device: ModelDevice; readonly said: SaidHere | NotSaid };

/** The whole of a story while it is played. */
export class World {
  readonly server: ModelServer;
  readonly devices: readonly ModelDevice[];
  readonly told: Told[] = [];
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = randomFrom(seed);
    const book = modelBook();
    const keys = new Map(modelDevices.map((one) => [one.device, deviceKey(one.device).publicKey]));
    const bookKey = keyNamed("the book");
    this.server = new ModelServer(book, bookKey, keys);
    this.devices = modelDevices.map(({ device, series }) => {
      const enrolled = { book: testBook, device, place: "point-2", series, bookKey: bookKey.publicKey };
      return new ModelDevice({
        enrolled,
        key: deviceKey(device),
        tools: modelTools,
        chance: this.random,
        hasLocks: this.random() < 0.5,
      });
    });
  }

  async begin(): Promise<void> {
    for (const one of this.devices) {
      await one.begin();
      await this.calmSync(one); // Enrolled where there is a signal: it knows the book.
    }
  }

  async happens(one: Happening): Promise<void> {
    const at = this.devices[one.device] as ModelDevice;
    this.server.clock += HOUR / 6;
    at.clock += HOUR / 6;
    if (one.what === "kill") return at.kill();
    if (one.what === "update") return at.update();
    if (one.what === "an hour passes") return this.hourPasses();
    if (one.what === "restore") return this.server.restore(one.acts, modelBook);
    if (one.what === "clock") {
      at.clock += one.hours * HOUR;
      return;
    }
    at.fate = () => "kept";
    await this.played(at, one);
    await at.rests();
  }

  private async played(at: ModelDevice, one: Exclude<Happening, Elsewhere>): Promise<void> {
    await at.open(["open two", "both say", "both sync"].includes(one.what) ? 2 : 1);
    const first = at.tabs[0] as FieldCore;
    const other = at.tabs[1] ?? first;
    switch (one.what) {
      case "both say":
        await at.alive(() => Promise.all([this.say(at, first, "hand-over"), this.say(at, other, "hand-over")]));
        break;
      case "both sync":
        at.network = this.network(at, []);
        await at.alive(() => Promise.all([first.syncNow(), other.syncNow()]));
        break;
      case "say":
        at.fate = once([one.fate]);
        await at.alive(() => this.say(at, one.tab === 0 ? first : other, one.kind));
        break;
      case "sync":
        at.fate = once(one.fates);
        at.network = this.network(at, one.fortunes);
        await at.alive(() => (one.tab === 0 ? first : other).syncNow());
        break;
      case "say while syncing":
        at.network = this.network(at, one.fortunes);
        await at.alive(() => Promise.all([first.syncNow(), this.say(at, other, "hand-over")]));
    }
  }

  /** For everybody: telephones and server. The manager answers what was asked, but not all of it. */
  hourPasses(): void {
    answerMost(this.server);
    this.server.clock += HOUR;
    for (const one of this.devices) one.clock += HOUR;
  }

  private network(at: ModelDevice, list: readonly Fortune[]) {
    return modelNetwork(this.server, keyNamed("a stranger"), at.before, once<Fortune>(list, "ok"));
  }

  /** A clerk says something, and hears whether it was said. */
  private async say(at: ModelDevice, core: FieldCore, kind: SaidKind): Promise<void> {
    const act = core.newId();
    for (let tries = 0; tries < 2; tries += 1) {
      const said = await this.spoken(core, kind, act);
      this.told.push({ device: at, said });
      if (!("notSaid" in said)) checkKnown(core, said.item);
      if (!("notSaid" in said)) return; // Else the clerk tries once more: it is the same act.
    }
  }

  private spoken(core: FieldCore, kind: SaidKind, act: string): Promise<SaidHere | NotSaid> {
    const last = core.outbox().findLast((one) => one.kind === "delivery.receive")?.act ?? idOf("nothing yet");
    const on = core.today();
    switch (kind) {
      case "hand-over": {
        const { delivery: _, ...says } = sevenSacks;
        return core.say("delivery.receive", { ...says, member: rosa.agent, on }, { receipt: true, act });
      }
      case "void":
        return core.say("delivery.void", { delivery: last, reason: "weighed twice", on }, { act });
      case "void unknown":
        return core.say("delivery.void", { delivery: core.newId(), reason: "a slip that nobody knows", on }, { act });
      case "object":
        return core.say("delivery.object", { objection: act, delivery: last, against: "weight", on }, { act });
      case "breaks":
        return core.say("test.breaks", { why: "our own mistake" }, { act });
    }
  }

  /** All is well again: what waits goes up, what is new comes down. */
  async calmSync(at: ModelDevice): Promise<FieldCore> {
    at.fate = () => "kept";
    at.network = modelNetwork(this.server, keyNamed("a stranger"), at.before, () => "ok");
    await at.open(1);
    const core = at.tabs[0] as FieldCore;
    await core.syncNow();
    await core.syncNow();
    await at.rests();
    return core;
  }
}

/** Gives one after the other, and then always the last resort. */
const once = <T = Fate>(list: readonly T[], then = "kept" as T): (() => T) => {
  const left = [...list];
  return () => left.shift() ?? then;
};

/** Numbers from 0 to 1 that follow from a seed (mulberry32), so that ids of a story are the same when it is played again. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Plays one story and checks what must hold. */
export async function play(happenings: readonly Happening[], seed: number): Promise<void> {
  const world = new World(seed);
  await world.begin();
  for (const one of happenings) await world.happens(one);
  const cores: FieldCore[] = [];
  for (const one of world.devices) {
    one.kill(); // What is only in memory does not count.
    await world.calmSync(one);
  }
  world.hourPasses();
  for (const one of world.devices) cores.push(await world.calmSync(one)); // The first learns what the last brought; what is old leaves.
  checkAll(world, cores);
}

/** The acts that lie on a disk. */
export const itemsOf = (device: ModelDevice): readonly KeptItem[] => [
  ...(device.disk.stores.get("outbox") as Map<number, KeptItem>).values(),
];

/** A story that takes longer than this hangs. */
const longest = 30_000;

/** Plays random stories. */
export const playAnyStory = (parameters: fc.Parameters<[readonly Happening[], number]>): Promise<void> =>
  fc.assert(fc.asyncProperty(story, fc.integer(), play), { timeout: longest, ...parameters });
