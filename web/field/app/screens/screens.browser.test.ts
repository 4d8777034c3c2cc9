/** The screens of the point in a real browser at 360 × 640: for every eye, every light, a keyboard, a glove. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Listening } from "../../../server/listen.ts";
import { startBrowser } from "../../../testing/browser.ts";
import { faultsOf, goTo, inHand, serveScreens } from "../../testing/on-screen.ts";

// Time for busy machines: each test opens telephones of its own.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let [browser, served] = [null as unknown as Browser, null as unknown as Listening];
beforeAll(async () => {
  served = await serveScreens();
  browser = await startBrowser("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const hold = (state = "", more: { language?: string; theme?: string } = {}) =>
  inHand(browser, served.address, { state, ...more });
const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name }).first().click({ timeout: 20_000 });
const heading = async (page: Page) => (await page.locator("h1").innerText()).replaceAll("\u00a0", " ");
/** What the screen says, with blanks that may break. */
const words = async (page: Page) => (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
/** What is awaited comes soon, also on a machine that has much else to do. */
const soon = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 20_000 });
/** What the telephone said last, out of its own outbox. */
const lastSaid = (page: Page) =>
  page.evaluate(() => {
    type Kept = { kind: string; text: string };
    const { core } = (globalThis as unknown as { field: { core: { outbox(): Kept[] } } }).field;
    const last = core.outbox().at(-1);
    return last === undefined ? null : { kind: last.kind, says: JSON.parse(last.text).says };
  });

const everywhere = [
  "",
  "turn",
  "who",
  "unknown",
  "open-day",
  "close-day",
  "float",
  "questions",
  "paper",
  "unsent",
  "scale",
  "more",
  "about",
];

test.each([
  ["es", "light"],
  ["es", "sunlight"],
  ["es", "dark"],
  ["en", "light"],
  ["en", "sunlight"],
  ["pt", "light"],
  ["pt", "sunlight"],
])(
  "every screen in %s is without fault in the light %s [field.screens-axe]",
  async (language, theme) => {
    const { page, errors, close } = await hold("morning&net=no-signal", { language, theme });
    const faults: string[] = [];
    for (const screen of everywhere) {
      await goTo(page, screen);
      faults.push(...(await faultsOf(page)).map((fault) => `${screen}: ${fault}`));
    }
    expect([faults, errors]).toEqual([[], []]);
    await close();
  },
  120_000,
);

test.each([
  ["not-enrolled", ""],
  ["locked", ""],
  ["nobody", ""],
  ["revoked", ""],
  ["key-missing", ""],
  ["full", "who"],
  ["other", ""],
  ["not-persisted", "about"],
  ["clock", "about"],
])("a telephone that is %s shows it without fault [field.screens-axe]", async (state, screen) => {
  const { page, errors, close } = await hold(`state=${state}`);
  if (screen !== "") await goTo(page, screen);
  expect([await faultsOf(page), errors]).toEqual([[], []]);
  await close();
});

test("with a keyboard alone: the lock is opened, somebody is found by number, and the hand-over begins [field.screens-keyboard]", async () => {
  const { page, errors, close } = await hold("state=locked");
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const tabTo = async (words: string): Promise<void> => {
    for (let at = 0; at < 30 && !(await focused()).includes(words); at += 1) await page.keyboard.press("Tab");
    expect(await focused()).toContain(words);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(80);
  };
  await tabTo("Efraín");
  await page.keyboard.type("1234");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Recibir" }).waitFor();
  await tabTo("Recibir");
  await page.keyboard.type("0205");
  await tabTo("Número 0205");
  await tabTo("Es esta persona");
  await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/hand-over\//);
  expect(errors).toEqual([]);
  await close();
});

