import { createConnection } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testBook } from "../../rooms/book/testing.ts";
import { type Served, said, served } from "../testing/served.ts";
import { type Listening, listen } from "./listen.ts";

let server: Served;
let open: Listening;
const anyPort = { host: "127.0.0.1", port: 0, orNext: false };

beforeAll(async () => {
  server = await served();
  const listening = await listen(server.app, anyPort);
  if (!listening.ok) throw new Error(listening.refusal.code);
  open = listening.value;
});
afterAll(async () => {
  await open.close();
  await server.close();
});

const post = (body: BodyInit) =>
  fetch(`${open.address}/api/acts`, {
    method: "POST",
    body,
    headers: { Authorization: `Bearer ${server.marta}`, "Content-Type": "application/json" },
  });

test("acts come in through a real socket and are answered", async () => {
  const act = said("book.settings", { settings: "unreadable" });
  const response = await post(JSON.stringify({ book: testBook, acts: [act] }));
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ answers: [{ outcome: "refused" }] });
});

test("10 MB over the socket are answered 413, and the server goes on", async () => {
  const answer = await post(new Uint8Array(10 * 1024 * 1024)).then(
    ({ status }) => status,
    () => "cut off",
  );
  expect([413, "cut off"]).toContain(answer);
  expect((await fetch(`${open.address}/api/openapi.json`)).status).toBe(200);
});

test("rubbish instead of HTTP is let go, and the server goes on", async () => {
  await new Promise<void>((closed) => {
    const socket = createConnection(open.port, "127.0.0.1", () => socket.write("\u0000\u0001 not http\r\n\r\n"));
    socket
      .on("error", () => undefined)
      .on("close", () => closed())
      .resume();
  });
  expect((await fetch(`${open.address}/api/openapi.json`)).status).toBe(200);
});

test("a busy port is told by code; when the port was not asked for, the next free one is taken", async () => {
  expect(await listen(server.app, { ...anyPort, port: open.port })).toMatchObject({
    ok: false,
    refusal: { code: "server.port-busy", facts: { port: `${open.port}` } },
  });
  const next = await listen(server.app, { ...anyPort, port: open.port, orNext: true });
  if (!next.ok) throw new Error(next.refusal.code);
  expect(next.value.port).toBeGreaterThan(open.port);
  await next.value.close();
});
