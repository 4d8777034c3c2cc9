/** Looking at an identity number leaves a line, before the answer leaves; looking at one's own leaves none. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealDigest } from "../../kernel/personal.ts";
import { idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { type Served, said, served } from "../../web/testing/served.ts";

let server: Served;
const rosa = idOf("Rosa");
const salt = "0123456789abcdef0123456789abcdef";
const sealed = (kind: string, value: string) => ({ kind, digest: sealDigest(salt, value) });
const beside = (value: string) => ({ digest: sealDigest(salt, value), salt, value });

beforeAll(async () => {
  server = await served();
  const person = {
    agent: rosa,
    name: sealed("name", "Rosa Quispe"),
    identity: sealed("identity-number", "CC 55.001"),
    telephone: sealed("telephone", "+57 300 000 0031"),
  };
  await server.send([
    { ...said("person.register", person), beside: ["Rosa Quispe", "CC 55.001", "+57 300 000 0031"].map(beside) },
    said("seat.give", {
      seat: idOf("a technician's seat"),
      agent: idOf("a technician"),
      roles: ["technician"],
      from: "2026-01-01",
    }),
    said("seat.give", { seat: idOf("Rosa's seat"), agent: rosa, roles: ["member"], from: "2026-01-01" }),
  ]);
});
afterAll(() => server.close());

const rows = async (path: string, token?: string) =>
  ((await (await server.get(`/api/views/${path}`, token)).json()) as { rows: Record<string, unknown>[] }).rows;

test("the manager reads Rosa's number, and the book says so [privacy.access-log]", async () => {
  const held = await rows(`personal.of?agent=${rosa}`);
  expect(held.map(({ kind, value }) => `${kind}: ${value}`)).toEqual([
    "name: Rosa Quispe",
    "identity-number: CC 55.001",
    "telephone: +57 300 000 0031",
  ]);
  const looked = await rows(`personal.looked?about=${rosa}`);
  expect(looked).toHaveLength(1);
  const kinds = ["identity-number", "telephone", "address"];
  expect(looked[0]).toMatchObject({ agent: marta.agent, view: "personal.of", kinds });
});

test("Rosa reads her own and who looked; her own look is no line", async () => {
  const { sessions } = server.services.installation;
  const own = await sessions.make({ book: testBook, seat: idOf("Rosa's seat"), agent: rosa });
  expect(await rows(`personal.of?agent=${rosa}`, own)).toHaveLength(3);
  expect(await rows(`personal.looked?about=${rosa}`, own)).toHaveLength(1);
});

test("a technician may do neither, and leaves no line for trying", async () => {
  const { sessions } = server.services.installation;
  const token = await sessions.make({ book: testBook, seat: idOf("a technician's seat"), agent: idOf("a technician") });
  expect((await server.get(`/api/views/personal.of?agent=${rosa}`, token)).status).toBe(403);
  expect(await rows(`personal.looked?about=${rosa}`)).toHaveLength(1);
});

test("where the line cannot be written, the number is not shown either", async () => {
  const keeper = server.services.installation.store.connect("owner");
  await keeper.query("revoke insert on ayni.personal_access from ayni_app");
  expect((await server.get(`/api/views/personal.of?agent=${rosa}`)).status).toBe(500);
  await keeper.query("grant insert on ayni.personal_access to ayni_app");
  expect(server.faults).toHaveLength(1);
});