describe("enrolling", () => {
  const code = "e.aB3-_678901234567890.0123456789abcdef";

  test("the code in the address is used once and does not stay there; then the telephone says whose it is [field.enrol-screen]", async () => {
    const { page, close } = await hold("state=not-enrolled");
    expect(await heading(page)).toBe("Este teléfono todavía no es de ningún punto");
    await page.evaluate((ticket) => {
      location.hash = ticket;
    }, code);
    await soon(() => heading(page)).toBe("Este teléfono es ahora del punto Quebrada Honda");
    expect(page.url()).not.toContain("e.aB3");
    expect(await words(page)).toContain("QD2A-000001");
    expect(await faultsOf(page)).toEqual([]);
    await press(page, "Seguir");
    await soon(() => page.getByRole("button", { name: "Recibir" }).count()).toBe(1);
    await close();
  });

  test.each([
    ["ticket", "Ese código ya se usó"],
    ["not-the-book", "Contestó otro libro"],
    ["no-signal", "No hay señal hasta la oficina"],
    ["storage", "El navegador no deja guardar"],
    ["server", "La oficina no pudo contestar"],
  ])(
    "what stood in the way is said (%s), and the code stays where it was typed [field.enrol-screen]",
    async (answer, words) => {
      const { page, close } = await hold(`state=not-enrolled&answer=${answer}`);
      await page.locator("input.field").fill(`${code.slice(0, 12)} ${code.slice(12)}`);
      await press(page, "Inscribir este teléfono");
      await soon(() => page.getByRole("alert").innerText()).toContain(words);
      expect(await page.locator("input.field").inputValue()).toContain("e.aB3");
      await close();
    },
  );

  test("over plain HTTP it says that it cannot work here and what to do, and offers nothing else [field.enrol-screen]", async () => {
    const context = await browser.newContext({ locale: "es" });
    const page = await context.newPage();
    await page.addInitScript(() => Object.defineProperty(globalThis, "isSecureContext", { value: false }));
    await page.goto(`${served.address}/field?state=not-enrolled#${code}`);
    await soon(() => words(page)).toContain("la dirección que empieza con https");
    expect(await page.getByRole("button", { name: "Inscribir" }).count()).toBe(0);
    await context.close();
  });
});

test("another PIN is told, the right one lets in, and two touches change the clerk [field.lock]", async () => {
  const { page, close } = await hold("state=locked");
  await press(page, "Efraín Condori");
  for (const key of ["9", "9", "9", "9"]) await press(page, key);
  await press(page, "Entrar");
  await soon(() => page.getByRole("alert").innerText()).toContain("Esa no es la clave de Efraín Condori");
  await expect
    .poll(() =>
      page.evaluate(() =>
        (globalThis as never as { field: { core: { waitOf(a: string): number }; clerk: string } }).field.core.waitOf(
          (globalThis as never as { field: { clerk: string } }).field.clerk,
        ),
      ),
    )
    .toBe(0);
  for (const key of ["1", "2", "3", "4"]) await press(page, key);
  await press(page, "Entrar");
  await press(page, /Atiende Efraín Condori/);
  expect(await heading(page)).toBe("¿Quién está en el punto?");
  await press(page, "Otra persona");
  await press(page, "Marta Ríos");
  for (const round of ["Seguir", "Guardar mi clave"]) {
    for (const key of ["5", "6", "7", "8"]) await press(page, key);
    await press(page, round);
  }
  await soon(() => page.getByRole("button", { name: /Atiende Marta Ríos/ }).count()).toBe(1);
  await close();
});

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
  await page.keyboard.type("rodriguez");
  await soon(() => page.locator(".found b").count()).toBeGreaterThan(1);
  await press(page, "Por número");
  await page.keyboard.type("0239");
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

test("language, light and sound are chosen here and stay chosen [field.preferences]", async () => {
  const { page, close } = await hold();
  await goTo(page, "more");
  await page.getByLabel("português").check();
  await soon(() => heading(page)).toBe("Mais");
  await page.getByRole("radio", { name: "Sol" }).check();
  await page.getByLabel("Sem som").check();
  await page.reload();
  await soon(() => heading(page)).toBe("Mais");
  expect(await page.evaluate(() => [document.documentElement.dataset.theme, document.documentElement.lang])).toEqual([
    "sunlight",
    "pt",
  ]);
  expect(await page.getByLabel("Sem som").isChecked()).toBe(true);
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
