/** A clerk's day at the point in a real browser: opening, scale, turn, who, float, pad, unsent, close. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { faultsOf, goTo, type Hands, hands, heading, lastSaid, press, soon, words } from "../../testing/on-screen.ts";

// Time for busy machines: each test opens telephones of its own.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let on = null as unknown as Hands;
beforeAll(async () => {
  on = await hands();
});
afterAll(() => on.close());
const hold: Hands["hold"] = (state, more) => on.hold(state, more);

test("a scale that is off is told, kept as it showed, and stops nobody; an uncounted box is told too [field.open-day]", async () => {
  const { page, close } = await hold();
  await press(page, "Abrir el día");
  for (const key of ["1", "9", "coma", "6"]) await press(page, key);
  await press(page, "Comparar");
  expect(await words(page)).toContain("marca 19,6 kg y debería marcar 20 kg");
  await press(page, "Seguir");
  await press(page, "Uno más de 50.000 pesos");
  await press(page, "Ya la conté");
  await press(page, "Abrir el día");
  await soon(() => heading(page)).toBe("Día abierto. Todavía no hay entregas");
  const said = await lastSaid(page);
  expect(said?.kind).toBe("point.open-day");
  expect(said?.says.checks).toEqual([{ scale: "B-03", expected_g: "20000", shown_g: "19600" }]);
  expect(said?.says.cash).toEqual([{ currency: "COP", notes: [{ value: "50000", count: 1 }], shown: "0" }]);
  await press(page, /Preguntas de la oficina/);
  expect(await heading(page)).toBe("2 preguntas sin responder");
  await close();
});

test("a scale left unchecked in the morning is checked later, and says since when it is right [field.scale]", async () => {
  const { page, close } = await hold();
  await goTo(page, "scale");
  expect(await words(page)).toContain("Nunca se revisó aquí");
  await press(page, "Balanza B-03");
  for (const key of ["2", "0", "coma", "0", "5"]) await press(page, key);
  await press(page, "Comparar");
  expect(await words(page)).toContain("La balanza B-03 está bien");
  await press(page, "Guardar la revisión");
  await soon(() => words(page)).toContain("Revisada hoy");
  expect(await lastSaid(page)).toMatchObject({
    kind: "scale.check",
    says: { scale: "B-03", expected_g: "20000", shown_g: "20050" },
  });
  await close();
});

test("what was typed of an opening is there again after the app was killed in the middle of it [field.open-day]", async () => {
  const { page, close } = await hold();
  await press(page, "Abrir el día");
  await press(page, "No tengo esa pesa");
  await press(page, "Uno más de 20.000 pesos");
  const drafts = await page.evaluate(() => {
    const { core } = (
      globalThis as unknown as { field: { core: { drafts: { all(): { id: string; value: { value: object } }[] } } } }
    ).field;
    return core.drafts.all().map(({ id, value }) => [id, value.value]);
  });
  expect(drafts).toEqual([
    ["open-day", { typed: { "B-03": "" }, checked: ["B-03"], counting: { COP: { "20000": "1" } }, counted: [] }],
  ]);
  await goTo(page, "more");
  await goTo(page, "open-day");
  expect(await page.getByLabel("Cuántos de 20.000 pesos").inputValue()).toBe("1");
  await close();
});

test("who waits is served in order, let go before, or leaves; the first is weighed with one touch [field.turn]", async () => {
  const { page, close } = await hold("morning");
  await goTo(page, "turn");
  const who = async () => (await page.locator(".rows b").allInnerTexts()).join(", ");
  const [first = "", second = "", third = ""] = await page.locator(".rows b").allInnerTexts();
  await press(page, /^Adelantar/);
  await soon(who).toBe([second, first, third].join(", "));
  await press(page, /^Se fue/);
  await soon(who).toBe([first, third].join(", "));
  expect(await heading(page)).toBe(`Sigue: ${first}`);
  await press(page, `Pesar a ${first}`);
  await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/hand-over\//);
  await goTo(page, "");
  await soon(() => words(page)).toContain(`Siga donde quedó: ${first}`);
  expect(await words(page)).toContain("Espera 1 persona");
  await close();
});

test("namesakes stand side by side and are told apart; whoever left is received and told so [field.who]", async () => {
  const { page, close } = await hold();
  await press(page, "Recibir");
  await press(page, "Por nombre");
  await page.locator('input[inputmode="search"]').fill("rodriguez");
  await soon(() => page.locator(".found b").count()).toBeGreaterThan(1);
  await press(page, "Por número");
  await page.locator('input[inputmode="none"]').fill("0239");
  await soon(() => page.locator(".found").innerText()).toContain("Ya no es socio: se recibe y se pregunta");
  await press(page, "Número 0239");
  expect(await words(page)).toContain("2026-main");
  await press(page, "No es: buscar otra vez");
  expect(await heading(page)).toBe("¿Quién entrega?");
  await close();
});

test("a card of nobody is told; somebody without number is received all the same, with or without a name [field.who]", async () => {
  const { page, close } = await hold();
  await press(page, "Recibir");
  await press(page, "Carné");
  await page.getByLabel("Código escrito").fill("no card of ours");
  await press(page, "Usar este código");
  await soon(() => page.getByRole("alert").innerText()).toContain("Ese carné no es de nadie conocido aquí");
  await press(page, "No está: recibir sin número");
  await press(page, "Seguir");
  await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/hand-over\//);
  await close();
});

test("the box is told before it is counted; what the office sent arrives with one touch; a difference is kept as counted [field.float]", async () => {
  const { page, close } = await hold();
  await press(page, /^Caja/);
  expect(await words(page)).toContain("Viene en camino: 3.000.000 de pesos");
  await press(page, "Llegó completo");
  await soon(() => heading(page)).toBe("En la caja debe haber 3.000.000 de pesos");
  await press(page, "Contar la caja");
  await press(page, "Uno más de 100.000 pesos");
  expect(await words(page)).toContain("La diferencia se guarda y se pregunta");
  await press(page, "Guardar el conteo");
  await expect
    .poll(() => lastSaid(page))
    .toMatchObject({
      kind: "float.count",
      says: { cash: { currency: "COP", notes: [{ value: "100000", count: 1 }], shown: "3000000" } },
    });
  await close();
});

test("the day closes with what is here: receipts, kilos, the box; and says what is still to be sent [field.close-day]", async () => {
  const { page, close } = await hold("morning");
  await goTo(page, "close-day");
  expect(await words(page)).toContain("QD2A: del 1 al 4");
  await press(page, "Cerrar el día");
  await soon(() => heading(page)).toBe("Día cerrado: 4 entregas, 523,8 kg netos");
  expect(await lastSaid(page)).toMatchObject({
    kind: "point.close-day",
    says: {
      receipts: { series: "QD2A", from: 1, to: 4 },
      ...{ handOvers: 4, voids: 0, kilos: [{ product: "coffee-parchment", net_g: "523800" }], cash: [] },
    },
  });
  expect(await words(page)).toContain("6 sin enviar, guardados aquí");
  await close();
});

test("what is unsent is listed with what became of it, and can be taken along as a file [field.unsent]", async () => {
  const { page, close } = await hold("morning&net=portal");
  await page.locator(".net-says").click();
  expect(await heading(page)).toBe("Faltan por enviar 5. Están guardados aquí");
  expect(await words(page)).toContain("Contestó otra página, por ejemplo la de una red con clave.");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Guardar en un archivo")]);
  expect(download.suggestedFilename()).toBe("ayni-unsent-QD2A-2026-11-15.jsonl");
  await close();
});

test("a telephone that was withdrawn takes nobody's harvest and still shows what it sends [field.revoked-screen]", async () => {
  const { page, close } = await hold("morning&state=revoked");
  expect(await page.getByRole("button", { name: "Recibir" }).count()).toBe(0);
  await goTo(page, "turn");
  expect(await page.getByRole("button", { name: /^Pesar/ }).count()).toBe(0);
  await page.locator(".net-says").click();
  expect(await heading(page)).toBe("Faltan por enviar 5. Están guardados aquí");
  await close();
});

test("a slip of the pad is keyed in with its serial, its day and who wrote it; the leaves left are told [field.paper]", async () => {
  const { page, close } = await hold();
  await press(page, "Pasar hojas del talonario");
  await page.getByLabel("Número de la hoja").fill("700");
  expect(await words(page)).toContain("No es de este talonario");
  await page.getByLabel("Número de la hoja").fill("451");
  await press(page, "Hojas dañadas o en blanco");
  expect(await words(page)).toContain("Faltan por contar 50 hojas");
  await page.getByLabel("Desde el número").fill("460");
  await press(page, "Guardar");
  await soon(() => words(page)).toContain("Faltan por contar 49 hojas");
  expect(await faultsOf(page)).toEqual([]);
  await goTo(page, "paper");
  await page.getByLabel("Número de la hoja").fill("451");
  await press(page, "Seguir: quién entregó");
  await page.keyboard.type("0205");
  await press(page, "Número 0205");
  await press(page, "Es esta persona");
  await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/hand-over\//);
  await close();
});
