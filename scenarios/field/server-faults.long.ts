/** What befalls the server while a telephone sends: killed in mid-batch, our own code broken, and the telephone revoked at the office. */
import { describe, expect, test } from "vitest";
import { type Child, startChild } from "../../bench/method/child.ts";
import { fact, vocabulary } from "../../kernel/act/declaration.ts";
import { allActs, tools } from "../../rooms/all.ts";
import { testBook } from "../../rooms/book/testing.ts";
import { fill } from "../../web/testing/forms.ts";
import { asked, inBook, problemsOf, rowsOf } from "./office.ts";
import type { Serving } from "./serve.ts";
import { telephoneAndOffice } from "./set-up.ts";
import { clockGoes, outboxOf, receive, reconciled, syncNow, timeout } from "./telephone.ts";

/** The rules of today, but that a hand-over of exactly 66,600 grams breaks our own code. */
const faulty = allActs.map((one) =>
  one.kind !== "delivery.receive"
    ? one
    : fact({
        ...(one as never as Parameters<typeof fact>[0]),
        follows: (said, known, context) => {
          if ((said as { bags: { gross_g: string }[] }).bags[0]?.gross_g === "66600") throw new Error("our own fault");
          return one.follows(said as never, known as never, context) as never;
        },
      }),
);

const at = telephoneAndOffice({ tools: { ...tools, vocabulary: vocabulary(...faulty) } });

/** A server of its own process over the same book; the line leads to it. */
async function another(): Promise<Child> {
  const { store, home, privateKey, sealKeys } = at.office.served.services.installation;
  const child = startChild(new URL("serve.ts", import.meta.url));
  const key = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  const serving: Serving = { ...{ server: store.server, home: home.root, key, sealKeys }, ahead: at.office.ahead };
  at.office.line.port = await child.ask<number>(serving);
  return child;
}

const strike = async (child: Child): Promise<void> => {
  process.kill(child.pid, "SIGKILL");
  await child.end();
};

/** Writers of the book wait for a lock until this is let go: so the blow falls in the middle of the batch. */
async function writersHeldUp(): Promise<{
  readonly waiting: () => Promise<number>;
  readonly letGo: () => Promise<void>;
}> {
  const client = await at.office.served.services.installation.store.connect("owner").connect();
  await client.query("begin; lock table ayni.delivery in share mode");
  return {
    waiting: async () => {
      const { rows } = await client.query("select count(*)::int as waiting from pg_locks where not granted");
      return rows[0].waiting;
    },
    letGo: async () => {
      await client.query("rollback");
      client.release();
    },
  };
}

describe("something befalls the server", { timeout: 240_000 }, () => {
  test("kill -9 in the middle of a batch: all of it waits on the telephone, the book has it whole or not at all, and then once [fault.server-killed]", async () => {
    const own = at.office.line.port;
    at.office.line.cut = true;
    await receive(at.telephone, 30);
    const child = await another();
    const held = await writersHeldUp();
    at.office.line.cut = false;
    const trying = syncNow(at.telephone);
    await expect.poll(held.waiting, { timeout }).toBeGreaterThan(0);
    await strike(child);
    expect(await trying).toMatchObject({ unsent: 30, trouble: "no-answer" });
    expect((await outboxOf(at.telephone)).every(({ state }) => state === "waiting")).toBe(true);
    await held.letGo();
    expect([0, 30]).toContain((await inBook(at.office, at.device)).length);
    at.office.line.port = own;
    expect(await syncNow(at.telephone)).toMatchObject({ unsent: 0, trouble: null });
    await reconciled(at.telephone, at.office, at.device);
  });

  test("one act in the middle of 200 breaks our own code: 199 are done, it is kept whole and shown on the telephone and at the office [fault.follows-throws]", async () => {
    at.office.line.cut = true;
    await receive(at.telephone, 100);
    const [broken] = (await receive(at.telephone, 1, 66_600n)).acts;
    await receive(at.telephone, 99);
    at.office.line.cut = false;
    const before = at.office.line.heard.filter((one) => one === "POST /field/acts").length;
    expect(await syncNow(at.telephone)).toMatchObject({ unsent: 0, trouble: null });
    expect(at.office.line.heard.filter((one) => one === "POST /field/acts").length - before).toBe(1);
    await reconciled(at.telephone, at.office, at.device);
    const kept = (await inBook(at.office, at.device)).filter(({ where }) => where === "intake");
    expect(kept).toEqual([{ act: broken, sequence: 101, where: "intake" }]);
    const told = (await outboxOf(at.telephone)).filter(({ state }) => state !== "done");
    expect(told).toMatchObject([{ act: broken, state: "kept", answer: { because: { code: "act.our-fault" } } }]);
    await at.telephone.page.evaluate(() => {
      location.hash = "#/unsent";
    });
    await at.telephone.page.getByText("La oficina lo guardó y todavía no lo entiende").first().waitFor();
  });

  test("revoked with 50 unsent: 30 said before the loss count with a question, 20 wait in quarantine, and a release lets them in [fault.revoked]", async () => {
    at.office.line.cut = true;
    await clockGoes(at.telephone, at.office.ahead - 90 * 60_000); // Five in the morning.
    await receive(at.telephone, 30);
    await clockGoes(at.telephone, at.office.ahead);
    await receive(at.telephone, 20);
    const page = `/o/${testBook}/devices/${at.device}`;
    const lost = { reason: "Se quedó en el bus", lostDay: "2026-09-16", lostClock: "06:00" };
    expect((await fill(at.office.served, `${page}/revoke`, lost, { from: page })).response.status).toBe(303);
    at.office.line.cut = false;

    expect(await syncNow(at.telephone)).toMatchObject({ trouble: "revoked", unsent: 0 });
    await reconciled(at.telephone, at.office, at.device);
    const states = (await outboxOf(at.telephone)).map(({ state }) => state);
    expect(states).toEqual([...Array(30).fill("asked"), ...Array(20).fill("kept")]);
    await at.telephone.page.getByText("Este teléfono fue dado de baja").first().waitFor();
    const seen = async () => (await asked(at.office, "devices.list")).find((one) => one.device === at.device);
    expect(await seen()).toMatchObject({ state: "revoked", quarantined: 20, questions: 30 });

    const acts = (await outboxOf(at.telephone)).slice(30).map(({ act }) => act);
    const release = { reason: "El recolector lo tuvo hasta las siete", acts };
    expect((await fill(at.office.served, `${page}/release`, release, { from: page })).response.status).toBe(303);
    expect(await seen()).toMatchObject({ quarantined: 0, questions: 50 });
    const book = await inBook(at.office, at.device);
    expect(book.map(({ sequence, where }) => [sequence, where])).toEqual(
      Array.from({ length: 50 }, (_, at) => [at + 1, "book"]),
    );
    const [{ deliveries } = { deliveries: 0 }] = await rowsOf<{ deliveries: number }>(
      at.office,
      "select count(*)::int as deliveries from ayni.delivery where book_id = $1 and delivery = any($2::uuid[])",
      book.map(({ act }) => act),
    );
    expect(deliveries).toBe(50);
  });

  test("after all of it the book proves itself", async () => {
    expect(await problemsOf(at.office)).toEqual([]);
  });
});
