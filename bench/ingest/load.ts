/**
 * The clients of an ingest benchmark, in a process of their own: each has one kept-alive socket and sends its next request when
 * the last is answered. All bodies are made and signed before the clock starts.
 */
import { Agent, request } from "node:http";
import { answerParent } from "../method/child.ts";
import { quantile } from "../method/figures.ts";
import { signedHandOvers, type Voice } from "./voice.ts";

/** What is sent where: client `i` speaks with voice `i` modulo their number. */
export type Load = {
  readonly port: number;
  readonly voices: readonly Voice[];
  readonly clients: number;
  /** Acts in one request. */
  readonly batch: number;
  /** Requests of each client. */
  readonly requests: number;
  /** Sequences begin here, so that no run says what another said. */
  readonly firstSequence: number;
};

/** What came of it. Latencies are of requests, in milliseconds. `outcomes` counts the answers by their outcome. */
export type Loaded = {
  readonly acts: number;
  readonly seconds: number;
  readonly median: number;
  readonly p99: number;
  readonly outcomes: Readonly<Record<string, number>>;
};

type Client = { readonly agent: Agent; readonly bodies: readonly Buffer[] };

let prepared: { readonly clients: readonly Client[]; readonly load: Load } | null = null;

function prepare(load: Load): void {
  const at = new Date().toISOString();
  const perClient = load.batch * load.requests;
  const clients = Array.from({ length: load.clients }, (_, client) => {
    const voice = load.voices[client % load.voices.length] as Voice;
    const first = load.firstSequence + Math.floor(client / load.voices.length) * perClient;
    const acts = signedHandOvers(voice, first, perClient, at);
    const bodies = Array.from({ length: load.requests }, (_, turn) =>
      Buffer.from(JSON.stringify({ book: voice.book, acts: acts.slice(turn * load.batch, (turn + 1) * load.batch) })),
    );
    return { agent: new Agent({ keepAlive: true, maxSockets: 1 }), bodies };
  });
  prepared = { clients, load };
}

async function run(): Promise<Loaded> {
  if (prepared === null) throw new Error("nothing is prepared");
  const { clients, load } = prepared;
  const latencies: number[] = [];
  const answers: string[] = [];
  const began = performance.now();
  await Promise.all(
    clients.map(async ({ agent, bodies }) => {
      for (const body of bodies) {
        const asked = performance.now();
        answers.push(await send(load.port, agent, body));
        latencies.push(performance.now() - asked);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  for (const { agent } of clients) agent.destroy();
  prepared = null;
  latencies.sort((one, other) => one - other);
  return {
    acts: load.clients * load.requests * load.batch,
    seconds,
    median: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    outcomes: outcomesIn(answers),
  };
}

function send(port: number, agent: Agent, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path: "/api/acts",
        method: "POST",
        agent,
        headers: { "content-type": "application/json", "content-length": body.length },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
        answer.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Read after the clock has stopped. */
function outcomesIn(answers: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const text of answers) {
    const read = JSON.parse(text) as { readonly answers?: readonly { readonly outcome: string }[] };
    const outcomes = read.answers?.map((one) => one.outcome) ?? [`problem: ${text.slice(0, 200)}`];
    for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

answerParent(
  async (question: Load | "go") => {
    if (question === "go") return run();
    prepare(question);
    return "prepared";
  },
  async () => undefined,
);
