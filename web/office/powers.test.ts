import { afterAll, beforeAll, expect, test } from "vitest";
import { allActs, allViews } from "../../rooms/all.ts";
import { firstPowers } from "../../rooms/book/rules/first-powers.ts";
import { allPowers, limitsFor, type PowerMatrix } from "../../rooms/book/rules/powers.ts";
import { efrain, idOf, testBook } from "../../rooms/book/testing.ts";
import { sealed } from "../../rooms/people/testing.ts";
import { readCatalogues } from "../language/catalogues.ts";
import { readText } from "../testing/read.ts";
import { type Served, said, served } from "../testing/served.ts";

let server: Served;
beforeAll(async () => {
  server = await served();
  const name = sealed("name", "Efraín Campo"); // A made-up name.
  const register = { ...said("person.register", { agent: efrain.agent, name: name.sealed }), beside: [name.beside] };
  const seat = said("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["treasurer"], from: "2026-01-01" });
  const answers = await server.send([register, seat]);
  expect(answers.map((one) => one.outcome)).toEqual(["done", "done"]);
});
afterAll(() => server.close());

const at = (path: string) => `/o/${testBook}/${path}`;
const post = (path: string, typed: Record<string, string> | URLSearchParams, token = server.marta) =>
  server.app.request(at(path), {
    method: "POST",
    body: new URLSearchParams(typed).toString(),
    headers: {
      Cookie: `ayni_session=${token}`,
      "Sec-Fetch-Site": "same-origin",
      "Content-Type": "application/x-www-form-urlencoded",
    },
  });

/** A form of a page as a browser would send it back untouched: every ticked box, field and chosen option. */
function formIn(html: string, action: string, nth = 0): URLSearchParams {
  const form = html.split("<form ").filter((one) => one.includes(`action="${at(action)}"`))[nth] ?? "";
  const inner = form.slice(0, form.indexOf("</form>"));
  const typed = new URLSearchParams();
  for (const [tag] of inner.matchAll(/<(input|textarea)[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    const value = / value="([^"]*)"/.exec(tag)?.[1] ?? "";
    if (name !== undefined && (!tag.includes('type="checkbox"') || / checked/.test(tag))) typed.append(name, value);
  }
  for (const [, name, options] of inner.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/g)) {
    const chosen = /<option[^>]*selected[^>]*value="([^"]*)"|<option[^>]*value="([^"]*)"[^>]*selected/.exec(
      options ?? "",
    );
    typed.append(name ?? "", chosen?.[1] ?? chosen?.[2] ?? /value="([^"]*)"/.exec(options ?? "")?.[1] ?? "");
  }
  return typed;
}

const matrixNow = async (): Promise<PowerMatrix> => {
  const answer = await server.get("/api/views/powers.versions");
  return ((await answer.json()) as { rows: readonly { matrix: PowerMatrix }[] }).rows[0]?.matrix ?? {};
};
const changeForm = async () => formIn(await (await server.get(at("powers/change"))).text(), "powers/change");

test("who may do what is said by role, with its limits, and that one signature does while they are two [powers.pages]", async () => {
  const text = await readText(await server.get(at("powers")));
  expect(text).toContain("2 personas pueden cambiar este libro, en 6 papeles.");
  expect(text).toContain("Dar créditos sí con la firma de otra persona no no no no");
  expect(text).toContain("Cerrar liquidaciones si otra persona hizo el paso anterior no no no no no");
  expect(text).toContain("basta una firma. El libro empezó con una sola persona");
  expect(await readText(await server.get(`${at("powers")}?lang=en`))).toContain("2 people may change this book");
  expect(await readText(await server.get(`${at("powers")}?lang=pt`))).toContain("2 pessoas podem mudar este livro");
  expect((await server.get(at("powers/change"), server.efrain)).status).toBe(403);
});

test("every act and every view stands with the roles that reach it, and what is one's own", async () => {
  const text = await readText(await server.get(at("powers")));
  expect(text).toContain("recibir una entrega sí no sí no no no");
  expect(text).toContain("lista de socios sí sí sí sí sí no");
  expect(text).toContain("una persona del padrón sí sí sí sí sí lo propio");
});

test("the form sent back untouched publishes the same matrix", async () => {
  const answer = await post("powers/change", await changeForm());
  expect([answer.status, await answer.text()]).toEqual([303, ""]);
  const now = await matrixNow();
  for (const role of Object.keys(firstPowers))
    expect(new Set(now[role]?.map((one) => JSON.stringify(one)))).toEqual(
      new Set(firstPowers[role]?.map((one) => JSON.stringify(one))),
    );
});

test("up to an amount alone and beyond it with another: written as people write figures, and shown so", async () => {
  const typed = await changeForm();
  typed.set("hold.treasurer.grant-credit", "yes");
  typed.set("second.treasurer.grant-credit", "yes");
  typed.set("upTo.treasurer.grant-credit", "500.000");
  typed.set("hold.clerk.pay", "yes");
  typed.set("new-role", "jefa-de-bodega");
  expect((await post("powers/change", typed)).status).toBe(303);
  const now = await matrixNow();
  expect(limitsFor(now, ["treasurer"], "grant-credit")).toEqual([
    { power: "grant-credit", upTo: "500000", currency: "COP" },
    { power: "grant-credit", second: true },
  ]);
  expect(limitsFor(now, ["clerk"], "pay")).toEqual([{ power: "pay" }]);
  expect(now["jefa-de-bodega"]).toEqual([]);
  expect(await readText(await server.get(at("powers")))).toContain(
    "hasta 500.000 pesos; o con la firma de otra persona",
  );
  expect((await changeForm()).get("upTo.treasurer.grant-credit")).toBe("500.000");
});

