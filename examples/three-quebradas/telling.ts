/**
 * How the example's acts are said: from seats, from enrolled telephones that sign, and from a receipt pad keyed in later. What is
 * said is put in the order in which the book hears it, and only then written and signed; nothing is left to the moment.
 */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import type { Sent, Through } from "../../kernel/act/envelope.ts";
import { sha256 } from "../../kernel/hash.ts";
import type { PersonalValue } from "../../kernel/personal.ts";
import { instantAt } from "./calendar.ts";
import { exampleId } from "./ids.ts";
import { type ExampleRole, seatAs } from "./seats.ts";

/** One act as it is heard: `heard` is the instant (ISO, UTC) at which the book's clock then stands. */
export type ExampleAct = { readonly id: string; readonly kind: string; readonly heard: string; readonly sent: Sent };

/** Who speaks, and by what: a seat alone, a telephone of theirs, or a number of a receipt pad keyed in. */
export type Voice = { readonly role: ExampleRole; readonly device?: string; readonly paper?: string };

/** When it is said; `later` seconds pass until the book hears it (a telephone without signal). */
export type Moment = { readonly day: string; readonly clock: string; readonly later?: number };

/** Finds the position in the book of an act said under a name, as text. */
export type PositionOf = (as: string) => string;

type Said = {
  readonly as: string;
  readonly voice: Voice;
  readonly moment: Moment;
  readonly kind: string;
  readonly says: object | ((position: PositionOf) => object);
  readonly beside: readonly PersonalValue[];
};

/** The prefix of an Ed25519 private key in PKCS #8 (RFC 8410, section 7): the 32 bytes of the seed follow. */
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The key of a telephone of the example. It protects nothing: whoever knows the seed can make it. */
export function telephoneKey(seed: string, device: string): { readonly key: KeyObject; readonly publicKey: string } {
  const der = Buffer.concat([pkcs8, sha256(`${seed} telephone ${device}`)]);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  return { key, publicKey: createPublicKey(key).export({ format: "jwk" }).x as string };
}

/**
 * Where each act stands in its book: after those before it, and after the acts these caused. A signed proposal causes the act that
 * was proposed; what a settlement causes is not counted here, so positions hold until the first one closes.
 */
function positionsOf(inOrder: readonly Said[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let position = 0;
  for (const { as, kind } of inOrder) {
    position += 1;
    found.set(as, position);
    if (kind === "proposal.sign") position += 1;
  }
  return found;
}

/** Gathers what is said in one book. */
export class Telling {
  readonly book: string;
  private readonly seed: string;
  private readonly said: Said[] = [];
  private readonly counts = new Map<string, number>();

  constructor(book: string, seed: string) {
    this.book = book;
    this.seed = seed;
  }

  /** An id by the name of what it is of. */
  id(of: string): string {
    return exampleId(this.book, of);
  }

  /** Says an act. `as` names it for `PositionOf`; unsaid, it is the kind and its number. */
  say(
    voice: Voice,
    moment: Moment,
    kind: string,
    says: Said["says"],
    more: { as?: string; beside?: Said["beside"] } = {},
  ): void {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    this.said.push({ as: more.as ?? `${kind} ${count}`, voice, moment, kind, says, beside: more.beside ?? [] });
  }

  /** All that was said, in the order in which it is heard. */
  acts(): readonly ExampleAct[] {
    const heardAt = ({ moment }: Said): string => instantAt(moment.day, moment.clock, moment.later ?? 0);
    const inOrder = this.said
      .map((one, order) => ({ one, order, heard: heardAt(one) }))
      .sort((a, b) => (a.heard === b.heard ? a.order - b.order : a.heard < b.heard ? -1 : 1));
    const positions = positionsOf(inOrder.map(({ one }) => one));
    const positionOf: PositionOf = (as) => (positions.get(as) ?? 0).toString();
    const sequences = new Map<string, number>();
    const keys = new Map<string, KeyObject>();
    return inOrder.map(({ one, heard }) => {
      const id = this.id(`act ${one.as}`);
      const seat = seatAs(this.book, one.voice.role);
      const says = typeof one.says === "function" ? one.says(positionOf) : one.says;
      const through = this.through(one, sequences);
      const body = JSON.stringify({ id, book: this.book, kind: one.kind, version: 1, by: seat.agent, through, says });
      const sent: Sent = { body, ...(one.beside.length > 0 ? { beside: [...one.beside] } : {}) };
      const { device } = one.voice;
      if (device === undefined) return { id, kind: one.kind, heard, sent };
      const key = keys.get(device) ?? telephoneKey(this.seed, device).key;
      keys.set(device, key);
      const signature = sign(null, Buffer.from(body, "utf8"), key).toString("base64url");
      return { id, kind: one.kind, heard, sent: { ...sent, signature } };
    });
  }

  private through({ voice, moment }: Said, sequences: Map<string, number>): Through {
    const at = instantAt(moment.day, moment.clock);
    const { seat } = seatAs(this.book, voice.role);
    if (voice.paper !== undefined) return { way: "paper", seat, paper: voice.paper, at };
    if (voice.device === undefined) return { way: "seat", seat, at };
    const sequence = (sequences.get(voice.device) ?? 0) + 1;
    sequences.set(voice.device, sequence);
    return { way: "device", device: this.id(voice.device), sequence, at };
  }
}
