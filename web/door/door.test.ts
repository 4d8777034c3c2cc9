/** The doors as people use them: forms are sent as a browser sends them, cookies kept as it keeps them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testBook } from "../../rooms/book/testing.ts";
import { type Served, served } from "../testing/served.ts";
import { visitorOf } from "../testing/visitor.ts";

let server: Served;
beforeAll(async () => {
  server = await served();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const here = "127.0.0.1";
const pin = "730194";

/** Founds an organisation at this machine, as a browser would. */
async function found(name: string, signIn: string) {
  const visitor = visitorOf(server, { address: here });
  const page = await visitor.get("/new?country=CO");
  const answer = await visitor.post("/new", {
    ...page.fields,
    ...{ name, form: "informal", person: "Rosa Yatacué", signIn, pin, again: pin },
  });
  return { visitor, answer, page };
}

test("nobody signed in sees the door: to sign in, and at this machine to make an organisation [door.front]", async () => {
  const near = await visitorOf(server, { address: here }).get("/");
  expect(near.status).toBe(200);
  expect(near.text).toContain("¿Quién entra?");
  expect(near.text).toContain("¿Tiene ya su grupo?");
  const far = await visitorOf(server, { address: "203.0.113.7" }).get("/?lang=pt");
  expect(far.text).toContain("Quem entra?");
  expect(far.html).not.toContain('href="/new"');
  expect((await visitorOf(server, { address: "203.0.113.7" }).get("/new")).status).toBe(403);
});

test("somebody founds an organisation and is in it, with a sign-in of their own [door.new]", async () => {
  const { visitor, answer } = await found("Grupo El Mirador", "311 234 5678");
  expect(answer.status).toBe(303);
  expect((await visitor.follow(answer.location ?? "")).text).toContain("El libro de Grupo El Mirador está abierto");
  const home = await visitor.follow("/");
  expect(home.status).toBe(200);
  expect(home.text).toContain("Grupo El Mirador");
  await visitor.post("/leave", {});
  expect((await visitor.get("/")).text).toContain("¿Quién entra?");
  const again = await visitor.post("/sign-in", { signIn: "3112345678", pin });
  expect(again.location).toBe("/");
  expect((await visitor.follow("/")).text).toContain("Grupo El Mirador");
});

test("the form sent twice founds one organisation; what is wrong is told beside its field and nothing is made", async () => {
  const visitor = visitorOf(server, { address: here });
  const page = await visitor.get("/new?country=PE");
  expect(page.fields).toMatchObject({ zone: "America/Lima", currency: "PEN", line: "0,01" });
  const filled = {
    ...page.fields,
    name: "Asociación Río Claro",
    form: "association",
    person: "Ciro",
    signIn: "Ciro Campo",
  };
  const short = await visitor.post("/new", { ...filled, pin: "7301", again: "7301" });
  expect(short.text).toContain("El PIN lleva 6 números al menos");
  expect(short.html).toContain('value="Asociación Río Claro"');
  const wrong = await visitor.post("/new", { ...filled, zone: "America/Nowhere", pin, again: pin });
  expect(wrong.text).toContain("America/Nowhere");
  expect((await visitor.post("/new", { ...filled, pin, again: pin })).status).toBe(303);
  const other = visitorOf(server, { address: here });
  expect((await other.post("/new", { ...filled, pin, again: pin })).status).toBe(303);
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select count(*)::int as books from books.book_settings where name = 'Asociación Río Claro'");
  expect(rows[0].books).toBe(1);
});

test("the operator's link lets one found an organisation from elsewhere, once", async () => {
  const entry = await server.services.installation.sessions.makeEntry(null);
  const visitor = visitorOf(server, { address: "203.0.113.8" });
  const page = await visitor.get(`/new?country=GT&entry=${entry}`);
  const filled = { ...page.fields, name: "Grupo Atitlán", person: "Ana", signIn: "Ana Tzoc", pin, again: pin };
  expect((await visitor.post("/new", { ...filled, form: "informal" })).status).toBe(303);
  expect((await visitorOf(server, { address: "203.0.113.8" }).get(`/new?entry=${entry}`)).status).toBe(403);
});

