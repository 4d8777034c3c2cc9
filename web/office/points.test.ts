/** The pages of collection points as a manager uses them, without script: each form says its act, and the page after it tells. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { enrolledTelephone, oneSack, pointServed } from "../field/testing/point.ts";
import { Telephone } from "../field/testing/telephone.ts";
import { type Desk, deskOver } from "../testing/desk.ts";
import type { Served } from "../testing/served.ts";

let server: Served;
let desk: Desk;
beforeAll(async () => {
  server = await pointServed();
  desk = await deskOver(server);
});
afterAll(() => server.close());

const point = "points/quebrada-dos";

/** The page that answers a press of "enrol": by plain HTTP on this machine unless said otherwise. */
async function pressEnrol(origin = "http://localhost:8080") {
  const response = await server.app.request(`${origin}/o/${testBook}/${point}/tickets`, {
    method: "POST",
    body: "act=",
    headers: {
      Cookie: `ayni_session=${server.marta}`,
      Host: new URL(origin).host,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
      "Accept-Language": "es",
    },
  });
  const html = await response.text();
  return { status: response.status, html, ticket: /[2-9A-Z]{5}(?:-[2-9A-Z]{5}){4}-[2-9A-Z]{2}/.exec(html)?.[0] ?? "" };
}

test("without points the page says so; a point is opened by a form, and stands in the list [points.pages]", async () => {
  const form = await desk.open("points/new");
  const typed = { name: "El Filo", place: "el-filo", prefix: "ef", products: "coffee-parchment", "scale-0": "B-07" };
  const kilos = { "division-0": "0,1", "known-0": "20", "tolerance-0": "0,2", "notes-COP": "100.000 50.000 20.000" };
  const opened = await desk.send(form, { from: "2026-09-16" }, { ...typed, ...kilos });
  expect(opened.text).toContain("Abierto. Ahora inscriba su primer teléfono.");
  expect(opened.text).toContain("EF: su primer teléfono da EFA-000001");
  expect(opened.text).toContain("B-07, nunca revisada");
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select sheet from ayni.point where place = 'el-filo'");
  expect(rows[0].sheet.scales).toEqual([
    { scale: "B-07", division_g: "100", knownWeight_g: "20000", tolerance_g: "200" },
  ]);
  expect(rows[0].sheet.denominations).toEqual([{ currency: "COP", values: ["100000", "50000", "20000"] }]);
  expect((await desk.open("points")).text).toContain("Todavía no hay ningún teléfono inscrito.");
});

test("what is wrong on the sheet stands beside its field, and what was typed stays", async () => {
  const form = await desk.open(`${point}/sheet`);
  const wrong = await desk.send(form, { prefix: "QD2" }, { prefix: "EF", "division-0": "una libra" });
  expect(wrong.text).toContain("«una libra»");
  const taken = await desk.send(form, { prefix: "QD2" }, { prefix: "EF" });
  expect(taken.html).toContain('id="prefix-wrong"');
  expect(taken.html).toContain('value="EF"');
});

test("Marta shows a square; the telephone scans it and is enrolled; her next press tells so [points.enrol]", async () => {
  const page = await pressEnrol();
  expect(page.html).toContain('<svg class="qr"');
  const waits = /href="(\/o\/[^"]+\/tickets\/[^"]+)"/.exec(page.html)?.[1] ?? "";
  expect((await desk.open(waits)).text).toContain("El teléfono de Quebrada Dos todavía no llega.");
  const telephone = new Telephone(server);
  expect((await telephone.enrol(page.ticket)).status).toBe(200);
  expect((await desk.open(waits)).text).toContain("QD2A es desde ahora un teléfono de Quebrada Dos.");
  const list = (await desk.open("points")).text;
  expect(list).toContain("Hoy no hay noticia de 1 de 1 teléfonos: Quebrada Dos, que nunca envió nada.");
});

