/** Seats, invitations and forgotten PINs, as officers and those they help use them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { efrain, testBook } from "../../rooms/book/testing.ts";
import { seatsOfAccount } from "../../store/installation/accounts-seats.ts";
import { type Served, said, served, signed } from "../testing/served.ts";
import { type Visitor, visitorOf } from "../testing/visitor.ts";

let server: Served;
let marta: Visitor;
beforeAll(async () => {
  server = await served();
  marta = visitorOf(server, { address: "127.0.0.1" });
  marta.jar.set("ayni_session", server.marta);
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const at = (path: string) => `/o/${testBook}/access${path}`;
const pin = "730194";
let addresses = 0;
/** Somebody at home, in a browser of their own. */
const somebody = () => {
  addresses += 1;
  return visitorOf(server, { address: `10.20.0.${addresses}` });
};

/** An officer gives a new person a seat; gives back the seat's id. */
async function giveSeat(officer: Visitor, name: string, roles: string): Promise<string> {
  const page = await officer.get(at("/give?new=1"));
  const given = await officer.post(at("/give"), { ...page.fields, name, roles, until: "" });
  return /access\/([0-9a-f-]{36})/.exec(given.location ?? "")?.[1] ?? `none: ${given.text}`;
}
/** The code on the paper of an invitation to a seat. */
async function invite(officer: Visitor, seat: string): Promise<string> {
  const paper = await officer.post(at(`/${seat}/invite`), {});
  return /class="code">([^<]+)</.exec(paper.html)?.[1] ?? `none: ${paper.text}`;
}
/** Takes an invitation with a new sign-in. */
const join = (visitor: Visitor, code: string, signIn: string, as = pin) =>
  visitor.post(`/invitation/${code}`, { way: "new", "new-signIn": signIn, "new-pin": as, "new-again": as });

test("an officer gives a seat and invites; the invited makes a sign-in by the code and works at once [door.invitation]", async () => {
  const seat = await giveSeat(marta, "Rosa Yatacué", "clerk");
  expect((await marta.get(at(""))).text).toMatch(/Rosa Yatacué Acopio .* todavía no/);
  const code = await invite(marta, seat);
  expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  const rosa = somebody();
  const asked = await rosa.get(`/invitation/${code}`);
  expect(asked.text).toContain("Cooperativa La Esperanza le da un puesto: Acopio");
  expect((await join(rosa, code, "Rosa Yatacué")).location).toBe("/");
  expect((await rosa.follow("/")).text).toContain("Cooperativa La Esperanza");
  expect((await marta.get(at(""))).text).toMatch(/Rosa Yatacué Acopio .* entra con su PIN/);
});

test("somebody new whose seat was refused is in the register once: the mended form names them", async () => {
  const page = await marta.get(at("/give?new=1"));
  const name = "Delio Trochez";
  const refused = await marta.post(at("/give"), { ...page.fields, name, roles: "clerk", until: "2020-01-01" });
  expect(refused.status).toBe(200);
  expect(refused.text).toContain("antes");
  const given = await marta.post(at("/give"), { ...refused.fields, roles: "clerk", until: "" });
  expect(given.location).toMatch(/access\/[0-9a-f-]{36}/);
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select count(*)::int as entered from books.personal_value where value = $1", [name]);
  expect(rows[0].entered).toBe(1);
});

test("an invitation holds once, and not when it was taken back [door.invitation-once]", async () => {
  const seat = await giveSeat(marta, "Ciro Campo", "clerk");
  const code = await invite(marta, seat);
  await join(somebody(), code, "Ciro Campo");
  const second = await join(somebody(), code, "Otro Cualquiera");
  expect(second.text).toContain("La invitación ya se usó");
  const other = await giveSeat(marta, "Ana Dagua", "clerk");
  const revoked = await invite(marta, other);
  const id = /name="invitation" value="([^"]+)"/.exec((await marta.get(at(`/${other}`))).html)?.[1] ?? "";
  await marta.post(at(`/${other}/revoke`), { invitation: id });
  expect((await somebody().get(`/invitation/${revoked}`)).text).toContain("La invitación ya no vale");
});

test("two who open one invitation at the same moment: one is in, and the other's name is free again", async () => {
  const seat = await giveSeat(marta, "Nohora Guejia", "clerk");
  const code = await invite(marta, seat);
  const both = await Promise.all([join(somebody(), code, "Nohora Uno"), join(somebody(), code, "Nohora Dos")]);
  expect(both.filter(({ status }) => status === 303)).toHaveLength(1);
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select count(*)::int as made from ayni.account where sign_in like 'nohora%'");
  expect(rows[0].made).toBe(1);
});