test("a wrong PIN and an unknown name read alike, and after three tries one is told how long to wait [door.sign-in]", async () => {
  await found("Grupo Dos Aguas", "Olga Tumbo");
  const visitor = visitorOf(server, { address: "203.0.113.9" });
  const bare = (text: string) => text.replace(/Olga Tumbo|Nadie Aquí/g, "");
  const wrong = await visitor.post("/sign-in", { signIn: "Olga Tumbo", pin: "904172" });
  const unknown = await visitor.post("/sign-in", { signIn: "Nadie Aquí", pin: "904172" });
  expect(wrong.text).toContain("Ese nombre o teléfono y ese PIN no van juntos");
  expect(bare(unknown.html)).toBe(bare(wrong.html).replace('value="Olga Tumbo"', 'value="Nadie Aquí"'));
  await visitor.post("/sign-in", { signIn: "Olga Tumbo", pin: "904172" });
  await visitor.post("/sign-in", { signIn: "Olga Tumbo", pin: "904172" });
  const slowed = await visitor.post("/sign-in", { signIn: "Olga Tumbo", pin });
  expect(slowed.text).toContain("Espere 1 minuto");
  expect(slowed.html).not.toContain(pin);
});

test("cookies are for this server alone: no script, no other site, and over HTTPS under a name that says so [door.cookies]", async () => {
  await found("Grupo La Loma", "Pedro Tumbo");
  const plain = await visitorOf(server, { address: here }).post("/sign-in", { signIn: "Pedro Tumbo", pin });
  expect(plain.cookies).toHaveLength(2);
  for (const cookie of plain.cookies)
    expect(cookie).toMatch(/^ayni_(session|browser)=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
  const secure = visitorOf(server, { address: here, scheme: "https" });
  const kept = await secure.post("/sign-in", { signIn: "Pedro Tumbo", pin });
  for (const cookie of kept.cookies)
    expect(cookie).toMatch(
      /^__Host-ayni_(session|browser)=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict; Secure$/,
    );
  expect((await secure.follow("/")).text).toContain("Grupo La Loma");
});

test("a session laid into a browser beforehand is worth nothing after signing in [door.fixation]", async () => {
  await found("Grupo El Salto", "Hugo Labio");
  const visitor = visitorOf(server, { address: here });
  visitor.jar.set("ayni_session", server.efrain);
  await visitor.post("/sign-in", { signIn: "Hugo Labio", pin });
  expect(visitor.jar.get("ayni_session")).not.toBe(server.efrain);
  expect(await server.services.installation.sessions.find(server.efrain)).toBeNull();
});

test("what another site's page sends is not done", async () => {
  const visitor = visitorOf(server, { address: here, site: "cross-site" });
  for (const path of ["/sign-in", "/new", "/invitation", "/forgotten", "/recover", "/look", "/account/pin"])
    expect((await visitor.post(path, { signIn: "Pedro Tumbo", pin })).status, path).toBe(403);
});

test("one's sessions are listed; one is ended, and changing the PIN ends the others [door.account]", async () => {
  const { visitor } = await found("Grupo Peña Blanca", "Silvia Pame");
  const telephone = visitorOf(server, { address: "10.0.0.9", agent: "Mozilla/5.0 (Android 14) Firefox/131.0" });
  const third = visitorOf(server, { address: "10.0.0.10" });
  for (const one of [telephone, third]) await one.post("/sign-in", { signIn: "Silvia Pame", pin });
  const account = await visitor.get("/account");
  expect(account.text).toContain("Firefox, Android");
  expect(account.text).toContain("Grupo Peña Blanca");
  const id =
    /name="one" value="([0-9a-f-]{36})"[^>]*aria-label="Cerrar la sesión en Firefox/.exec(account.html)?.[1] ?? "";
  await visitor.post("/account/sessions/end", { one: id });
  expect((await telephone.get("/account")).status).toBe(401);
  expect((await third.get("/account")).status).toBe(200);
  const wrong = await visitor.post("/account/pin", { old: "111222", pin: "618350", again: "618350" });
  expect(wrong.text).toContain("El PIN de antes no es ese");
  expect((await visitor.post("/account/pin", { old: pin, pin: "618350", again: "618351" })).text).toContain(
    "no son iguales",
  );
  expect((await visitor.post("/account/pin", { old: pin, pin: "618350", again: "618350" })).status).toBe(303);
  expect((await visitor.get("/account")).status).toBe(200);
  expect((await third.get("/account")).status).toBe(401);
});

test("who comes by the operator's link has no account, and is told so", async () => {
  const visitor = visitorOf(server, { address: here });
  visitor.jar.set("ayni_session", server.marta);
  expect((await visitor.get("/account")).text).toContain("enlace de quien cuida el servidor");
  expect((await visitor.get("/account/pin")).status).toBe(403);
  expect((await visitor.get(`/o/${testBook}/members`)).status).toBe(200);
});
