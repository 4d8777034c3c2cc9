/** A secretary brings her member roll through the office: guessed, tried, let in, and what waits mended and sent again. */
import { Writable } from "node:stream";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testBook, testSettings } from "../../../rooms/book/testing.ts";
import { inBook } from "../../importing/in-book.ts";
import { pathOf, swept, workOf } from "../../importing/jobs.ts";
import { receiveFile } from "../../importing/upload.ts";
import { axeFindings, startBrowser } from "../../testing/browser.ts";
import { readText } from "../../testing/read.ts";
import { type Served, said, served } from "../../testing/served.ts";

let server: Served;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([served(), startBrowser()]);
  const { organisation, name, form } = testSettings;
  await server.send([said("organisation.register", { agent: organisation, name, form })]);
});
afterAll(() => Promise.all([server.close(), browser.close()]));

const at = (path = "") => `/o/${testBook}/imports${path}`;
const cookie = () => ({ Cookie: `ayni_session=${server.marta}`, "Sec-Fetch-Site": "same-origin" });
const see = async (path: string) => readText(await server.get(path));

/** Brings a file as a browser does; gives the address that follows, or the page. */
async function bring(name: string, text: string): Promise<string> {
  const body = new FormData();
  body.append("file", new File([text], name, { type: "text/csv" }));
  const answer = await server.app.request(at(), { method: "POST", body, headers: cookie() });
  return answer.headers.get("Location") ?? (await readText(answer));
}

/** Sends a form; what a browser would send of the page's own form, with what is chosen besides. */
async function send(path: string, typed: Record<string, string> = {}): Promise<Response> {
  const headers = { ...cookie(), "Content-Type": "application/x-www-form-urlencoded" };
  return server.app.request(path, { method: "POST", body: new URLSearchParams(typed).toString(), headers });
}

