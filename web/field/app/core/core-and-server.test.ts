import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pointOn } from "../../../../rooms/acopio/needs/points.ts";
import { delivery } from "../../../../rooms/acopio/needs.ts";
import { testBook } from "../../../../rooms/book/testing.ts";
import { seven } from "../../../../scenarios/stories/seven-sacks.ts";
import type { Served } from "../../../testing/served.ts";
import { oneSack, pointServed, quebradaDos, ticketFor } from "../../testing/point.ts";
import type { FieldCore, SaidHere } from "../ports.ts";
import { openCore } from "./core.ts";
import { enrol } from "./enrol.ts";
import { makeKey } from "./keys/keys.ts";
import { MemoryDisk } from "./storage/memory-storage.ts";
import { effectsOver, fieldTelephone, keyIdOfBook, serverNetwork } from "./testing/over-server.ts";

let server: Served;
let core: FieldCore;
let disk: MemoryDisk;
beforeAll(async () => {
  server = await pointServed();
  ({ core, disk } = await fieldTelephone(server));
});
afterAll(() => server.close());

const handOver = async (on: FieldCore): Promise<SaidHere> => {
  const said = await on.say("delivery.receive", oneSack(seven.member, "the core counts"), { receipt: true });
  if ("notSaid" in said) throw new Error(said.notSaid);
  return said;
};
const count = async (what: string, where = ""): Promise<number> => {
  const keeper = server.services.installation.store.connect("keeper");
  const { rows } = await keeper.query(`select count(*)::int as rows from ayni.${what} where book_id = $1 ${where}`, [
    testBook,
  ]);
  return rows[0].rows;
};
const machine = "Android 9";

