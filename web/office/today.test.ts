import { afterAll, beforeAll, expect, test } from "vitest";
import { idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { readText } from "../testing/read.ts";
import type { Served } from "../testing/served.ts";
import { settledSacks } from "../testing/settled-sacks.ts";

let server: Served;
beforeAll(async () => {
  server = await settledSacks();
});
afterAll(() => server.close());

const at = (path: string) => `/o/${testBook}${path}`;
const today = async (token?: string | null) => readText(await server.get(at("/today"), token));

test("the first page says what waits, what came in, what there is and what is owed [web.today]", async () => {
  const text = await today();
  expect(text).toContain("2 asuntos esperan su decisión. Entraron 525,95 kg de café pergamino.");
  expect(text).toContain("Entró hoy 525,95 kg");
  expect(text).toContain("En bodega 525,95 kg");
  expect(text).toContain("Caja y bancos −1.500.000 pesos");
  expect(text).toContain("Se debe a socios 2.940.786 pesos a 1 persona");
  expect(text).toContain("Falta pagar 2.940.786 pesos, de 1 liquidación");
  expect(text).toContain("La cosecha de café pergamino va en 525,95 kg");
});

test("three languages, and nothing about money for who may not see it [web.today]", async () => {
  expect(await readText(await server.get(at("/today?lang=en")))).toContain("Came in today 525.95 kg");
  expect(await readText(await server.get(at("/today?lang=pt")))).toContain("Entrou hoje 525,95 kg");
  const { sessions } = server.services.installation;
  const clerk = { book: testBook, seat: idOf("Efraín's seat here"), agent: idOf("Efraín here") };
  await server.send([
    (await import("../testing/served.ts")).said("seat.give", {
      seat: clerk.seat,
      agent: clerk.agent,
      roles: ["clerk"],
      from: "2026-01-02",
    }),
  ]);
  const text = await today(await sessions.make(clerk));
  expect(text).toContain("Entró hoy 525,95 kg");
  expect(text).not.toContain("Caja y bancos");
  expect(text).not.toContain("2.940.786");
  expect((await server.get(at("/today"), await tokenOfAmparo())).status).toBe(200);
  expect(await today(await tokenOfAmparo())).not.toContain("525,95");
});

const tokenOfAmparo = () =>
  server.services.installation.sessions.make({ book: testBook, seat: idOf("Amparo's seat"), agent: seven.member });

test("months are counted between two days, and as they stood on a day within [web.today]", async () => {
  const { reader } = server.services;
  const asker = { book: testBook, seat: marta.seat, agent: marta.agent };
  const months = async (from: string, until: string, more: { readonly asOf?: string } = {}) => {
    const answer = await reader.ask(asker, "today.months", { product: "coffee-parchment", from, until, ...more });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.rows;
  };
  const whole = { month: "2026-09", net_g: "525950", by_then: "525950" };
  expect(await months("2026-08-01", "2026-10-31")).toEqual([whole]);
  expect(await months("2026-08-01", "2026-10-31", { asOf: "2026-09-15" })).toEqual([{ ...whole, by_then: "0" }]);
  expect(await months("2026-09-17", "2026-10-31")).toEqual([]);
});
