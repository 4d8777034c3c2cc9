/** Telephones that send hand-overs until they are told to stop, and keep each until an answer names it: as the phone does. */
import { Agent, request } from "node:http";
import { type Signed, signedHandOvers, type Voice } from "../../bench/ingest/voice.ts";

/** An answer as far as it matters here. */
type Answered = { readonly act: string; readonly outcome: string; readonly position?: string };

const AGREED = new Set(["done", "known already"]);
/** Acts in one request: a phone with a few hand-overs waiting, and one with many. */
const SIZES = [1, 1, 3, 20] as const;

/** All telephones of one book. */
export class Telephones {
  /** Acts that an answer has named. */
  readonly acknowledged = new Map<string, Signed>();
  /** Acts sent or about to be sent that no answer has named. */
  readonly waiting = new Map<string, Signed>();
  /** Acts of requests that are on their way just now. */
  inFlight = 0;
  private readonly voices: readonly Voice[];
  private sequence = 1;
  private stopped = false;

  constructor(voices: readonly Voice[]) {
    this.voices = voices;
  }

  /** Sends new hand-overs from every telephone at once, until `stop` or until the server is gone. */
  async sendOn(port: number): Promise<void> {
    this.stopped = false;
    await Promise.all(this.voices.map((voice, at) => this.sendFrom(port, voice, SIZES[at % SIZES.length] as number)));
  }

  /** Ends `sendOn` after the requests on their way. */
  stop(): void {
    this.stopped = true;
  }

  /** Sends all that no answer has named once more. */
  async sendAgain(port: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const left = [...this.waiting.values()];
    for (let at = 0; at < left.length; at += 200) await this.send(port, agent, left.slice(at, at + 200));
    agent.destroy();
  }

  /** Sends one hand-over, which keeps waiting; returns the status of the answer. */
  async sendOne(port: number): Promise<number> {
    const [voice] = this.voices as [Voice];
    const [act] = signedHandOvers(voice, this.sequence, 1, new Date().toISOString()) as [Signed];
    this.sequence += 1;
    this.waiting.set(idOf(act), act);
    const body = JSON.stringify({ book: voice.book, acts: [act] });
    const headers = { "content-type": "application/json" };
    return (await fetch(`http://127.0.0.1:${port}/api/acts`, { method: "POST", headers, body })).status;
  }

  /** How the book answers when everything acknowledged is said again: outcome by how often. */
  async sayAllAgain(port: number): Promise<Readonly<Record<string, number>>> {
    const counts: Record<string, number> = {};
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const all = [...this.acknowledged.values()];
    for (let at = 0; at < all.length; at += 200)
      for (const { outcome } of await this.send(port, agent, all.slice(at, at + 200)))
        counts[outcome] = (counts[outcome] ?? 0) + 1;
    agent.destroy();
    return counts;
  }

  private async sendFrom(port: number, voice: Voice, size: number): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!this.stopped) {
      const acts = signedHandOvers(voice, this.sequence, size, new Date().toISOString());
      this.sequence += size;
      for (const act of acts) this.waiting.set(idOf(act), act);
      try {
        await this.send(port, agent, acts);
      } catch {
        break; // The server is gone: what was not answered waits.
      }
    }
    agent.destroy();
  }

  private async send(port: number, agent: Agent, acts: readonly Signed[]): Promise<readonly Answered[]> {
    const book = (this.voices[0] as Voice).book;
    this.inFlight += acts.length;
    try {
      const { answers } = (await post(port, agent, JSON.stringify({ book, acts }))) as {
        readonly answers: readonly Answered[];
      };
      for (const { act, outcome } of answers) {
        const sent = this.waiting.get(act);
        if (!AGREED.has(outcome)) throw new Error(`a hand-over was answered "${outcome}"`);
        if (sent === undefined) continue;
        this.acknowledged.set(act, sent);
        this.waiting.delete(act);
      }
      return answers;
    } finally {
      this.inFlight -= acts.length;
    }
  }
}

const idOf = ({ body }: Signed): string => (JSON.parse(body) as { id: string }).id;

/** Fails when the connection breaks or the answer is not 200. */
function post(port: number, agent: Agent, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const sent = request({ host: "127.0.0.1", port, path: "/api/acts", method: "POST", agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        if (answer.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${answer.statusCode} ${text}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
