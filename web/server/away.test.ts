/** The database goes away in the middle: nothing is answered that is not kept, and the sender is told when to come back. */
import { expect, test } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { openStore } from "../../store/connection/pools.ts";
import { type Cable, cableTo } from "../testing/cable.ts";
import { said, served } from "../testing/served.ts";

test("while the database is away acts and views answer 503 with Retry-After, and afterwards all goes on [web.away]", async () => {
  let cable: Cable | undefined;
  const server = await served({
    store: async (database) => {
      cable = await cableTo(database.server);
      return openStore(cable.server, { owner: 1, app: 4, keeper: 1 });
    },
  });
  const seat = { seat: idOf("a seat"), agent: idOf("somebody"), roles: ["clerk"], from: "2026-01-01" };
  const body = JSON.stringify({ book: testBook, acts: [said("seat.give", seat)] });
  const send = () => server.post(body, { Authorization: `Bearer ${server.marta}` });
  const settings = () => server.get("/api/views/book.settings");
  expect((await settings()).status).toBe(200);
  await cable?.pull();
  for (const response of [await send(), await settings(), await server.get(`/o/${testBook}/members`)]) {
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
  }
  await cable?.plug();
  expect((await settings()).status).toBe(200);
  const { answers } = (await (await send()).json()) as { answers: { outcome: string }[] };
  expect(answers[0]?.outcome).toBe("done");
  expect(server.faults).toEqual([]);
  await server.close();
  await cable?.pull();
});
