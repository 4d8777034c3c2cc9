/** `kill -9` in mid-ingest: what was acknowledged is there once, and the book proves itself. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Voice } from "../../bench/ingest/voice.ts";
import { type Child, startChild } from "../../bench/method/child.ts";
import { allRecords, tools } from "../../rooms/all.ts";
import { openStore, type Store } from "../../store/connection/pools.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import type { FaultServed } from "./serve.ts";
import { Telephones } from "./telephones.ts";

const TIMES = 10;
const TELEPHONES = 8;

let home: string;
let telephones: Telephones;
let book: string;
/** Hand-overs on their way when the blow fell, over all rounds: the test would prove nothing if there were none. */
let cutOff = 0;

const start = async (): Promise<{ readonly child: Child; readonly served: FaultServed }> => {
  const child = startChild(new URL("serve.ts", import.meta.url));
  return { child, served: await child.ask<FaultServed>({ home }) };
};

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "ayni-kill-"));
  chmodSync(home, 0o711);
  const { child } = await start();
  const voices = await child.ask<readonly Voice[]>({ open: "killed", telephones: TELEPHONES });
  await child.end();
  telephones = new Telephones(voices);
  book = (voices[0] as Voice).book;
});
afterAll(() => {
  console.log(`acknowledged ${telephones.acknowledged.size}, on their way when killed ${cutOff}`);
  rmSync(home, { recursive: true, force: true });
});

/** Sends, strikes after a while of its own for each round, starts again and looks at what is there. */
async function strike(round: number, blow: (child: Child, port: number) => Promise<void>): Promise<void> {
  const { child, served } = await start();
  const sending = telephones.sendOn(served.port);
  await answered();
  await new Promise((go) => setTimeout(go, 50 + round * 60));
  cutOff += telephones.inFlight;
  await blow(child, served.port);
  telephones.stop();
  await sending;
  await lookAgain();
}

/** Waits until the book has taken something since this began: a blow before that would hit nothing. */
async function answered(): Promise<void> {
  const before = telephones.acknowledged.size;
  while (telephones.acknowledged.size === before) await new Promise((go) => setTimeout(go, 5));
}

async function lookAgain(): Promise<void> {
  const { child, served } = await start();
  const store = openStore(served.server);
  try {
    const acknowledged = telephones.acknowledged.size;
    expect(await telephones.sayAllAgain(served.port)).toEqual({ "known already": acknowledged });
    await telephones.sendAgain(served.port);
    expect(telephones.waiting.size).toBe(0);
    expect(await kept(store)).toEqual({ acts: telephones.acknowledged.size, deliveries: telephones.acknowledged.size });
    const report = await verifyBook(store.connect("keeper"), book, {
      records: allRecords,
      tools,
      sealKeys: served.sealKeys,
    });
    expect(report.problems).toEqual([]);
    expect(report.signatures).toBe(telephones.acknowledged.size);
  } finally {
    await store.close();
    await child.end();
  }
}

/** How many acts and records of hand-overs the book holds, counted by the database. */
async function kept(store: Store): Promise<{ readonly acts: number; readonly deliveries: number }> {
  const { rows } = await store.connect("keeper").query(
    `select (select count(*)::int from ayni.act where book_id = $1::uuid and kind = 'delivery.receive') as acts,
            (select count(*)::int from ayni.delivery where book_id = $1::uuid) as deliveries`,
    [book],
  );
  return rows[0];
}

/** The embedded server's processes: the first one, and all that it started. */
function databaseProcesses(): readonly number[] {
  const pid = readFileSync(join(home, "database", "postgres", "postmaster.pid"), "utf8").split("\n")[0] ?? "";
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", pid], { encoding: "utf8" });
  return [pid, ...children.trim().split(/\s+/)].map((one) => Number.parseInt(one, 10));
}

const rounds = Array.from({ length: TIMES }, (_, at) => at + 1);

describe("the server is killed in mid-ingest [faults.kill]", () => {
  test.each(rounds)("round %i: nothing acknowledged is lost, nothing is doubled", (round) =>
    strike(round, async (child) => {
      process.kill(child.pid, "SIGKILL");
      await child.end();
    }),
  );
  test("requests were on their way", () => expect(cutOff).toBeGreaterThan(0));
});

describe("the database is killed in mid-ingest, all its processes at once", () => {
  test.each(rounds)("round %i: nothing acknowledged is lost, nothing is doubled", (round) =>
    strike(round, async (child, port) => {
      for (const pid of databaseProcesses()) process.kill(pid, "SIGKILL");
      telephones.stop();
      expect(await telephones.sendOne(port)).toBe(503); // The server itself lives, and says when to come back.
      await child.end();
    }),
  );
});
