/** A server for the model: the real fold over a book in memory, the real forms of what travels, and a process that can die. Not shipped. */

import type { Sent } from "../../../../../kernel/act/envelope.ts";
import type { MemoryAnswer, MemoryBook } from "../../../../../kernel/act/memory.ts";
import type { ReceiptContent } from "../../../../../rooms/acopio/content.ts";
import { sealHolds } from "../../../../../rooms/acopio/rules/receipt-seal.ts";
import { challengeHeader, type PullAnswer, type PushAnswer, pushRequest } from "../../../wire.ts";
import { utf8, utf8Text } from "../bytes.ts";
import type { Asked, Came } from "../effects.ts";
import { DAY } from "../keeping.ts";
import { modelKeeping } from "./model-keeping.ts";
import { holds, type NamedKey } from "./signing.ts";
import { tablesOf, talliesOf, valuesOf } from "./telling.ts";

/** After how many acts of a batch the process dies: then nobody hears anything, and what was taken is durable. */
export type Death = number | null;

/** The server that telephones of one book talk to. */
export class ModelServer {
  book: MemoryBook;
  /** Which history this is: another after a backup was restored. */
  private history = 1;
  private readonly key: NamedKey;
  private readonly devices: ReadonlyMap<string, string>;
  /** Bytes that could not be folded, each once, by their number. */
  readonly intake: string[] = [];
  readonly sealed = new Set<string>();
  /** Most positions of one answer to a pull, so that pulls take several. */
  readonly page: bigint;
  clock = Date.parse("2026-11-15T15:00:00.000Z");

  constructor(book: MemoryBook, key: NamedKey, devices: ReadonlyMap<string, string>, page = 60n) {
    this.book = book;
    this.key = key;
    this.devices = devices;
    this.page = page;
  }

  /** Answers a request; null when the process died over it. */
  async answer(asked: Asked, death: Death): Promise<Came | null> {
    if (asked.path === "/field/acts") return this.push(asked, death);
    if ((asked.headers["Ayni-Device"] ?? "").split(" ").length < 3)
      return came(401, utf8('{"code":"field.device-unproven"}'));
    return this.signed(this.pull(new URL(asked.path, "https://t3q.example").searchParams, asked));
  }

  private async push(asked: Asked, death: Death): Promise<Came | null> {
    const { acts, seals, device } = pushRequest.parse(JSON.parse(utf8Text(asked.body ?? new Uint8Array())));
    const answers = acts.slice(0, death ?? acts.length).map((sent) => this.take(sent));
    if (death !== null) return null;
    const arrived: string[] = [];
    for (const { delivery, signature } of seals)
      if (await this.keepsSeal(device, delivery, signature)) arrived.push(delivery);
    const answer: PushAnswer = {
      ...{ form: "ayni-pushed/1", book: this.book.book, device, at: this.now() },
      ...{ answers: answers as PushAnswer["answers"], sealed: arrived, revoked: false },
    };
    return this.signed(answer);
  }

  /**
   * The server is restored from a backup of so many acts ago, at most; what its telephones need to be known is in it, and it is younger
   * than the time for which telephones keep what the book had.
   */
  async restore(acts: number, fresh: () => MemoryBook): Promise<void> {
    const book = fresh();
    const from = book.history.length;
    const oldest = new Date(this.clock - modelKeeping.days * DAY).toISOString();
    const young = this.book.history.filter(({ heard }) => heard.received > oldest).length;
    for (const { heard } of this.book.history.slice(
      from,
      Math.max(from, this.book.history.length - Math.min(acts, young)),
    ))
      book.say(
        { body: heard.text, ...(heard.signature === null ? {} : { signature: heard.signature }) },
        heard.received,
      );
    this.book = book;
    this.history += 1;
    this.intake.length = 0;
    const papers = new Set(book.history.flatMap((one) => one.follows.papers.map(({ about }) => about)));
    for (const one of this.sealed) if (!papers.has(one)) this.sealed.delete(one); // Seals lie beside their papers.
  }

  private take(sent: Sent): object {
    const { id, through } = JSON.parse(sent.body) as { id: string; through: { device: string } };
    const isTheirs = holds(this.devices.get(through.device) as string, utf8(sent.body), sent.signature as string);
    if (!isTheirs) return { act: id, outcome: "not kept", because: { code: "act.signature", facts: {} } };
    const before = this.book.history.find((one) => one.heard.body.id === id);
    if (before !== undefined) return { act: id, outcome: "known already", position: before.position.toString() };
    const said = this.said(sent);
    if (said !== null && said.outcome !== "kept, not yet understood" && said.outcome !== "known already")
      return { act: id, outcome: said.outcome, position: said.folded.position.toString() };
    if (!this.intake.includes(sent.body)) this.intake.push(sent.body);
    return { act: id, outcome: "kept, not yet understood", intake: this.intake.indexOf(sent.body).toString() };
  }

  /** An act that our own rules break on is kept as it came: null. */
  private said(sent: Sent): MemoryAnswer | null {
    try {
      return this.book.say(sent, this.now());
    } catch {
      return null;
    }
  }

  private async keepsSeal(device: string, delivery: string, signature: string): Promise<boolean> {
    const papers = this.book.history.flatMap((one) => one.follows.papers);
    const paper = papers.find((one) => one.about === delivery && one.kind === "receipt-printed");
    if (paper === undefined) return false;
    const bytes = [signature, this.devices.get(device) as string].map(
      (text) => new Uint8Array(Buffer.from(text, "base64url")),
    );
    const check = (key: Uint8Array, signed: Uint8Array, by: Uint8Array) =>
      holds(Buffer.from(key).toString("base64url"), signed, Buffer.from(by).toString("base64url"));
    const isGood = await sealHolds(
      JSON.parse(paper.content) as ReceiptContent,
      bytes[0] as Uint8Array,
      bytes[1] as Uint8Array,
      check,
    );
    if (isGood) this.sealed.add(delivery);
    return isGood;
  }

  private pull(asked: URLSearchParams, { headers }: Asked): PullAnswer {
    const mark = `history ${this.history}`;
    const reset = asked.get("mark") !== null && asked.get("mark") !== mark;
    const asks = asked.get("after") ?? "0";
    const after = reset ? 0n : BigInt(asks);
    const last = BigInt(this.book.history.length);
    const upTo = after + this.page < last ? after + this.page : last;
    const device = headers["Ayni-Device"]?.split(" ")[0] as string;
    const own = this.book.history.flatMap(({ heard, position }): [string, string][] => {
      const { through, id } = heard.body;
      const isOwn = through.way === "device" && through.device === device && position > after && position <= upTo;
      return isOwn ? [[id, position.toString()]] : [];
    });
    return {
      ...{ form: "ayni-pulled/1", book: this.book.book, device, at: this.now(), after: asks, mark },
      ...{ upTo: upTo.toString(), more: upTo < last, reset, own, erased: [] },
      tables: [...tablesOf(this.book, after, upTo)],
      values: after === 0n ? [...valuesOf(this.book)] : [],
      tallies: upTo === last ? [...talliesOf(this.book)] : [],
    };
  }

  private now(): string {
    return new Date(this.clock).toISOString();
  }

  private signed(value: object): Came {
    const answer = JSON.stringify(value);
    return came(200, utf8(JSON.stringify({ answer, key: "book", signature: this.key.sign(utf8(answer)) })));
  }
}

/** An answer as it comes over the network. */
export const came = (status: number, bytes: Uint8Array): Came => ({
  status,
  bytes,
  header: (name) => (name === challengeHeader ? "challenge-of-the-model" : null),
});
