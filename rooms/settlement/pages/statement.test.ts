/** The statement says why this amount, in three languages, with the figures of a real delivery of parchment coffee. */
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readCatalogues } from "../../../web/language/catalogues.ts";
import { speaker } from "../../../web/language/say.ts";
import { render } from "../../../web/render.ts";
import type { StatementContent, StatementDelivery } from "../content.ts";
import { type StatementProps, statementPage } from "./statement.tsx";
import { splitOf, worthOf } from "./statement-shape.ts";
import { coffee, propsOf, snowPea } from "./statements.fixture.ts";

const catalogues = readCatalogues();
const { content } = coffee;
const props = propsOf(coffee);

const speaks = (language: string) =>
  speaker(catalogues, { language, country: "CO", currency: "COP", currencyPlaces: 0 });
const drawn = (changes: Partial<StatementProps> = {}, language = "es") =>
  render(statementPage({ ...props, ...changes }, speaks(language)), speaks(language)).html;
/** What a reader reads: tags out, blanks as one. */
const read = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/[\s\u2007\u2008\u00a0]+/g, " ")
    .replace(/ ([.,])/g, "$1");
const lines = (html: string) => html.match(/<details class="line".*?<\/details>/gs) ?? [];

describe("the statement of member 0131, 16 September 2026 [settlement.statement-page]", () => {
  it("answers first, in the reader's language", () => {
    expect(read(drawn())).toContain("Usted trajo 412,5 kilos de café pergamino. Recibe 2.940.800 pesos");
    expect(read(drawn({}, "pt"))).toContain("Você trouxe 412,5 quilos de café pergaminho. Recebe 2.940.800 pesos");
    expect(read(drawn({}, "en"))).toContain(
      "You brought 412.5 kilograms of parchment coffee. You receive 2,940,800 Colombian pesos",
    );
  });

  it("says how and when it is paid", () => {
    expect(read(drawn())).toContain("En efectivo, el viernes 18 de septiembre de 2026, en el punto Quebrada Dos.");
    const unknown = { ...content, payment: { ...content.payment, day: null, place: null } };
    expect(read(drawn({ content: unknown }))).toContain("En efectivo. El día aún no se sabe.");
  });

  it("shows every figure of the delivery as the book keeps it", () => {
    const text = read(drawn());
    for (const figure of [
      "412,5",
      "−4,9",
      "407,6",
      "404,82",
      "16.040,00",
      "92,99",
      "21.013,14",
      "16.043,64",
      "6.494.786",
    ])
      expect(text).toContain(figure);
    for (const figure of [
      "−48.578",
      "−64.948",
      "−32.474",
      "6.348.786",
      "−1.500.000",
      "−108.000",
      "−1.800.000",
      "2.940.786",
      "+14",
    ])
      expect(text).toContain(figure);
  });

  it("explains each figure: its rule in plain words, its arithmetic, where its readings come from", () => {
    const [, , moisture = ""] = lines(drawn());
    expect(read(moisture)).toContain("407,6 kg × (100 − 12,6) ÷ (100 − 12) = 404,82 kg");
    expect(read(moisture)).toContain("humedad, %: 12,6. Método: medidor de humedad. Instrumento: M-07.");
    expect(read(moisture)).toContain("Plan de precios cafe-pergamino-2026, versión 3");
  });

  it("names an account and a dated rule for every deduction", () => {
    const deductions = lines(drawn()).slice(-content.deductions.length - 1, -1);
    expect(deductions).toHaveLength(content.deductions.length);
    for (const [language, goesTo, rule] of [
      ["es", "A dónde va", "Vigente desde"],
      ["pt", "Para onde vai", "Vale desde"],
      ["en", "Where it goes", "In force since"],
    ] as const) {
      const shown = lines(drawn({}, language)).slice(-content.deductions.length - 1, -1);
      for (const [index, line] of shown.entries()) {
        const to = content.deductions[index]?.to ?? "";
        expect(read(line)).toContain(`${goesTo} ${speaks(language)(`account.${to}`)}`);
        expect(read(line)).toContain(rule);
      }
    }
  });

  it("shows what a cap would have held back, and that it did not", () => {
    expect(read(drawn())).toContain(
      "No puede llevarse más de 40 de cada 100 de 6.348.786 pesos. El tope era 2.539.514 pesos: cabe completo.",
    );
  });

  it("says how much was due where a cap held some of it back", () => {
    const held: StatementContent = {
      ...content,
      deductions: content.deductions.map((line) =>
        line.code === "input-credit" ? { ...line, amount: "1517682", heldBy: "credit-40" } : line,
      ),
      caps: content.caps.map((cap) => ({ ...cap, bit: true, taken: "1625682" })),
    };
    const text = read(drawn({ content: held }));
    expect(text).toContain("se debían 1.800.000 pesos");
    expect(text).toContain("Por ese tope se tomaron solo 1.625.682 pesos; lo demás se sigue debiendo.");
  });

  it("sets a unit beside every amount", () => {
    for (const language of ["es", "pt", "en"]) {
      const html = drawn({ openAll: true }, language);
      const figures = [
        ...html.matchAll(
          /<span class="fig"><data class="n" value="([^"]+)">[^<]+<\/data>[^<]*<span class="u">([^<]*)<\/span>/g,
        ),
      ];
      expect(figures.length).toBeGreaterThan(20);
      const bare = figures.filter(([, , unit]) => unit === "").map(([, value]) => value);
      expect(bare, "only the yield factor has no unit").toEqual(["92.99"]);
      expect(html.match(/<data /g)?.length).toBe(figures.length + 1);
    }
  });

  it("splits the value by whose it is; parts add up to it and percentages to a hundred", () => {
    const parts = splitOf(content);
    expect(parts.map((part) => [part.percent, part.amount])).toEqual([
      ["45", "2940786"],
      ["51", "3300000"],
      ["1", "64948"],
      ["3", "189052"],
    ]);
    expect(parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)).toBe(BigInt(content.subtotals.value));
  });

  it("keeps an erased member's number and says when the name went", () => {
    const text = read(drawn({ holder: { erasedOn: "2027-02-03" } }));
    expect(text).toContain("Socio n.º 0131, nombre borrado el 3 feb 2027");
    expect(text).not.toContain("Quilindo");
  });

  it("says which mark separates decimals, and to what each line is rounded", () => {
    expect(read(drawn())).toContain(
      "En este papel el punto separa los miles y la coma los decimales. Cada línea se redondea a 1 peso.",
    );
    expect(read(drawn({}, "en"))).toContain("On this paper the comma separates thousands and the point decimals.");
  });

  it("opens every line for the printer, and none of them needs a script", () => {
    const html = drawn({ openAll: true });
    expect(html.match(/<details[^>]*open/g)?.length).toBe(html.match(/<details/g)?.length);
    expect(html).not.toMatch(/<script|<link|<img|style="|https?:/);
  });

  it("weighs at most ten kilobytes on the wire", () => {
    for (const language of ["es", "pt", "en"]) expect(gzipSync(drawn({}, language)).length).toBeLessThan(10_240);
  });
});

