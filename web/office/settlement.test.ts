/** The office settles worked example 1 by hand: chosen, drafted, seen beforehand, reviewed, closed, paid. Without script. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, deskOfSevenSacks, type Opened } from "../testing/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await deskOfSevenSacks();
});
afterAll(() => desk.close());

describe("a settlement by the office [settlement.office]", () => {
  let page: Opened;

  test("what waits is told by season, and leads to a proposal that names each hand-over", async () => {
    page = await desk.open("settlements");
    expect(page.text).toContain("1 entrega espera liquidación.");
    const [, href = ""] = /href="([^"]*settlements\/new[^"]*)"/.exec(page.html) ?? [];
    page = await desk.open(href.replaceAll("&amp;", "&"));
    expect(page.text).toContain("Amparo Quintero, n.º 0131");
    expect(page.text).toContain("recibo T3Q-2-004417, quebrada-dos, 407,6 kg");
  });

  test("without a name it is not drafted, and what was typed stays", async () => {
    const refused = await desk.send(page, { until: "2026-09-17" }, { title: "", place: "Quebrada Dos" });
    expect(refused.status).toBe(200);
    expect(refused.text).toContain("Todavía no se hizo.");
    expect(refused.html).toContain('value="Quebrada Dos"');
  });

  test("everything ticked out, there is nothing to draft", async () => {
    const [, delivery = ""] = /name="out" value="([^"]+)"/.exec(page.html) ?? [];
    const refused = await desk.send(page, { until: "2026-09-17" }, { out: [delivery] });
    expect(refused.text).toContain("Todavía no se hizo.");
  });

  test("drafted, its totals are those of the worked example before anything is decided; sent twice, there is one draft", async () => {
    const typed = { title: "16 de septiembre", payDay: "2026-09-18", place: "Quebrada Dos" };
    const [first, again] = [
      await desk.send(page, { until: "2026-09-17" }, typed),
      await desk.send(page, { until: "2026-09-17" }, typed),
    ];
    expect(again.at).toBe(first.at);
    page = first;
    expect(page.text).toContain("Se pagarían 2.940.800 pesos en total. Falta que otra persona la revise.");
    expect(page.text).toContain("6.494.786");
    expect(page.text).toContain("Amparo Quintero, n.º 0131");
    expect((await desk.open("settlements")).text).toContain("Nada nuevo espera. 1 liquidación está sin cerrar.");
  });

  test("each statement can be read whole before it is decided, by the same engine", async () => {
    const [, href = ""] = /href="([^"]*settlements\/[0-9a-f-]{36}\/[0-9a-f-]{36})"/.exec(page.html) ?? [];
    const preview = await desk.open(href);
    expect(preview.text).toContain("Esto todavía no vale");
    expect(preview.text).toContain("404,82");
    expect(preview.text).toContain("2.940.800");
  });

  test("totals that are not those before one's eyes are refused; the true ones are kept with the reviewer's name", async () => {
    const refused = await desk.send(page, { do: "review" }, { "seen.net": "3000000" });
    expect(refused.text).toContain("Todavía no se hizo.");
    page = await desk.send(refused, { do: "review" });
    expect(page.text).toContain("Revisada. Quedan los totales que usted vio.");
    expect(page.text).toContain("Falta cerrarla.");
  });

  test("closed from two windows it is closed once; the second is told", async () => {
    const [one, other] = [await desk.open(page.at), await desk.open(page.at)];
    const closed = await desk.send(one, { do: "close" });
    expect(closed.text).toContain("Cerrada. Cada persona tiene su papel con número.");
    expect(closed.text).toContain("L-2026-000001 · Amparo Quintero, n.º 0131");
    const late = await desk.send(other, { do: "close" });
    expect(late.status).toBe(200);
    expect(late.text).toContain("Todavía no se hizo.");
  });

  test("the sheet to sign has the person and the coins; paid once, though sent twice [settlement.payments]", async () => {
    const payments = await desk.open("payments");
    expect(payments.text).toContain("Falta pagar a 1 persona: 2.940.800 pesos.");
    const sheet = await desk.open("payments/sheet?way=cash");
    expect(sheet.text).toContain("Firma Huella");
    expect(sheet.text).toContain("2.940.800");
    const none = await desk.send(payments, { do: "ticked" });
    expect(none.text).toContain("No marcó a nadie.");
    const [, statement = ""] = /name="pay" value="([^"]+)"/.exec(payments.html) ?? [];
    const paid = await desk.send(payments, { do: "ticked" }, { pay: [statement] });
    expect(paid.text).toContain("El pago quedó anotado.");
    expect(paid.text).toContain("No falta pagar nada.");
    const again = await desk.send(payments, { do: "ticked" }, { pay: [statement] });
    expect(again.text).toContain("Eso ya estaba pagado. No se anotó dos veces.");
    expect(desk.server.faults).toEqual([]);
  });
});