test("a seat over money asks for six digits, also of who joins with a shorter PIN of before", async () => {
  const clerk = await giveSeat(marta, "Hugo Labio", "clerk");
  const hugo = somebody();
  await join(hugo, await invite(marta, clerk), "Hugo Labio", "7301");
  const treasurer = await giveSeat(marta, "Hugo en la caja", "treasurer");
  const short = await join(somebody(), await invite(marta, treasurer), "Hugo de la Caja", "7301");
  expect(short.text).toContain("El PIN lleva 6 números al menos");
  const joined = await hugo.post(`/invitation/${await invite(marta, treasurer)}`, { way: "signed" });
  expect(joined.location).toBe("/account/pin");
  expect((await hugo.get(`/o/${testBook}/members`)).status).toBe(401);
  expect((await hugo.get("/account/pin")).text).toContain("Su puesto pide un PIN de seis números");
  const changed = await hugo.post("/account/pin", { old: "7301", pin, again: pin });
  expect(changed.location).toBe("/organisations");
});

test("who sits on several seats chooses, and changes without signing in again [door.organisations]", async () => {
  const hugo = somebody();
  await hugo.post("/sign-in", { signIn: "Hugo Labio", pin });
  const choice = await hugo.get("/organisations");
  expect(choice.text).toContain("¿En cuál organización?");
  const [first, second] = [...choice.html.matchAll(/name="seat" value="([^"]+)"/g)].map(([, seat]) => seat ?? "");
  expect((await hugo.post("/organisations", { book: testBook, seat: first ?? "" })).location).toBe("/");
  expect((await hugo.follow("/")).status).toBe(200);
  expect((await hugo.post("/organisations", { book: testBook, seat: second ?? "" })).location).toBe("/");
  expect((await hugo.post("/organisations", { book: testBook, seat: "another's" })).status).toBe(404);
});

test("a book cannot take an account in unasked: the seat alone, without the person's yes, opens nothing", async () => {
  const rosa = await server.services.installation.accounts.named("Rosa Yatacué");
  const seat = await giveSeat(marta, "Rosa sin saberlo", "manager");
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select agent::text from books.seat where seat = $1::uuid", [seat]);
  const says = {
    seat,
    agent: rows[0].agent,
    roles: ["manager"],
    from: "2026-01-01", // In force at any hour of any day: were it not, nothing would be shown by this.
    account: rosa?.id,
  };
  await server.send([said("seat.give", says)]);
  const visitor = somebody();
  await visitor.post("/sign-in", { signIn: "Rosa Yatacué", pin });
  expect((await visitor.get("/account")).text).not.toContain("Gerencia");
});

test("a seat that was ended is out at once", async () => {
  const seat = await giveSeat(marta, "Pedro Tumbo", "clerk");
  const pedro = somebody();
  await join(pedro, await invite(marta, seat), "Pedro Tumbo");
  expect((await pedro.follow("/")).status).toBe(200);
  const fields = { act: (await marta.get(at(`/${seat}`))).fields.act ?? "", reason: "se fue" };
  expect((await marta.post(at(`/${seat}/end`), fields)).status).toBe(303);
  expect((await pedro.get(`/o/${testBook}/members`)).status).toBe(403);
  expect((await pedro.follow("/")).text).toContain("Todavía no tiene puesto en ninguna organización");
  expect((await somebody().post("/sign-in", { signIn: "Pedro Tumbo", pin })).location).toBe("/organisations");
});

test("a seat ends with the last day of its own book, wherever the clock of the machine stands", async () => {
  const keeper = server.services.installation.store.connect("keeper");
  const pedro = await server.services.installation.accounts.named("Pedro Tumbo");
  const { rows } = await keeper.query(
    "select until::text as last_day, (until + 1)::text as next_day from books.seat where account = $1",
    [pedro?.id],
  );
  const [{ last_day, next_day }] = rows;
  const seatsAt = async (instant: string) =>
    (await seatsOfAccount(keeper, pedro?.id ?? "", Date.parse(instant))).map(({ book }) => book);
  // In Bogotá it is five hours earlier than in UTC: until five in the morning UTC it is still the day before.
  expect(await seatsAt(`${next_day}T04:59:59Z`), `Bogotá, the last second of ${last_day}`).toEqual([testBook]);
  expect(await seatsAt(`${next_day}T05:00:00Z`), `Bogotá, the first second of ${next_day}`).toEqual([]);
});

test("whoever may not give seats sees none of it", async () => {
  const rosa = somebody();
  await rosa.post("/sign-in", { signIn: "Rosa Yatacué", pin });
  for (const path of ["", "/give"]) expect((await rosa.get(at(path))).status, path).toBe(403);
  const seat = await giveSeat(marta, "Silvia Pame", "clerk");
  for (const path of ["/invite", "/revoke", "/recovery", "/end"])
    expect((await rosa.post(at(`/${seat}${path}`), { reason: "x" })).status, path).toBe(403);
});