describe("a statement of many deliveries", () => {
  const deliveries = Array.from({ length: 40 }, (_, index) => ({
    ...(content.deliveries[0] as StatementDelivery),
    receipt: `T3Q-2-00${4417 + index}`,
    day: `2026-0${7 + Math.floor(index / 20)}-${String(1 + (index % 20)).padStart(2, "0")}`,
  }));
  const many: StatementContent = { ...content, deliveries, subtotals: { ...content.subtotals, value: "259791440" } };

  it("lists them one by one, each opening into its own account", () => {
    const html = drawn({ content: many });
    expect(html.match(/<details class="line delivery"/g)).toHaveLength(40);
    expect(read(html)).toContain("Usted hizo 40 entregas de café pergamino, del 1 jul 2026 al 20 ago 2026. Recibe");
    expect(read(html)).toContain("Valor de las 40 entregas 259.791.440 pesos");
    expect(deliveries.reduce((sum, one) => sum + worthOf(one), 0n)).toBe(259791440n);
  });

  it("stays within ten kilobytes on the wire, because rules repeat and figures are few", () => {
    expect(gzipSync(drawn({ content: many })).length).toBeLessThan(10_240);
  });
});

describe("a statement in quetzales and pounds, with an export and a local class", () => {
  const guatemala = speaker(catalogues, { language: "es", country: "GT", currency: "GTQ", currencyPlaces: 2 });
  const text = read(render(statementPage(propsOf(snowPea), guatemala), guatemala).html);

  it("answers in the plan's unit and the book's money", () => {
    expect(text).toContain("Usted trajo 662.4 libras de arveja china. Recibe 1,880.94 quetzales");
    expect(text).toContain("Por transferencia, el jueves 26 de febrero de 2026.");
  });

  it("shows each class with its weight, price and value, and their sum", () => {
    expect(text).toContain("Para exportar 467.7 lb × 5.25 quetzales 2,455.43 quetzales");
    expect(text).toContain("Mercado local 65.1 lb × 1.80 quetzales 117.18 quetzales");
    expect(text).toContain("Valor de la entrega 2,572.61 quetzales");
    expect(text).toContain("Rechazo, se devuelve Lo que queda 59.2 lb");
  });

  it("has nothing to round, and says what is still owed", () => {
    expect(text).not.toContain("Redondeo del efectivo");
    expect(text).toContain("Debe de crédito 480.00 quetzales");
  });
});
