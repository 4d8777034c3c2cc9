import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { fill } from "../testing/forms.ts";
import { readText } from "../testing/read.ts";
import type { Served } from "../testing/served.ts";
import { settledSacks } from "../testing/settled-sacks.ts";

let server: Served;
beforeAll(async () => {
  server = await settledSacks();
});
afterAll(() => server.close());

const at = (path: string) => `/o/${testBook}${path}`;
const read = async (path: string, token?: string) => readText(await server.get(at(path), token));
const { member, delivery } = seven;
const brings = at(`/deliveries/new?member=${member}`);
const bare = { member, product: "coffee-parchment", place: "quebrada-dos", on: "2026-09-16", rows: "5" };

describe("the list of hand-overs [web.deliveries]", () => {
  it("answers how much came in, and leads to each with how it stands", async () => {
    const text = await read("/deliveries");
    expect(text).toContain("2 entregas: 525,95 kg de café pergamino.");
    expect(text).toContain("T3Q-2-004417");
    expect(text).toContain("L-2026-000001");
    const html = await (await server.get(at("/deliveries"))).text();
    expect(html).toContain(`href="${at(`/deliveries/${delivery}`)}"`);
  });
  it("finds by receipt, by name, by member, by day, and by how it stands", async () => {
    expect(await read("/deliveries?q=T3Q-2-004417")).toContain("1 entrega: 407,6 kg");
    expect(await read("/deliveries?q=quintero&lang=en")).toContain("2 deliveries: 525.95 kg");
    expect(await read(`/deliveries?member=${member}`)).toContain("Amparo Quintero: 2 entregas");
    expect(await read("/deliveries?from=2026-09-17")).toContain("Ninguna entrega así");
    expect(await read("/deliveries?show=open")).toContain("1 entrega: 118,35 kg");
    expect(await read("/deliveries?show=nonsense&from=never")).toContain("2 entregas");
    expect(await read("/deliveries?q=%3Cb%3E")).toContain("No hay entregas que mostrar.");
  });
  it("is not for who may not see it", async () => {
    const hers = await server.services.installation.sessions.make({
      book: testBook,
      seat: idOf("Amparo's seat"),
      agent: member,
    });
    expect((await server.get(at("/deliveries"), hers)).status).toBe(403);
    expect((await server.get(at(`/deliveries/${delivery}`), hers)).status).toBe(404);
  });
});

describe("one hand-over [web.delivery]", () => {
  it("shows it from sack to payment", async () => {
    const text = await read(`/deliveries/${delivery}`);
    expect(text).toContain("Amparo Quintero trajo 407,6 kg de café pergamino el miércoles 16 de septiembre de 2026.");
    expect(text).toContain("Todo 7 412,5 4,9 407,6");
    expect(text).toContain("Humedad 12,6 %");
    expect(text).toContain("L-2026-000001");
    expect(text).toContain("B-03");
    expect(await read(`/deliveries/${delivery}?lang=pt`)).toContain("Amparo Quintero trouxe 407,6 kg");
  });
  it("that nobody handed over is not there", async () => {
    expect((await server.get(at(`/deliveries/${idOf("none")}`))).status).toBe(404);
    expect((await server.get(at("/deliveries/nonsense"))).status).toBe(404);
  });
});

describe("typing a hand-over [web.type-delivery]", () => {
  it("asks first who brings, then what", async () => {
    expect(await read("/deliveries/new")).toContain("¿Quién trae?");
    const found = await (await server.get(at("/deliveries/new?q=0131"))).text();
    expect(found).toContain(`href="${brings}"`);
    expect(await readText(await server.get(brings))).toContain("¿Qué trae Amparo Quintero?");
  });
  it("keeps what was typed when something is to be mended, and adds rows without losing any", async () => {
    const { response } = await fill(server, brings, { ...bare, "gross-0": "61,5", "tare-0": "uno", "count-0": "0" });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('value="61,5"');
    expect(html).toContain("no se entiende como número");
    expect(html).toContain("no dice cuántos son");
    const { response: more } = await fill(server, brings, { ...bare, "gross-0": "61,5", more: "1" });
    const grown = await more.text();
    expect(grown).toContain('name="gross-9"');
    expect(grown).toContain('value="61,5"');
    expect(grown).not.toContain("Todavía no se hizo.");
    const { response: nothing } = await fill(server, brings, bare);
    expect(await readText(nothing)).toContain("No se escribió ningún peso.");
  });
  it("is one hand-over however often it is sent, with the receipt the book gives it", async () => {
    const typed = { ...bare, "gross-0": "61,5", "tare-0": "0,7", "container-0": "sack" };
    const { response, act } = await fill(server, brings, typed);
    expect(response.status).toBe(303);
    const to = (response.headers.get("Location") ?? "").split("?")[0] ?? "";
    const { response: again } = await fill(server, brings, typed, { act });
    expect(again.headers.get("Location")?.split("?")[0]).toBe(to);
    const text = await readText(await server.get(to));
    expect(text).toContain("trajo 60,8 kg");
    expect(text).toContain("quebrada-dos-000002");
    expect(await read("/deliveries")).toContain("3 entregas");
  });
});

describe("what is said of a hand-over later [web.delivery-later]", () => {
  let path: string;
  beforeAll(async () => {
    const { response } = await fill(server, brings, { ...bare, "gross-0": "50" });
    path = response.headers.get("Location")?.split("?")[0] ?? "";
  });
  it("an objection is kept in the person's words, and the book asks", async () => {
    const { response: empty } = await fill(server, `${path}/object`, { on: "2026-09-16" });
    expect(await readText(empty)).toContain("Todavía no se hizo.");
    const typed = { against: "weight", words: "En mi casa pesó más.", on: "2026-09-16" };
    const { response } = await fill(server, `${path}/object`, typed);
    expect(response.status).toBe(303);
    const text = await readText(await server.get(response.headers.get("Location") ?? ""));
    expect(text).toContain("Reclamo guardado.");
    expect(text).toContain("Recibido con reclamo sobre: el peso.");
    expect(text).toContain("En mi casa pesó más.");
    expect(await read("/deliveries?show=doubt")).toContain("1 entrega: 50 kg");
  });
  it("voided with its reason, it stays in view and no longer counts", async () => {
    const { response: empty } = await fill(server, `${path}/void`, { reason: " ", on: "2026-09-16" });
    expect(empty.status).toBe(200);
    const { response } = await fill(server, `${path}/void`, { reason: "Se pesó dos veces.", on: "2026-09-16" });
    expect(response.status).toBe(303);
    const text = await readText(await server.get(path));
    expect(text).toContain("Anulada el 16 sep 2026. Ya no cuenta.");
    expect(text).toContain("Se pesó dos veces.");
    expect(await read("/deliveries")).toContain("1 está anulada y no suma.");
  });
  it("a result wants at least one reading", async () => {
    const { response } = await fill(server, `${path}/grade`, { on: "2026-09-16" });
    expect(await readText(response)).toContain("No se escribió ninguna medida.");
  });
});
