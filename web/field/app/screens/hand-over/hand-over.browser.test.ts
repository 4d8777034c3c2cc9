import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { efrain, idOf } from "../../../../../rooms/book/testing.ts";
import {
  given,
  measure,
  press,
  rosaComes,
  type Scale,
  said,
  scaleServed,
  weigh,
  weighedAndMeasured,
  words,
} from "../../../testing/weighing.ts";

let scale: Scale;
beforeAll(async () => {
  scale = await scaleServed();
}, 120_000);
afterAll(() => scale?.close());

describe("a hand-over at the scale, on a telephone of 360 × 640 without a network", { timeout: 120_000 }, () => {
  it("seven sacks of member 31 come to their receipt, with the figures of the book [field.hand-over]", () =>
    scale.onTelephone({}, async (page) => {
      await weighedAndMeasured(page);
      expect(await words(page, ".net")).toBe("407,6 kg netos 412,5 kg brutos − 4,9 kg de tara");
      const grade = await words(page, ".grade");
      expect(grade).toContain("Humedad 12,6 %: casi seco −2,78 kg");
      expect(grade).toContain("Factor 92,99: mejor que 94 +169,96 pesos/kg");
      expect(grade).toContain("Pasilla 9,4 g −166,32 pesos/kg");
      expect(grade).toContain("16.040,00 → 16.043,64 pesos/kg");
      expect(await words(page, ".est")).toContain("estimado, lista cafe-pergamino-2026");
      expect(await words(page, ".est")).toContain("6.348.786 pesos 6.494.786 − 146.000 de descuentos");
      expect(await words(page, ".aloud")).toBe("Diga: cuatrocientos siete coma seis kilos");
      await page.click(".bar .do-main");
      expect(await words(page, ".look")).toContain("Se pagan 404,82 kg a 16.043,64 pesos por kg");
      await page.click(".bar .do-main");
      await page.waitForSelector(".receipt");
      expect(await words(page, ".receipt-number")).toBe("Recibo dado QD2A-000001");
      const [receive, ...others] = await said(page);
      expect([receive?.kind, others]).toEqual(["delivery.receive", []]);
      expect(receive?.says).toMatchObject({
        place: "point-2",
        on: "2026-11-15",
        scale: "B-03",
        scaleChecked: "2026-11-15",
        receipt: "QD2A-000001",
        shown: {
          agreed: "agreed",
          net_g: "407600",
          paid_g: "404820",
          unitPrice: "16043.64",
          value: "6494786",
          who: "31",
        },
      });
      // The book's own rules find nothing to ask about it.
      const asked = await page.evaluate(() => document.querySelectorAll(".receipt .notice").length);
      expect(asked).toBe(0);
      expect(await page.evaluate(() => globalThis.field.core.drafts.all().length)).toBe(0);
    }));

  it("goes on where it was when the telephone goes off in the middle of a figure [field.draft]", () =>
    scale.onTelephone({}, async (page) => {
      await rosaComes(page);
      await page.click(".bar .do-main");
      await press(page, "61,5");
      await page.click(".pad .do-main");
      await press(page, "58,");
      await page.reload();
      await page.waitForSelector(".pad");
      expect(await page.inputValue(".pad input")).toBe("58,");
      expect(await words(page, ".bag")).toBe("Saco 1 61,5 kg");
      await press(page, "5");
      await page.click(".pad .do-main");
      expect(await words(page, ".net .soft")).toBe("120,0 kg brutos − 1,4 kg de tara");
    }));

  it("asks about an unlikely weight, and keeps it when it is said again [field.weigh]", () =>
    scale.onTelephone({}, async (page) => {
      await rosaComes(page);
      await page.click(".bar .do-main");
      await press(page, "615");
      await page.click(".pad .do-main");
      expect(await words(page, ".pad-hint")).toBe("¿Está bien? Casi siempre pesa de 45 a 75 kg.");
      expect(await page.$$(".bag")).toHaveLength(0);
      await page.click('.pad .do-main:has-text("Sí, guardar 615,0 kg")');
      expect(await words(page, ".bag")).toBe("Saco 1 615,0 kg");
      await press(page, "61,6");
      expect(await words(page, ".pad-hint")).toBe("¿Quiso decir 61,5 kg?");
    }));

  it("a scale that weighs in pounds is kept as it was read, with its kilograms [field.local-unit]", () =>
    scale.onTelephone({}, async (page) => {
      await rosaComes(page);
      await page.click(".bar .do-main");
      await page.click(".stands");
      await page.click('.key-label:has-text("lb")');
      await page.click(".stands");
      await press(page, "132,4");
      expect(await words(page, ".pad-hint")).toBe("60,056 kg");
      await page.click(".pad .do-main");
      await page.click(".bag-more");
      expect(await words(page, ".net")).toContain("La balanza mostró: 132,4 lb");
      await given(page);
      expect((await said(page))[0]?.says.bags).toEqual([
        { gross_g: "60056", tare_g: "700", container: "sack", count: 1, reading: { gross: "132.4", unit: "lb" } },
      ]);
    }));

  it("a sack weighed wrongly is voided, stays in view, and another is weighed [field.draft]", () =>
    scale.onTelephone({}, async (page) => {
      await rosaComes(page);
      await weigh(page, ["61,5", "58"]);
      await page.click(".bag:nth-child(2)");
      await page.click('.notice .do:has-text("Anular saco 2")');
      await press(page, "57");
      await page.click(".pad .do-main");
      await page.click(".bag-more");
      expect(await words(page, ".bag.voided")).toBe("Saco 2 58,0 anulado");
      expect(await words(page, ".net .soft")).toBe("118,5 kg brutos − 1,4 kg de tara");
    }));

  it("a reading still to come makes the receipt provisional; wet coffee is not taken and says where it goes [field.grade]", () =>
    scale.onTelephone({}, async (page) => {
      await rosaComes(page);
      await weigh(page, ["61,5"]);
      await measure(page, ["12,6", "250", "", "9,4"]);
      expect(await words(page, ".est")).toBe("Primer pago falta: Grano sano aún no se sabe");
      await page.click('.grade button:has-text("Humedad")');
      for (let key = 0; key < 4; key += 1) await page.click(".keys button:last-child");
      await press(page, "14,8");
      await page.click(".pad .do-main");
      await page.click(".bag-more");
      const notice = await words(page, ".weigh .notice");
      expect(notice).toContain("No se compra así Humedad 14,8 %: vuelve a casa a secarse");
      await given(page);
      const [receive] = await said(page);
      expect(receive?.says.goods).toBe("rejected");
      const shown = { agreed: "agreed", goods: "rejected", language: "es", net_g: "60800", who: "31" };
      expect(receive?.says.shown).toEqual(shown);
    }));

  it("without a price of the day nothing is invented, and the kilograms have their receipt [field.first-payment]", () =>
    scale.onTelephone({ without: "price" }, async (page) => {
      await weighedAndMeasured(page);
      expect(await words(page, ".est")).toBe("Primer pago el precio de hoy no ha llegado aún no se sabe");
      await given(page);
      const paper = await page.evaluate(async () => {
        const { core } = globalThis.field;
        return JSON.parse((await core.whole(core.outbox()[0]?.act ?? ""))?.paper ?? "{}");
      });
      expect([paper.net, paper.provisional]).toEqual(["407600", true]);
    }));

  it("received with objection: the receipt is given, the objection is said after it, and the next one can come [field.object]", () =>
    scale.onTelephone({}, async (page) => {
      await weighedAndMeasured(page);
      await page.click(".bar .do-main");
      await page.click('.bar .do:has-text("Recibido con reclamo")');
      await page.click('.against label:has-text("El peso")');
      await page.click('.against label:has-text("La humedad")');
      await page.fill("input.field", "en casa pesaba más");
      await page.click(".bar .do-main");
      await page.waitForSelector(".receipt");
      const acts = await said(page);
      expect(acts.map(({ kind, says }) => `${kind} ${says.against ?? ""}`)).toEqual([
        "delivery.receive ",
        "delivery.object weight",
        "delivery.object moisture",
      ]);
      expect(acts[0]?.says.shown).toMatchObject({ agreed: "with-objection" });
      expect(acts[1]?.says).toMatchObject({ delivery: acts[0]?.says.delivery, words: "en casa pesaba más" });
      await page.click(".bar .do-main");
      expect(await page.evaluate(() => location.hash)).toBe("#/turn");
      expect(await page.innerText("#app")).not.toContain("Rosa");
    }));

  it("a receipt is voided by a second act, and its sacks are opened again for the new one [field.void]", () =>
    scale.onTelephone({}, async (page) => {
      await weighedAndMeasured(page);
      await given(page);
      await page.click('.quiet:has-text("Anular este recibo")');
      await page.click('label:has-text("Tara mal puesta")');
      await page.click(".bar .do-main");
      await page.waitForSelector(".bags");
      expect(await page.$$(".bag")).toHaveLength(7);
      await given(page);
      const [first, voided, second] = await said(page);
      expect([first?.kind, voided?.kind, second?.kind]).toEqual([
        "delivery.receive",
        "delivery.void",
        "delivery.receive",
      ]);
      expect(voided?.says).toEqual({
        delivery: first?.says.delivery,
        reason: "Tara mal puesta",
        replacedBy: second?.says.delivery,
        on: "2026-11-15",
      });
      expect(second?.says.bags).toEqual(first?.says.bags);
      await page.evaluate(() => {
        location.hash = "#/receipts";
      });
      await page.waitForSelector(".rows");
      expect(await words(page, "main")).toMatch(
        /Hoy: 2 recibos .*QD2A-000002 .*QD2A-000001 10:\d\d · Café pergamino · anulado/,
      );
      expect(await words(page, "main")).not.toContain("Rosa");
    }));

  it("is paid from the float by the book's rules: notes, what is left in the box, and once only [field.purchase]", () =>
    scale.onTelephone({}, async (page) => {
      await weighedAndMeasured(page);
      await given(page);
      await page.click('.do:has-text("Pagar ahora")');
      await page.waitForSelector(".account");
      const screen = await words(page, "main");
      expect(screen).toContain("6.348.800 pesos");
      expect(screen).toContain("Costo de acopio · D-01 −48.578 COP");
      expect(screen).toContain("Le queda 6.348.786 COP Redondeo 14 COP En efectivo 6.348.800 COP");
      expect(screen).toContain(
        "63 de 100.000 pesos 2 de 20.000 pesos 1 de 5.000 pesos 1 de 2.000 pesos 1 de 1.000 pesos",
      );
      expect(screen).toContain("En la caja hay 10.000.000 pesos; quedarán 3.651.200 pesos.");
      await page.click(".bar .do-main");
      await page.waitForSelector('h1:has-text("Pagado el recibo")');
      const paid = (await said(page)).find(({ kind }) => kind === "settlement.on-the-spot");
      expect(paid?.says).toMatchObject({ paid: "6348800", shownNet: "6348786", currency: "COP", place: "point-2" });
      await page.goBack();
      await page.waitForSelector(".receipt");
      expect(await page.$('.do:has-text("Pagar ahora")')).toBeNull();
    }));

  it("a slip of the pad is keyed in on the same screens, under its serial, its day and its writer, with no second paper [field.pad-entry]", () =>
    scale.onTelephone({}, async (page) => {
      const { agent: writer } = efrain;
      await rosaComes(page, { pad: idOf("pad of point 2"), serial: "451", day: "2026-11-13", writer });
      await weigh(page, ["61,5"]);
      await page.click('.bar .do-main:has-text("Guardar el recibo 451 del talonario")');
      await page.waitForSelector('h1:has-text("sin papel")');
      const [receive] = await said(page);
      expect(receive?.says).toMatchObject({
        on: "2026-11-13",
        pad: { pad: idOf("pad of point 2"), serial: 451, writer },
        bags: [{ gross_g: "61500" }],
      });
      expect(receive?.says).not.toHaveProperty("shown");
      expect(receive?.says).not.toHaveProperty("receipt");
    }));

  it("a photograph is shrunk and kept, and the hand-over names it [field.photos]", () =>
    scale.onTelephone({}, async (page) => {
      await rosaComes(page);
      await weigh(page, ["61,5"]);
      await page.click(".goods-line");
      const picture = await page.screenshot({ type: "png" });
      await page.setInputFiles("input[type=file]", { name: "scale.png", mimeType: "image/png", buffer: picture });
      await page.waitForSelector('[role="status"]:has-text("1 foto guardada")');
      await page.click(".bar .do-main");
      await given(page);
      expect((await said(page))[0]?.says.photos).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    }));
});
