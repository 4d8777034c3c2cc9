/** The screens of a telephone in a real browser at 360 × 640: for every eye, every light, a keyboard, a glove; enrolling and the lock. */
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { faultsOf, goTo, type Hands, hands, heading, press, soon, words } from "../../testing/on-screen.ts";

// Time for busy machines: each test opens telephones of its own.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let on = null as unknown as Hands;
beforeAll(async () => {
  on = await hands();
});
afterAll(() => on.close());
const hold: Hands["hold"] = (state, more) => on.hold(state, more);

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
  ["es", ["sunlight", "dark"]],
  ["en", ["sunlight"]],
  ["pt", ["sunlight"]],
] as const)(
  "every screen in %s is without fault in the usual light, and in others (%s) [field.screens-axe]",
  async (language, lights) => {
    const { page, errors, close } = await hold("morning&net=no-signal", { language, theme: "light" });
    const faults: string[] = [];
    for (const screen of everywhere) {
      await goTo(page, screen);
      faults.push(...(await faultsOf(page, lights)).map((fault) => `${screen}: ${fault}`));
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
    const context = await on.browser.newContext({ locale: "es" });
    const page = await context.newPage();
    await page.addInitScript(() => Object.defineProperty(globalThis, "isSecureContext", { value: false }));
    await page.goto(`${on.address}/field?state=not-enrolled#${code}`);
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
