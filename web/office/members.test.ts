import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { fill } from "../testing/forms.ts";
import { readText } from "../testing/read.ts";
import { type Served, said } from "../testing/served.ts";
import { settledSacks } from "../testing/settled-sacks.ts";

let server: Served;
beforeAll(async () => {
  server = await settledSacks();
});
afterAll(() => server.close());

const at = (path: string) => `/o/${testBook}${path}`;
const read = async (path: string, token?: string) => readText(await server.get(at(path), token));
const amparo = `/members/${seven.member}`;
const to = (response: Response) => (response.headers.get("Location") ?? "").split("?")[0] ?? "";
const person = { kind: "person", name: "Eladio Ramos", community: "El Filo", since: "2026-09-16" };

describe("one person [web.member]", () => {
  it("shows what is between us: owed, theirs, delivered, settled, tied", async () => {
    const text = await read(amparo);
    expect(text).toContain("Amparo Quintero, socia o socio n.º 0131. Se le deben 2.940.786 pesos.");
    expect(text).toContain("Aportes 64.948 pesos");
    expect(text).toContain("2026 café pergamino 2 525,95");
    expect(text).toContain("L-2026-000001");
    expect(text).toContain("desde el 1 mar 2024");
    expect(await read(`${amparo}?lang=en`)).toContain("We owe 2,940,786 Colombian pesos");
  });
  it("is not for who may not see members, and nobody else is there", async () => {
    const { sessions } = server.services.installation;
    const ciro = await sessions.make({ book: testBook, seat: idOf("Ciro's seat"), agent: idOf("Ciro") });
    expect((await server.get(at(amparo), ciro)).status).toBe(404);
    expect((await server.get(at(`/members/${idOf("nobody")}`))).status).toBe(404);
  });
});

describe("the list of members narrowed [web.members-narrowed]", () => {
  it("by community, by what is owed, and to who left", async () => {
    expect(await read("/members?show=owed")).toContain("Amparo Quintero");
    expect(await read("/members?show=owing")).toContain("Nadie así");
    expect(await read("/members?community=El%20Mirador")).toContain("Amparo Quintero");
    expect(await read("/members?community=Nowhere")).toContain("Nadie así");
    expect(await read("/members?show=left")).toContain("Nadie se ha ido.");
  });
});

describe("registering somebody [web.register]", () => {
  it("with a membership of its own number, and the values sealed", async () => {
    const typed = { ...person, identity: "1.061.700", telephone: "311 555 01 02", join: "yes", number: "0700" };
    const { response, act } = await fill(server, at("/members/new"), typed);
    expect(response.status).toBe(303);
    const { response: again } = await fill(server, at("/members/new"), typed, { act });
    expect(to(again)).toBe(to(response));
    const text = await readText(await server.get(to(response)));
    expect(text).toContain("Eladio Ramos, socia o socio n.º 0700.");
    expect(text).not.toContain("1.061.700");
    expect(await read("/members?q=0700")).toContain("Eladio Ramos");
  });
  it("asks softly when somebody is there of that name or number, and goes on when told so", async () => {
    const typed = { ...person, join: "yes", number: "0701" };
    const { response } = await fill(server, at("/members/new"), typed);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain("¿Ya está en el registro?");
    expect(html).toContain('name="really"');
    const { response: done } = await fill(server, at("/members/new"), { ...typed, really: "yes" });
    expect(done.status).toBe(303);
  });
  it("nobody needs papers or a number; a household and an organisation are registered too", async () => {
    const { response } = await fill(server, at("/members/new"), { kind: "household", name: "Los Ramos" });
    expect(await readText(await server.get(to(response)))).toContain("Los Ramos.");
    const path = at("/members/new?kind=organisation");
    const { response: empty } = await fill(server, path, { kind: "organisation", name: "", form: "company" });
    expect(await readText(empty)).toContain("Todavía no se hizo.");
    const { response: done } = await fill(server, path, { kind: "organisation", name: "Tostadora", form: "company" });
    expect(await readText(await server.get(to(done)))).toContain("Tostadora.");
    expect(await read("/members?show=others")).toContain("Los Ramos");
  });
});

