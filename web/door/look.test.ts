/** Looking around the example: as whom one likes, at this machine, until it is taken away. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { efrain, testBook } from "../../rooms/book/testing.ts";
import { type Served, served } from "../testing/served.ts";
import { visitorOf } from "../testing/visitor.ts";
import { exampleNoted, noteExample } from "./example.ts";

let server: Served;
beforeAll(async () => {
  server = await served();
  await noteExample(server.services.installation.store.connect("app"), testBook, Date.now());
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const here = () => visitorOf(server, { address: "127.0.0.1" });

test("at this machine one looks around the example as any of its roles, and every page says so [door.look]", async () => {
  const visitor = here();
  const front = await visitor.get("/");
  expect(front.text).toContain("Mirar el ejemplo por dentro");
  expect(front.html).toContain('name="role" value="clerk"');
  expect((await visitor.post("/look", { seat: efrain.seat, role: "clerk" })).location).toBe("/");
  const page = await visitor.follow("/");
  expect(page.text).toContain("Mira el ejemplo como Acopio. Nada de esto es de verdad.");
  const change = await visitor.get("/look");
  const manager = /name="seat" value="([^"]+)"\/?><button[^>]*value="manager"/.exec(change.html)?.[1] ?? "";
  await visitor.post("/look", { seat: manager });
  expect((await visitor.get(`/o/${testBook}/access`)).text).toContain("Mira el ejemplo como Gerencia");
  expect((await visitor.get("/account")).text).toContain("Usted mira el ejemplo por dentro");
});

test("from elsewhere nobody looks around, unless the operator opened the example", async () => {
  const far = visitorOf(server, { address: "203.0.113.5" });
  expect((await far.get("/")).text).not.toContain("Mirar el ejemplo");
  expect((await far.post("/look", { seat: efrain.seat })).status).toBe(404);
  const open = { ...server.services, doorway: { ...server.services.doorway, exampleOpen: true } };
  const { createApp } = await import("../server/app.ts");
  const opened = visitorOf({ ...server, app: createApp(open) }, { address: "203.0.113.5" });
  expect((await opened.get("/")).text).toContain("Mirar el ejemplo");
  expect((await opened.post("/look", { seat: efrain.seat })).status).toBe(303);
  expect((await opened.get("/look")).html).not.toContain("/look/remove");
  expect((await opened.post("/look/remove", {})).status).toBe(404);
});

test("an example open to everybody takes no files and makes no backups: nobody knows who looks around", async () => {
  const open = { ...server.services, doorway: { ...server.services.doorway, exampleOpen: true } };
  const { createApp } = await import("../server/app.ts");
  const app = createApp(open);
  const opened = visitorOf({ ...server, app }, { address: "203.0.113.9" });
  const manager = /name="seat" value="([^"]+)"\/?><button[^>]*value="manager"/.exec(
    (await opened.get("/look")).html,
  )?.[1];
  await opened.post("/look", { seat: manager ?? "" });
  const at = (path: string) => `/o/${testBook}/${path}`;
  for (const path of ["backup/now", "backup/rehearsal"]) {
    const refused = await opened.post(at(path), {});
    expect(refused.status).toBe(403);
    expect(refused.text).toContain("no se traen archivos ni se hacen respaldos");
  }
  expect((await opened.get(at("backup/book"))).status).toBe(403);
  const body = new FormData();
  body.append("file", new File(["numero;nombre\n1;Rosa"], "padron.csv"));
  const headers = { Cookie: `ayni_session=${opened.jar.get("ayni_session")}`, "Sec-Fetch-Site": "same-origin" };
  const brought = await app.request(at("imports"), { method: "POST", body, headers });
  expect(brought.headers.get("Location")).toBeNull();
  expect(await brought.text()).toContain("no se traen archivos");
  expect((await here().get("/")).text).toContain("Mirar el ejemplo"); // At one's own machine all of it goes on.
});

test("a seat that is not the example's is not taken, and nobody is invited to the example", async () => {
  const visitor = here();
  expect((await visitor.post("/look", { seat: "01994f6e-0000-7000-8000-0000000a0001" })).status).toBe(404);
  const manager = /name="seat" value="([^"]+)"\/?><button[^>]*value="manager"/.exec(
    (await visitor.get("/look")).html,
  )?.[1];
  await visitor.post("/look", { seat: manager ?? "" });
  const invited = await visitor.post(`/o/${testBook}/access/${efrain.seat}/invite`, {});
  expect(invited.status).toBe(404);
  expect(invited.text).toContain("Al ejemplo no se invita a nadie");
});

test("the example is taken away: nobody is in it any more, and it is not made again [door.look-removed]", async () => {
  const [visitor, other] = [here(), here()];
  await other.post("/look", { seat: efrain.seat });
  expect((await visitor.post("/look/remove", {})).location).toBe("/");
  expect((await visitor.get("/")).text).not.toContain("Mirar el ejemplo");
  expect((await other.follow("/")).text).toContain("Esta sesión ya no vale");
  expect((await visitor.get("/look")).status).toBe(404);
  expect(await exampleNoted(server.services.installation.store.connect("app"))).toBe("removed");
});
