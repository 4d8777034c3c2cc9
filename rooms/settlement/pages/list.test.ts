import { describe, expect, it } from "vitest";
import { readCatalogues } from "../../../web/language/catalogues.ts";
import { speaker } from "../../../web/language/say.ts";
import { render } from "../../../web/render.ts";
import { inDollars, statements, statementsFixture } from "./list.fixture.ts";
import { type StatementsAnswer, type StatementsProps, statementsPage } from "./statements.tsx";

const catalogues = readCatalogues();
const drawn = (changes: Partial<StatementsProps> = {}, language = "es") => {
  const say = speaker(catalogues, { language, country: "CO", currency: "COP", currencyPlaces: 0 });
  return render(statementsPage({ ...statementsFixture, ...changes }, say), say).html;
};
const read = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u2007\u2008\u00a0]+/g, " ");
const answer = (changes: Partial<StatementsAnswer>) => ({ answer: { ...statementsFixture.answer, ...changes } });
const rowOf = (html: string, number: string) =>
  read(html.match(new RegExp(`<tr[^>]*>(?:(?!</tr>).)*${number}.*?</tr>`, "s"))?.[0] ?? "");

describe("the list of statements [settlement.statements-page]", () => {
  it("answers first: how many are closed, and how much is owed on how many", () => {
    expect(read(drawn())).toContain("112 liquidaciones cerradas. En 2 falta pagar 2.981.286 pesos.");
    expect(read(drawn({}, "pt"))).toContain("112 acertos fechados. Em 2 falta pagar 2.981.286 pesos.");
    expect(read(drawn({}, "en"))).toContain("112 statements are closed. On 2 we still owe 2,981,286 Colombian pesos.");
    expect(read(drawn(answer({ stillOwed: "0", owedInAll: [] })))).toContain("cerradas. No falta pagar nada.");
    const one = { closed: "1", stillOwed: "1", owedInAll: [{ exact: "40500", currency: "COP" }] };
    expect(read(drawn(answer(one)))).toContain("1 liquidación cerrada. Falta pagar 40.500 pesos.");
  });

  it("says whose they are when they are of one person, or the reader's own", () => {
    const person = { name: "María Elvira Chocué", erasedOn: null };
    const of = { ...answer({ closed: "3", stillOwed: "1" }), person };
    expect(read(drawn({ ...of, whose: "one" }))).toContain("María Elvira Chocué: 3 liquidaciones cerradas. En 1 falta");
    expect(read(drawn({ ...of, whose: "one" }))).toContain("Ver las de todos");
    expect(read(drawn({ ...of, whose: "mine" }, "en"))).toContain("You have 3 statements. On 1 you are still owed");
    expect(read(drawn({ ...of, whose: "mine" }, "pt"))).toContain("Você tem 3 acertos. Em 1 falta lhe pagar");
  });

  it("gives each its member, day, value, what is received and what is owed; the number leads to the paper", () => {
    expect(rowOf(drawn(), "L-2026-003182")).toContain(
      "L-2026-003182 María Elvira Chocué 0131 16 sep 2026 6.494.786 2.940.800 2.940.786",
    );
    expect(drawn()).toContain('<a href="/office/statements/L-2026-003182">');
    expect(rowOf(drawn(), "L-2026-003181")).toContain("nombre borrado el 30 ago 2026 0301");
    expect(rowOf(drawn(), "L-2026-003183")).toContain("Wilson Yatacué sin número");
  });

  it("never adds two currencies, and then says of each figure which it is", () => {
    const owedInAll = [
      { exact: "2981286", currency: "COP" },
      { exact: "59852.79", currency: "USD" },
    ];
    const html = drawn(answer({ rows: [inDollars, ...statements], stillOwed: "3", owedInAll }));
    expect(read(html)).toContain("En 3 falta pagar 2.981.286 pesos y 59.852,79 dólares");
    expect(rowOf(html, "L-2026-003185")).toContain("61.297,25 USD 59.852,79 USD");
    expect(rowOf(html, "L-2026-003182")).toContain("6.494.786 COP");
  });

  it("says that none was closed yet, and asks for nothing to be searched", () => {
    const html = drawn(answer({ closed: "0", stillOwed: "0", owedInAll: [], found: "0", rows: [] }));
    expect(read(html)).toContain("Aquí aparece cada una apenas se cierra");
    expect(html).not.toContain("<form");
  });

  it("tells that from a search that found none, which keeps whose they are", () => {
    const html = drawn({
      ...answer({ found: "0", rows: [] }),
      q: "Xx",
      whose: "one",
      person: { name: "Rosalba Tenorio Ipia", erasedOn: null },
      kept: { agent: "0140" },
    });
    expect(read(html)).toContain("Ninguna con «Xx»");
    expect(html).toContain('<input type="hidden" name="agent" value="0140"');
    expect(html).toContain('href="/office/statements?agent=0140"');
  });

  it("pages", () => {
    expect(read(drawn())).toContain("1 a 50 de 112");
    expect(drawn()).toContain('rel="next" href="/office/statements?skip=50"');
  });
});