/** What the form of the columns has chosen: names and values as they stand in the page. */
async function chosenIn(path: string): Promise<Record<string, string>> {
  const html = await (await server.get(path)).text();
  const typed: Record<string, string> = {};
  for (const [, name = "", inside = ""] of html.matchAll(/<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    typed[name] = /<option(?: value="([^"]*)")? selected/.exec(inside)?.[1] ?? "";
  return typed;
}

const roll = [
  "Nº;Nombre;Cédula;Vereda;Ingreso",
  "1;María Quispe;10234567;El Mirador;12/03/2015",
  "2;José Ñáñez;10234568;El Mirador;01/07/2016",
  "3;Ana Pérez;10234567;La Honda;05/05/2018",
  "4;;10234570;La Honda;05/05/2018",
];

let run = "";

test("the file is looked over: its kind and columns are guessed and shown with their cells [imports.columns]", async () => {
  expect(await see(at())).toContain("Traiga sus hojas tal como están");
  run = await bring("padrón 2026.csv", roll.join("\n"));
  expect(run).toMatch(new RegExp(`^${at()}/[0-9a-f-]{36}$`));
  const page = await see(run);
  expect(page).toContain("Diga qué hay en cada columna de padrón 2026.csv");
  expect(page).toContain("C · Cédula (10234567; 10234568)");
  expect(await chosenIn(run)).toMatchObject({
    kind: "members",
    "column-number": "0",
    "column-name": "1",
    "column-document": "2",
    "column-community": "3",
    "column-since": "4",
    "column-telephone": "",
  });
});

test("a header found wrongly is named by its row, and the cells of the row above it are rows then", async () => {
  const other = await bring("sin encabezado.csv", "1;María;10\n2;José;20");
  const page = await see(`${other}?columns=1&kind=members&headerRow=1`);
  expect(page).toContain("A · 1 (2)");
  expect(await see(`${other}?columns=1&kind=plots&headerRow=0`)).toContain("(1; 2)");
});

test("it is tried: what would go in stands first, and nothing is said yet [imports.tried]", async () => {
  const answer = await send(`${run}/columns`, await chosenIn(run));
  expect(answer.status, await answer.clone().text()).toBe(303);
  const page = await see(run);
  expect(page).toContain("De 5 filas entrarán 2".replace("5", "4"));
  expect(page).toContain("2 esperan por usted");
  expect(page).toContain("El documento 10234567 ya es de 1 María Quispe.");
  expect(page).toContain("Falta «Nombre». Escríbalo en la fila.");
  expect(await see(`/o/${testBook}/members`)).not.toContain("María Quispe");
});

test("it is let in, and sending the form twice does it once [imports.done]", async () => {
  for (const _ of [1, 2]) expect((await send(`${run}/go`)).status).toBe(303);
  await workOf(server.services, run.slice(-36));
  expect(await see(run)).toContain("De 4 filas entraron 2; 0 ya estaban; 2 esperan por usted");
  expect(await see(`/o/${testBook}/members`)).toContain("María Quispe");
  expect(await see(at())).toContain("entró");
});

test("the rows that wait come back as a sheet; mended and brought again, its columns are known [imports.mended]", async () => {
  const csv = await (await server.get(`${run}/waiting.csv`)).text();
  expect(csv).toContain("Nº;Nombre;Cédula;Vereda;Ingreso;fila;resultado;campo;encontrado;qué hacer");
  const mended = csv
    .replace("3;Ana Pérez;10234567", "3;Ana Pérez;10234569")
    .replace("4;;10234570", "4;Iván Ruiz;10234570");
  const again = await bring("padrón corregido.csv", mended);
  expect(await see(again)).toContain("tiene las columnas que ya conocemos");
  await send(`${again}/columns`, await chosenIn(again));
  expect(await see(again)).toContain("De 2 filas entrarán 2");
  await send(`${again}/go`);
  await workOf(server.services, again.slice(-36));
  expect(await see(`/o/${testBook}/members`)).toContain("Iván Ruiz");
  const workbook = await server.get(`${run}/waiting.xlsx`);
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

test("broken off with its server in the middle: the page says how far it came, and it goes on [imports.broken-off]", async () => {
  const other = await bring("mas.csv", "numero,nombre\n51,Una Persona\n52,Otra Persona");
  await send(`${other}/columns`, await chosenIn(other));
  const { store } = server.services.installation;
  const text = `update ayni.import_run set stage = 'running', rows_read = 1, changed_at = '2026-01-01T00:00:00Z' where run = $1`;
  await inBook(store.connect("app"), testBook, (client) => client.query(text, [other.slice(-36)]));
  expect(await see(other)).toContain("mas.csv quedó a la mitad, después de 1 filas");
  expect(await see(at())).toContain("quedó a la mitad");
  expect((await send(`${other}/go`)).status).toBe(303);
  await workOf(server.services, other.slice(-36));
  expect(await see(other)).toContain("De 2 filas entraron 2");
});

test("a file altered after it was tried is not let in [imports.altered]", async () => {
  const other = await bring("otro.csv", "numero,nombre\n9,Otra Persona");
  await send(`${other}/columns`, await chosenIn(other));
  const { writeFileSync } = await import("node:fs");
  writeFileSync(pathOf(server.services, testBook, other.slice(-36)), "numero,nombre\n9,Alguien Distinto");
  await send(`${other}/go`);
  await workOf(server.services, other.slice(-36));
  expect(await see(other)).toContain("El archivo ya no es el que se miró");
});

test("opening balances come in through the same door, are listed, and what is owed can be paid [openings.page]", async () => {
  const rows = ["Socio;Aportes;Anticipos;Por pagar;Cuenta;Monto", "1;350.000;80.000;64.500;;", ";;;;Caja;785.000"];
  const brought = await bring("saldos.csv", rows.join("\n"));
  expect(await chosenIn(brought)).toMatchObject({ kind: "opening" });
  await send(`${brought}/columns`, { ...(await chosenIn(brought)), on: "2026-10-31" });
  await send(`${brought}/go`);
  await workOf(server.services, brought.slice(-36));
  expect(await see(brought)).toContain("De 2 filas entraron 2");
  const page = await see(`/o/${testBook}/openings`);
  expect(page).toContain("Este libro empezó con 2 saldos");
  expect(page).toMatch(
    /1 María Quispe 31 oct 2026 Aportes 350\.000 COP · Anticipo por cobrar 80\.000 COP · Se le debe al socio 64\.500 COP/,
  );
  const due = (await (await server.get("/api/views/payments.due")).json()) as {
    rows: { number: string; to_hand: string }[];
  };
  expect(due.rows).toMatchObject([{ number: "A-2026-000001", to_hand: "64500" }]);
  const paper = await server.get(`/o/${testBook}/statements/A-2026-000001`);
  expect(paper.headers.get("Location")).toBe(`/o/${testBook}/openings`);
  const { sessions } = server.services.installation;
  const maria = await sessions.make({ book: testBook, ...(await seatFor("1")) });
  expect(await readText(await server.get(`/o/${testBook}/openings`, maria))).toContain("Así estaban sus cuentas");
});

/** A member's own seat. */
async function seatFor(number: string): Promise<{ readonly seat: string; readonly agent: string }> {
  const { writers, store } = server.services.installation;
  const text = "select from_agent::text as agent from books.tie where number = $1 and kind = 'membership'";
  const agent = (await store.connect("keeper").query(text, [number])).rows[0]?.agent as string;
  const seat = crypto.randomUUID();
  await writers.take(testBook, "test", [said("seat.give", { seat, agent, roles: ["member"], from: "2026-01-02" })]);
  return { seat, agent };
}

test("what is no sheet is told kindly; without the power there is no page [imports.refused]", async () => {
  const page = await bring("padron.xlsx", "");
  expect(page).toContain("No llegó ningún archivo");
  expect(await bring("foto.xlsx", "\u0000\u0001\u0002 not a sheet \u0000")).toContain(
    "El archivo no es una hoja de cálculo",
  );
  const { sessions, writers } = server.services.installation;
  const auditor = { book: testBook, seat: crypto.randomUUID(), agent: crypto.randomUUID() };
  await writers.take(testBook, "test", [
    said("seat.give", { ...{ seat: auditor.seat, agent: auditor.agent }, roles: ["auditor"], from: "2026-01-02" }),
  ]);
  expect((await server.get(at(), await sessions.make(auditor))).status).toBe(403);
});

test("files of imports take no more room together than is set: the oldest go first, what is young stays", async () => {
  const { mkdirSync, readdirSync, utimesSync, writeFileSync } = await import("node:fs");
  const { dirname, join } = await import("node:path");
  const book = "01994f6e-0000-7000-8000-00000000f011";
  const folder = dirname(pathOf(server.services, book, "any"));
  mkdirSync(folder, { recursive: true });
  for (const [age, name] of ["youngest", "second", "oldest"].entries()) {
    writeFileSync(join(folder, `${name}.sheet`), "0123456789");
    const then = new Date(Date.now() - age * 60_000);
    utimesSync(join(folder, `${name}.sheet`), then, then);
  }
  await swept(server.services, book, 20);
  expect(readdirSync(folder).sort()).toEqual(["second.sheet", "youngest.sheet"]);
});

test("a full disk and a file too large leave nothing behind, and say so [imports.disk-full]", async () => {
  const body = new FormData();
  body.append("file", new File(["numero,nombre\n1,A"], "x.csv"));
  const request = () => new Request("http://here/", { method: "POST", body });
  const full = () =>
    new Writable({ write: (_, __, go) => go(Object.assign(new Error("no space left"), { code: "ENOSPC" })) });
  const path = pathOf(server.services, testBook, "full");
  expect(await receiveFile(request(), path, { open: full })).toMatchObject({ refusal: { code: "import.disk-full" } });
  expect(await receiveFile(request(), path, { limit: 3 })).toMatchObject({
    refusal: { code: "import.file-too-large" },
  });
  const { existsSync } = await import("node:fs");
  expect(existsSync(path)).toBe(false);
});

test("each page holds on a telephone and on a screen, in three languages, with nothing for axe to find [imports.axe]", async () => {
  const fresh = await bring("entregas.csv", "fecha;socio;kilos\n2026-10-01;1;1.250");
  const findings: string[] = [];
  for (const path of [at(), run, fresh, `/o/${testBook}/openings`])
    for (const language of ["es", "en", "pt"]) {
      const html = await (await server.get(`${path}?lang=${language}`)).text();
      const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
      await page.setContent(html);
      if (process.env.AYNI_PICTURES !== undefined && language === "es") {
        await page.setViewportSize({ width: 1100, height: 900 });
        const name = path === at() ? "list" : path === run ? "run" : "columns";
        await page.screenshot({ path: `${process.env.AYNI_PICTURES}/imports-${name}.png`, fullPage: true });
        await page.setViewportSize({ width: 360, height: 800 });
      }
      findings.push(...(await axeFindings(page)).map((one) => `${path} ${language} ${one}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) findings.push(`${path} ${language} is ${width} wide`);
      await page.close();
    }
  expect(findings).toEqual([]);
  expect(server.faults).toEqual([]);
}, 60_000);