test("a ticket that waits can be taken back on the page of its point, and then enrols nobody", async () => {
  const { ticket } = await pressEnrol();
  const page = await desk.open(point);
  const action = /action="(\/o\/[^"]+\/revoke)"/.exec(page.html)?.[1] ?? "";
  const response = await server.app.request(action, {
    method: "POST",
    body: "",
    headers: {
      Cookie: `ayni_session=${server.marta}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });
  expect(response.status).toBe(303);
  expect(await new Telephone(server).enrol(ticket)).toMatchObject({ code: "field.ticket-revoked" });
});

test("opened over plain HTTP by the name of a village network, no ticket is made, and the page says what to do [field.insecure]", async () => {
  const page = await pressEnrol("http://coop.lan");
  expect(page.ticket).toBe("");
  expect(page.html).toContain("ayni certificate");
});

test("once it has sent, the list tells when it was heard, what it still holds and how its clock stands [points.heard]", async () => {
  const telephone = await enrolledTelephone(server);
  const ahead = new Date(server.clock.now + 25 * 60_000).toISOString();
  await telephone.push([], { vouches: true, report: { clock: ahead, unsent: 7 } });
  const page = await desk.open(`devices/${telephone.device}`);
  expect(page.text).toContain(`${telephone.enrolled?.series} guardaba 7 actos por enviar`);
  expect(page.text).toContain("25 minutos adelante");
});

test("cash and a debt are lent to the point and taken back, a pad is given to it [points.cash]", async () => {
  const page = await desk.open(point);
  const float = await desk.send(page, { currency: "COP" }, { amount: "500.000", until: "2026-10-15" });
  expect(float.text).toContain("Prestado. La plata está en camino hasta que el centro la reciba.");
  expect(float.text).toContain("500.000 pesos");
  const debt = await desk.send(float, { upTo: "" }, { debt: seven.advance, debtUntil: "2026-12-31" });
  expect(debt.text).toContain("Cobro a Amparo Quintero");
  const pad = await desk.send(debt, { series: "QD2P" }, { first: "51", last: "100" });
  expect(pad.text).toContain("QD2P, de 51 a 100");
  const hold = /<option value="([0-9a-f-]{36})"[^>]*>Plata para pagar/.exec(pad.html)?.[1] ?? "";
  const ended = await desk.send(
    pad,
    { hold: /<select[^>]*name="hold"[\s\S]*?value="([^"]*)"/.exec(pad.html)?.[1] ?? "" },
    { hold, reason: "Terminó la cosecha" },
  );
  expect(ended.text).toContain("terminó el 16 sep 2026");
});

test("a telephone was lost at nine: what it said at eight stays, what it says at ten waits, and one of it is let in [points.lost]", async () => {
  const lost = await enrolledTelephone(server);
  const sack = (number: number, at: string) =>
    lost.act(
      "delivery.receive",
      { ...oneSack(seven.member, `${lost.enrolled?.series}-00000${number}`), delivery: idOf(`lost sack ${number}`) },
      { at },
    );
  await lost.push([sack(1, "2026-09-16T13:00:00Z")]);
  const page = await desk.open(`devices/${lost.device}`);
  const told = { reason: "Se quedó en el bus", lostDay: "2026-09-16", lostClock: "09:00" };
  const revoked = await desk.send(page, { lostDay: "" }, told);
  expect(revoked.text).toContain("se perdió. Lo que dijo antes vale; lo de después espera.");
  expect(revoked.text).toContain("16 sep 2026, 09:00");
  const late = [sack(2, "2026-09-16T14:30:00Z"), sack(3, "2026-09-16T14:40:00Z")];
  const answers = (await lost.push(late)).value?.answers ?? [];
  expect(answers.map(({ outcome }) => outcome)).toEqual(Array(2).fill("kept, not yet understood"));
  const waiting = await desk.open(`devices/${lost.device}`);
  expect(waiting.text).toContain("2 actos esperan y no cuentan.");
  const act = answers[0]?.act ?? "";
  const released = await desk.send(waiting, { reason: "" }, { acts: act, reason: "Amparo mostró su recibo" });
  expect(released.text).toContain("Admitido.");
  expect(released.text).toContain("1 acto espera y no cuenta.");
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select act_id::text as act from ayni.act where act_id = any($1::uuid[])", [answers.map((one) => one.act)]);
  expect(rows).toEqual([{ act }]);
});

test("the unsent work of a telephone comes as a file: every act is taken once, however often it is brought [points.unsent]", async () => {
  const telephone = await enrolledTelephone(server);
  const acts = [1, 2, 3].map((number) =>
    telephone.act("delivery.receive", {
      ...oneSack(seven.member, `${telephone.enrolled?.series}-00000${number}`),
      delivery: idOf(`carried sack ${number}`),
    }),
  );
  const forged = { ...acts[2], body: acts[2]?.body.replace("58500", "98500") };
  const head = { form: "ayni-unsent/1", book: testBook, device: telephone.device, at: "2026-09-16T14:00:00Z" };
  const bring = async (lines: readonly unknown[]) => {
    const body = new FormData();
    body.append("file", new File([lines.map((one) => JSON.stringify(one)).join("\n")], "ayni-unsent-QD2A.jsonl"));
    const response = await server.app.request(`/o/${testBook}/points/unsent`, {
      method: "POST",
      body,
      headers: { Cookie: `ayni_session=${server.marta}`, "Sec-Fetch-Site": "same-origin", "Accept-Language": "es" },
    });
    return (await response.text()).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  };
  const first = await bring([head, ...acts.slice(0, 2), forged]);
  expect(first).toContain("Del archivo se leyeron 3 actos: 3 eran nuevos para el libro.");
  expect(first).toContain("guardado sin entender todavía");
  const again = await bring([head, ...acts.slice(0, 2)]);
  expect(again).toContain("Del archivo se leyeron 2 actos: 0 eran nuevos para el libro.");
  expect(await bring([{ ...head, book: idOf("another book") }])).toContain("Ese archivo es de otra organización.");
  expect(await bring([{ anything: "else" }])).toContain("Eso no es un archivo de lo no enviado");
});

test("who receives at a point sees no telephones and gives out nothing; who sits nowhere sees nothing", async () => {
  const own = { Cookie: `ayni_session=${server.efrain}` };
  const open = (path: string) => server.app.request(`/o/${testBook}/${path}`, { headers: own });
  expect((await open("points/new")).status).toBe(403);
  expect((await open("points/unsent")).status).toBe(403);
  expect((await open(`devices/${idOf("any")}`)).status).toBe(403);
});