describe("a telephone and the real server", () => {
  test("enrolled by a manager's square, it knows its point, the season's people and who may receive", () => {
    expect(core).toMatchObject({ place: "quebrada-dos", book: testBook });
    expect(core.series).toMatch(/^QD2[A-Z]$/);
    expect(core.ask(pointOn(core.place, core.today()))?.sheet.name).toBe("Quebrada Dos");
    expect(core.candidates().map(({ name }) => name)).toContain("Efraín Yanza");
    expect(core.person(seven.member)).toMatchObject({ standing: "member" });
    expect(core.sync()).toMatchObject({ trouble: null, unsent: 0, clockError: 0 });
  });

  test("a square that names another key than the one that answers enrols nobody", async () => {
    const effects = effectsOver(server, new MemoryDisk());
    const failed = await enrol(effects, await ticketFor(server), "0123456789abcdef", {
      makeKey: () => makeKey(effects.chance),
      machine,
    });
    expect(failed).toEqual({ notEnrolled: "not-the-book" });
    expect(await openCore(effects)).toBeNull();
  });

  test("a ticket that was used is told as the book tells it; the telephone that used it gets the same answer again", async () => {
    const ticket = await ticketFor(server);
    const own = effectsOver(server, new MemoryDisk());
    const lost = {
      ...own,
      network: async (asked: never) => Promise.reject(new Error(`${await serverNetwork(server)(asked)}`)),
    };
    const key = { makeKey: () => makeKey(own.chance), machine };
    expect(await enrol(lost as never, ticket, keyIdOfBook(server), key)).toEqual({ notEnrolled: "no-signal" });
    const other = effectsOver(server, new MemoryDisk());
    expect(await enrol(other, ticket, keyIdOfBook(server), key)).toMatchObject({
      notEnrolled: "ticket",
      refusals: [{ code: "field.ticket-used" }],
    });
    expect(await enrol(own, ticket, keyIdOfBook(server), key)).toBeNull();
  });

  test("hand-overs go up once, their seals with them; the page holds each once, before and after they come back [field.outbox]", async () => {
    const before = await count("delivery");
    const said = [await handOver(core), await handOver(core), await handOver(core)];
    expect(said.map(({ item }) => item.sequence)).toEqual([1, 2, 3]);
    expect(said.map(({ item }) => JSON.parse(item.text).says.receipt)).toEqual(
      [1, 2, 3].map((at) => `${core.series}-00000${at}`),
    );
    expect(core.sync().unsent).toBe(3);
    expect(await core.syncNow()).toMatchObject({ trouble: null, unsent: 0 });
    expect(core.outbox().map(({ state }) => state)).toEqual(["done", "done", "done"]);
    expect(await count("delivery")).toBe(before + 3);
    expect(await count("paper_seal")).toBe(3);
    expect(await count("device_heard", `and device = '${core.device}' and unsent = 0`)).toBe(1); // The office waits for nothing more.
    for (const { item } of said) expect(core.ask(delivery(item.act))?.net_g).toBe(57_800n);
    expect(core.ask(delivery((said[0] as SaidHere).item.act))?.act_position).toBe(
      BigInt(core.outbox()[0]?.position ?? 0),
    );
  });

  test("the answer is lost after the commit, then the telephone is killed: sent again, nothing is doubled [field.outbox]", async () => {
    const deaf = effectsOver(server, disk, {
      network: async (asked) => Promise.reject(await serverNetwork(server)(asked)),
    });
    const first = (await openCore(deaf)) as FieldCore;
    await first.unlock(core.clerks()[0]?.agent ?? "", "1234");
    await handOver(first);
    const stored = await count("delivery");
    expect(await first.syncNow()).toMatchObject({ trouble: "no-answer", unsent: 1 });
    expect(await count("delivery")).toBe(stored + 1);
    const second = (await openCore(effectsOver(server, disk))) as FieldCore;
    expect(second.sync().unsent).toBe(1);
    expect(await second.syncNow()).toMatchObject({ trouble: null, unsent: 0 });
    expect(await count("delivery")).toBe(stored + 1);
    expect(second.outbox().at(-1)).toMatchObject({ state: "done", answer: { outcome: "known already" } });
  });

  test("a photograph travels after acts, in pieces: broken off after the first, it goes on from there and is kept once", async () => {
    const own = await fieldTelephone(server);
    const photograph = Uint8Array.from({ length: 90_000 }, (_, at) => [0xff, 0xd8, 0xff, 0xe0][at] ?? at % 251);
    const offsets: string[] = [];
    const network = serverNetwork(server);
    const broken = effectsOver(server, own.disk, {
      network: async (asked) => {
        if (asked.method !== "PUT") return network(asked);
        offsets.push(new URLSearchParams(asked.path.split("?")[1]).get("at") ?? "");
        if (offsets.length === 2) throw new Error("broken off");
        return network(asked);
      },
    });
    const lame = (await openCore(broken)) as FieldCore;
    expect(await lame.keepPhoto(photograph)).toMatch(/^[0-9a-f]{64}$/);
    expect((await lame.syncNow()).trouble).toBe("no-answer");
    const stored = await count("file");
    expect(await lame.syncNow()).toMatchObject({ trouble: null });
    expect(await count("file")).toBe(stored + 1);
    await lame.syncNow();
    expect(offsets).toEqual(["0", "65536", "65536"]);
  });

  test("a day of 60 hand-overs on a network that fails two times in three: all in the book once, in their order, without a gap", async () => {
    const own = await fieldTelephone(server);
    const before = await count("delivery");
    let asked = 0;
    const network = serverNetwork(server);
    const broken = effectsOver(server, own.disk, {
      network: async (request) => {
        asked += 1;
        if (asked % 3 === 0) return network(request);
        if (asked % 3 === 1) throw new Error(`lost: ${(await network(request)).status}`);
        return { status: 500, header: () => null, bytes: new TextEncoder().encode("<h1>Internal Server Error</h1>") };
      },
    });
    const lame = (await openCore(broken)) as FieldCore;
    await lame.unlock(core.clerks()[0]?.agent ?? "", "1234");
    for (let at = 0; at < 60; at += 1) {
      await handOver(lame);
      if (at % 7 === 0) await lame.syncNow();
    }
    for (let tries = 0; tries < 9 && (lame.sync().unsent > 0 || lame.sync().trouble !== null); tries += 1)
      await lame.syncNow();
    expect(lame.sync()).toMatchObject({ unsent: 0 });
    expect(await count("delivery")).toBe(before + 60);
    const keeper = server.services.installation.store.connect("keeper");
    const { rows } = await keeper.query(
      "select body::json->'through'->>'sequence' as sequence from ayni.act where book_id = $1 and body::json->'through'->>'device' = $2 order by position",
      [testBook, lame.device],
    );
    expect(rows.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
    expect(quebradaDos.place).toBe(lame.place);
  }, 60_000);
});