test("what is wrong stands with its role, and what was ticked stays", async () => {
  const typed = await changeForm();
  typed.delete("hold.manager.settings");
  typed.set("upTo.treasurer.pay", "quinientos");
  const unread = await (await post("powers/change", typed)).text();
  expect(unread).toContain("quinientos");
  typed.set("upTo.treasurer.pay", "");
  const text = await readText(await post("powers/change", typed));
  expect(text).toContain("Todavía no se hizo.");
  expect(text).toContain("La gerencia no puede quedarse sin el permiso “Ajustes y permisos del libro”");
});

test("a power that asks for two while one person holds it is named: nobody could sign", async () => {
  const typed = await changeForm();
  typed.set("second.manager.erase-person", "yes");
  expect((await post("powers/change", typed)).status).toBe(303);
  expect(await readText(await server.get(at("powers")))).not.toContain("Nadie podría dar la otra firma"); // Waived.
  const end = formIn(await (await server.get(at("powers"))).text(), "powers/waiver/end");
  end.set("reason", "Queremos dos firmas.");
  await post("powers/waiver/end", end);
  expect(await readText(await server.get(at("powers")))).toContain(
    "Nadie podría dar la otra firma: Borrar datos de personas",
  );
  typed.set("act", (await changeForm()).get("act") ?? "");
  typed.delete("second.manager.erase-person");
  await post("powers/change", typed);
  const waive = formIn(await (await server.get(at("powers"))).text(), "powers/waiver");
  waive.set("reason", "Somos dos.");
  waive.set("until", new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  expect((await post("powers/waiver", waive)).status).toBe(303);
});

test("the waiver is ended and decided again, with a reason; a day that is past is told beside its field [powers.pages]", async () => {
  const page = async () => (await server.get(at("powers"))).text();
  const end = formIn(await page(), "powers/waiver/end");
  end.set("reason", "Ya somos más.");
  expect((await post("powers/waiver/end", end)).headers.get("Location")).toBe(`${at("powers")}?told=kept`);
  const waive = formIn(await page(), "powers/waiver");
  waive.set("reason", "Somos dos.");
  waive.set("until", "2026-01-01");
  expect(await readText(await post("powers/waiver", waive))).toContain("ya pasó");
});

const credit = {
  ...{ credit: idOf("credit"), agent: efrain.agent, principal: "1800000", currency: "COP", ratePerMonth: "1.5" },
  ...{ method: "simple-monthly", start: "2026-05-16", due: "2026-12-31", purpose: "Abono" },
};
const byEfrain = (id: string) => ({
  id,
  by: efrain.agent,
  through: { way: "seat", seat: efrain.seat, at: new Date().toISOString() },
});

test("a proposal says what it would do; its proposer takes it back, another signs or declines it [powers.pages]", async () => {
  const grants = [1, 2, 3].map((one) =>
    said("input-credit.grant", { ...credit, credit: idOf(`credit ${one}`) }, byEfrain(idOf(`proposal ${one}`))),
  );
  expect((await server.send(grants, server.efrain)).map((one) => one.outcome)).toEqual([
    "proposed",
    "proposed",
    "proposed",
  ]);
  const text = await readText(await server.get(at("proposals")));
  expect(text).toContain("3 decisiones esperan la firma de otra persona.");
  expect(text).toContain("Efraín Campo propuso dar un crédito de insumos");
  expect(text).toContain("Mueve 1.800.000 pesos");
  expect(text).toContain("Para qué Abono");
  const own = await (await server.get(at("proposals"), server.efrain)).text();
  expect(own).toContain("Usted lo propuso: firma otra persona.");
  const withdraw = formIn(own, "proposals/withdraw");
  withdraw.set(`reason-${withdraw.get("proposal")}`, "Ya no hace falta.");
  expect((await post("proposals/withdraw", withdraw, server.efrain)).headers.get("Location")).toContain(
    "told=withdrawn",
  );
  const sign = formIn(await (await server.get(at("proposals"))).text(), "proposals/sign");
  expect((await post("proposals/sign", sign)).headers.get("Location")).toContain("told=signed");
  const decline = formIn(await (await server.get(at("proposals"))).text(), "proposals/decline");
  expect(await readText(await post("proposals/decline", decline))).toContain("La propuesta sigue esperando.");
  decline.set(`reason-${decline.get("proposal")}`, "Muy caro.");
  expect((await post("proposals/decline", decline)).headers.get("Location")).toContain("told=declined");
  const after = await readText(await server.get(at("proposals")));
  expect(after).toContain("Nada espera la firma de otra persona.");
  for (const word of ["firmada y hecha", "rechazada", "retirada", "Muy caro."]) expect(after).toContain(word);
});

test("a form of another page that waits for a second signature says so, and not that it was done", async () => {
  const typed = await changeForm();
  expect((await post("powers/change", typed)).headers.get("Location")).toContain("told=kept"); // Settings are never signed twice.
});

test("every act and every view has a name in three languages (pages.powers.json), so that no page shows a code", () => {
  const unnamed = [...readCatalogues()].flatMap(([language, messages]) =>
    [
      ...allActs.map((one) => `act.${one.kind}`),
      ...allViews.map((one) => `view.${one.name}`),
      ...allPowers.map((one) => `power.${one}`),
    ]
      .filter((key) => !messages.has(key))
      .map((key) => `${language}: ${key}`),
  );
  expect(unnamed).toEqual([]);
});
