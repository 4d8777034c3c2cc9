/** A settlement in a real book: hand-overs, advances and credits come in, then it is drafted, reviewed, closed and durable. */
import { generateKeyPairSync } from "node:crypto";
import { tools } from "../../rooms/all.ts";
import { openStore, type Store } from "../../store/connection/pools.ts";
import type { Server } from "../../store/connection/server.ts";
import { sealWith } from "../../store/writer/seal.ts";
import { openWriters, type Writers } from "../../store/writer/writers.ts";
import { idOf, openedBook, peopleOf, sayAs } from "../ingest/book.ts";
import { collectionPlace, product } from "../ingest/hand-over.ts";
import { residentMebibytes } from "../method/machine.ts";
import { advanceAmount, creditAmount, deliveriesOfProducer, grossOf, readingsFor, tareGrams } from "./season.ts";

/** The name of the book that is settled. */
export const settledName = "settled";
const settlement = idOf("settlement");
/** Statements that one act of drafting adds: the most it may. */
const statementsInDraft = 1_000;

/** Seconds of each step, and memory of this process at its largest, in MiB. */
export type Durable = {
  readonly book: string;
  readonly ingest: number;
  readonly draft: number;
  readonly review: number;
  readonly close: number;
  readonly mebibytes: number;
};

/** Fills a migrated database and settles it. */
export async function settleDurably(
  server: Server,
  producers: number,
  say: (line: string) => void,
): Promise<Durable & { readonly store: Store }> {
  const store = openStore(server);
  const writers = openWriters(store, tools, sealWith(generateKeyPairSync("ed25519").privateKey), () =>
    new Date().toISOString(),
  );
  const people = peopleOf(settledName, producers);
  const seconds = async (what: string, work: () => Promise<void>): Promise<number> => {
    const began = performance.now();
    await work();
    const took = (performance.now() - began) / 1_000;
    say(`${what}: ${took.toFixed(2)} s, ${residentMebibytes()} MiB`);
    return took;
  };
  const speak = (said: Parameters<typeof sayAs>[3], series: string) =>
    sayAs(writers, people.book, people.manager, said, series);
  await seconds("register, debts", () => fill(writers, producers, speak));
  const ingest = await seconds("hand-overs", () => speak(handOvers(people.members), "hand-overs"));
  const draft = await seconds("draft", () => speak(drafts(people), "drafts"));
  const review = await seconds("review", () => speak([["settlement.review", { settlement }]], "review"));
  const close = await seconds("close", () => speak([["settlement.close", { settlement }]], "close"));
  return { store, book: people.book, ingest, draft, review, close, mebibytes: residentMebibytes() };
}

type Said = readonly [kind: string, says: object];

async function fill(
  writers: Writers,
  producers: number,
  speak: (said: readonly Said[], series: string) => Promise<void>,
): Promise<void> {
  await openedBook(writers, settledName, 0, producers);
  const day = today();
  const series = { series: "fnc-pergamino", title: "Pergamino", currency: "COP", per: "carga", period: "day" };
  await speak(
    [
      ["price-series.open", { ...series, source: "bench" }],
      ["prices.record", { series: series.series, points: [{ period: day, value: "2005000" }] }],
      ...peopleOf(settledName, producers).members.flatMap((agent, at): Said[] => [
        [
          "advance.give",
          { advance: idOf(`advance ${at}`), agent, amount: advanceAmount, currency: "COP", day, mode: "cash" },
        ],
        ["input-credit.grant", creditOf(agent, at)],
      ]),
    ],
    "debts",
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

const creditOf = (agent: string, at: number) => ({
  credit: idOf(`credit ${at}`),
  agent,
  principal: creditAmount,
  currency: "COP",
  ratePerMonth: "1.5",
  method: "simple-monthly",
  start: "2026-03-05",
  due: `${BigInt(today().slice(0, 4)) + 1n}-12-31`,
  purpose: "Abono",
});

const handOvers = (members: readonly string[]): readonly Said[] =>
  members.flatMap((member, producer) =>
    Array.from({ length: deliveriesOfProducer }, (_, turn): Said => {
      const at = producer * deliveriesOfProducer + turn;
      const says = {
        delivery: idOf(`delivery ${at}`),
        member,
        product,
        place: collectionPlace,
        on: today(),
        scale: "BAL-07",
        scaleChecked: today(),
        // One has its receipt from the book itself: there is a paper to be looked at.
        ...(at === 0 ? {} : { receipt: `A-${at}` }),
        bags: [{ gross_g: `${grossOf(at)}`, tare_g: `${tareGrams}`, container: "sack", count: 3 }],
        measurements: readingsFor(at),
      };
      return ["delivery.receive", says];
    }),
  );

function drafts({
  members,
  season,
}: {
  readonly members: readonly string[];
  readonly season: string;
}): readonly Said[] {
  const statements = members.map((agent, producer) => ({
    statement: idOf(`statement ${producer}`),
    agent,
    deliveries: Array.from({ length: deliveriesOfProducer }, (_, turn) =>
      idOf(`delivery ${producer * deliveriesOfProducer + turn}`),
    ),
  }));
  const heading = { settlement, season, title: "bench", paidIn: "cash" };
  return Array.from({ length: Math.ceil(statements.length / statementsInDraft) }, (_, part): Said => {
    const named = statements.slice(part * statementsInDraft, (part + 1) * statementsInDraft);
    return ["settlement.draft", { ...heading, statements: named }];
  });
}