describe("what changes with a person [web.member-acts]", () => {
  it("data are put right; what was left empty keeps its value", async () => {
    const typed = { name: "Amparo Quintero", community: "Alto Cruz", telephone: "311 555 01 03", version: "1" };
    const { response } = await fill(server, at(`${amparo}/correct`), typed);
    expect(response.status).toBe(303);
    await fill(server, at(`${amparo}/correct`), { ...typed, telephone: "", community: "El Mirador", version: "2" });
    const text = await read(amparo);
    expect(text).toContain("El Mirador");
    expect(text).toContain("Teléfono … 03");
  });
  it("a household is tied, and a plot noted with its area", async () => {
    const { response: home } = await fill(server, at("/members/new"), { kind: "household", name: "Los Quintero" });
    const household = to(home).split("/").at(-1) ?? "";
    const tied = { to: household, kind: "household", since: "2026-09-16" };
    const { response } = await fill(server, at(`${amparo}/ties/new`), tied, {
      from: at(`${amparo}/ties/new?to=${household}`),
    });
    expect(response.status).toBe(303);
    expect(await read(amparo)).toContain("Del hogar de Los Quintero");
    const { response: wrong } = await fill(server, at(`${amparo}/plots/new`), { name: "El Bajo", area: "-1" });
    expect(await readText(wrong)).toContain("no es un área en hectáreas");
    await fill(server, at(`${amparo}/plots/new`), { name: "El Bajo", area: "1,5", products: ["coffee-parchment"] });
    expect(await read(amparo)).toContain("El Bajo 1,5 ha · café pergamino");
  });
  it("leaving is a day, and the history stays", async () => {
    const { response: came } = await fill(server, at("/members/new"), { ...person, name: "Nora Ipia", join: "yes" });
    const html = await (await server.get(to(came))).text();
    const end = /href="([^"]*ties\/end\?tie=[^"]*)"/.exec(html)?.[1] ?? "";
    const tie = end.split("tie=")[1] ?? "";
    expect(await readText(await server.get(end))).toContain("Nora Ipia se va. ¿Cuándo?");
    const { response } = await fill(server, end, { tie, until: "2026-09-16", reason: "Se mudó" });
    expect(response.status).toBe(303);
    expect(await read("/members?show=left")).toContain("Nora Ipia");
  });
});

describe("advances and credit [web.credit]", () => {
  it("an advance and a credit are given on forms and stand open with what is left", async () => {
    expect(await read("/credit")).toContain("No hay adelantos ni créditos abiertos.");
    const bad = { member: seven.member, amount: "mucho", currency: "COP", day: "2026-09-16", mode: "cash" };
    const { response: wrong } = await fill(server, at(`/credit/advance?member=${seven.member}`), bad);
    expect(await readText(wrong)).toContain("no se entiende como número");
    const { response } = await fill(server, at(`/credit/advance?member=${seven.member}`), {
      ...bad,
      amount: "250.000",
    });
    expect(response.status).toBe(303);
    const credit = { member: seven.member, purpose: "Abono", principal: "600.000", currency: "COP", rate: "1,5" };
    const days = { start: "2026-06-16", due: "2026-09-01" };
    const { response: early } = await fill(server, at(`/credit/new?member=${seven.member}`), {
      ...credit,
      start: "2026-09-16",
      due: "2026-09-01",
    });
    expect(await readText(early)).toContain("antes de empezar");
    expect((await fill(server, at(`/credit/new?member=${seven.member}`), { ...credit, ...days })).response.status).toBe(
      303,
    );
    const text = await read("/credit");
    expect(text).toContain("2 adelantos y créditos abiertos. Faltan 850.000 pesos.");
    expect(text).toContain("27.000 pesos"); // 600,000 × 1.5 % × 3 completed months.
    expect(text).toContain("venció el 1 sep 2026");
    expect(await read("/credit?show=advance")).toContain("1 adelanto o crédito abierto. Falta 250.000 pesos.");
    expect(await read("/credit?q=nadie")).toContain("Ninguno así");
    expect(await read(amparo)).toContain("Debe 850.000 pesos.");
  });
});

describe("the book about itself [web.our-book]", () => {
  it("leads to what each reader may look at, and says how backups stand", async () => {
    const text = await read("/our-book");
    expect(text).toContain("Todavía no hay ninguna copia buena de este libro.");
    for (const words of ["Quién entra", "Copias de seguridad", "Datos de las personas"]) expect(text).toContain(words);
    const { sessions } = server.services.installation;
    const clerk = { book: testBook, seat: idOf("a clerk's seat"), agent: idOf("a clerk") };
    await server.send([said("seat.give", { ...clerk, book: undefined, roles: ["clerk"], from: "2026-01-02" })]);
    const seen = await read("/our-book", await sessions.make(clerk));
    expect(seen).not.toContain("Copias de seguridad");
    expect(await read("/today")).toContain("Todavía no hay ninguna copia buena del libro");
  });
});
