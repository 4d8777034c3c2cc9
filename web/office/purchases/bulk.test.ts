/** Forty sellers documented from the desk: how far it is, who is held and why, and the others go on. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { now } from "../../../rooms/book/testing.ts";
import { manySellers } from "../../../rooms/purchases/testing.ts";
import { type Desk, deskOver } from "../../testing/desk.ts";
import { served } from "../../testing/served.ts";

let desk: Desk;
beforeAll(async () => {
  const server = await served({ book: "unopened" });
  server.clock.now = Date.parse(now);
  const story = manySellers(40, "38").said.map(({ sent }) => sent);
  for (let from = 0; from < story.length; from += 100) {
    const answers = await server.send(story.slice(from, from + 100));
    for (const answer of answers) expect(answer).toMatchObject({ outcome: expect.stringMatching(/^done/) });
  }
  desk = await deskOver(server);
});
afterAll(() => desk?.close());

/** The page of issuing once its work has come so far. */
const until = (words: string) =>
  expect
    .poll(async () => (await desk.open("purchases/issue")).text, { timeout: 30_000, interval: 100 })
    .toContain(words);

test("each under the next number; two held for want of one; after a renewed authorisation they follow [purchase.bulk]", async () => {
  let page = await desk.open("purchases/issue");
  expect(page.text).toContain("40 vendedores esperan");
  await desk.send(page, { do: "all" });
  await until("Emitidos: 38 de 40. Retenidos con su motivo: 2");
  page = await desk.open("purchases/issue");
  expect(page.text).toContain("2 vendedores esperan");
  expect(page.text.match(/llegó a su último número, 38/g)?.length).toBeGreaterThanOrEqual(2);

  const rules = await desk.open("purchases/rules");
  const series = /purchases\/rules\?series=[0-9a-f-]{36}/.exec(rules.html)?.[0] ?? "";
  page = await desk.send(await desk.open(series), { prefix: "E001-" }, { last: "5000" });
  expect(page.text).toContain("La serie de números está publicada.");
  await desk.send(await desk.open("purchases/issue"), { do: "all" });
  await until("Emitidos: 2 de 2. Retenidos con su motivo: 0");
  const book = await desk.open("purchases?from=2026-11-01&until=2026-11-30");
  expect(book.text).toContain("E001-00000040");
  expect(book.text).toContain("Los documentos y las cuentas dicen lo mismo");
  const workbook = await desk.open("export/purchase-book.list.xlsx?from=2026-11-01&until=2026-11-30");
  expect(workbook.status).toBe(200);
});