test("a clerk who forgot asks, one officer confirms and reads the code out, and the clerk reads of it when in [door.recovery]", async () => {
  const clara = somebody();
  const seat = await giveSeat(marta, "Clara Quina", "clerk");
  await join(clara, await invite(marta, seat), "Clara Quina");
  expect((await somebody().post("/forgotten", { signIn: "clara quina" })).text).toContain("Queda pedido");
  expect((await somebody().post("/forgotten", { signIn: "nadie quina" })).text).toContain("Queda pedido");
  expect((await marta.get(at(""))).text).toContain("Clara Quina dice que olvidó su PIN");
  const paper = await marta.post(at(`/${seat}/recovery`), {});
  const code = /class="code">([^<]+)</.exec(paper.html)?.[1] ?? "";
  const home = somebody();
  const used = await home.post("/recover", { signIn: "Clara Quina", code, pin: "618350", again: "618350" });
  expect(used.location).toBe("/account/news");
  expect((await home.get("/account/news")).text).toContain("Alguien de su organización confirmó que era usted");
  expect((await home.post("/account/news", {})).location).toBe("/");
  expect((await clara.get("/account")).status).toBe(401);
  const again = somebody();
  expect((await again.post("/sign-in", { signIn: "Clara Quina", pin: "618350" })).location).toBe("/");
});

test("for who gives seats two other officers must confirm; nobody confirms for themselves [door.recovery-second]", async () => {
  const [olga, teresa] = [somebody(), somebody()];
  const seats = [await giveSeat(marta, "Olga Manda", "manager"), await giveSeat(marta, "Teresa Manda", "manager")];
  await join(olga, await invite(marta, seats[0] ?? ""), "Olga Manda");
  await join(teresa, await invite(marta, seats[1] ?? ""), "Teresa Manda");
  const recovery = at(`/${seats[0]}/recovery`);
  expect((await olga.post(recovery, {})).status).toBe(404);
  const first = await marta.post(recovery, {});
  expect(first.location).toContain("told=door-confirmed");
  expect((await marta.post(recovery, {})).location).toContain("told=door-confirmed"); // The same officer again is no second.
  expect((await marta.get(at(`/${seats[0]}`))).text).toContain("confirmaron 1 de 2");
  const second = await teresa.post(recovery, {});
  expect(second.text).toContain("Código de Olga Manda para un PIN nuevo");
});

test("whoever runs another organisation cannot take an account that sits here too", async () => {
  const visitor = visitorOf(server, { address: "127.0.0.1" });
  const page = await visitor.get("/new?country=CO");
  const fields = {
    ...page.fields,
    name: "Otra",
    form: "informal",
    person: "Malo",
    signIn: "Malo Malo",
    pin,
    again: pin,
  };
  await visitor.post("/new", fields);
  const home = await visitor.follow("/");
  const book = /\/o\/([0-9a-f-]{36})\//.exec(home.html)?.[1] ?? "";
  const there = (path: string) => `/o/${book}/access${path}`;
  const given = await visitor.post(there("/give"), {
    ...(await visitor.get(there("/give?new=1"))).fields,
    name: "Rosa",
    roles: "member",
    until: "",
  });
  const seat = /access\/([0-9a-f-]{36})/.exec(given.location ?? "")?.[1] ?? "";
  const code = /class="code">([^<]+)</.exec((await visitor.post(there(`/${seat}/invite`), {})).html)?.[1] ?? "";
  const rosa = somebody();
  await rosa.post(`/invitation/${code}`, { way: "own", "own-signIn": "Rosa Yatacué", "own-pin": pin });
  const tried = await visitor.post(there(`/${seat}/recovery`), {});
  expect(tried.location).toContain("told=door-confirmed");
  expect((await visitor.get(there(`/${seat}`))).text).toContain("En Cooperativa La Esperanza confirmaron 0 de 1");
});

test("while a clerk's sign-in is slowed, what the clerk's enrolled telephone says goes on [door.devices-go-on]", async () => {
  await join(somebody(), await invite(marta, efrain.seat), "Efraín Ulcué");
  const stranger = somebody();
  for (let count = 0; count < 4; count += 1) await stranger.post("/sign-in", { signIn: "Efraín Ulcué", pin: "111999" });
  expect((await stranger.post("/sign-in", { signIn: "Efraín Ulcué", pin })).text).toMatch(/Espere \d+ minuto/);
  const household = { agent: "01994f6e-0000-7000-8000-0000000a0777" };
  const [answer] = await server.send([signed(server.telephone, "household.register", household)], null);
  expect(answer).toMatchObject({ outcome: "done" });
});
