import { describe, expect, it } from "vitest";
import { readCatalogues } from "../../../web/language/catalogues.ts";
import { speaker } from "../../../web/language/say.ts";
import { render } from "../../../web/render.ts";
import { membersFixture } from "./members.fixture.ts";
import { type MembersProps, membersPage } from "./members.tsx";

const catalogues = readCatalogues();
const drawn = (changes: Partial<MembersProps> = {}, language = "es") => {
  const say = speaker(catalogues, { language, country: "CO", currency: "COP", currencyPlaces: 0 });
  return render(membersPage({ ...membersFixture, ...changes }, say), say).html;
};
const read = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/[\s\u2007\u2008\u00a0]+/g, " ");
const pesos = (exact?: string) => (exact === undefined ? [] : [{ exact, currency: "COP" }]);
const answering = (members: string, creditors: string, owedInAll?: string) =>
  read(drawn({ answer: { ...membersFixture.answer, members, creditors, owedInAll: pesos(owedInAll) } }));

describe("the members' list [people.members-page]", () => {
  it("answers first: how many we are, and to how many something is owed", () => {
    expect(read(drawn())).toContain("47 socios. A 3 se les deben 5.881.600 pesos.");
    expect(read(drawn({}, "pt"))).toContain("47 cooperados. A 3 são devidos 5.881.600 pesos.");
    expect(read(drawn({}, "en"))).toContain("47 members. We owe 3 of them 5,881,600 Colombian pesos.");
    expect(answering("47", "0")).toContain("47 socios. A nadie se le debe nada.");
    expect(answering("1", "1", "40500")).toContain("1 socio. Se le deben 40.500 pesos.");
    expect(answering("0", "0")).toContain("Todavía no hay socios en el padrón.");
  });

  it("says two currencies one after the other and never adds them, and then each figure carries its code", () => {
    const [first] = membersFixture.answer.rows;
    const both = [...pesos("2940786"), { exact: "59852.79", currency: "USD" }];
    const rows = [{ ...first, owed: both, community: "CO" }] as MembersProps["answer"]["rows"];
    const text = read(drawn({ answer: { ...membersFixture.answer, creditors: "2", owedInAll: both, rows } }));
    expect(text).toContain("A 2 se les deben 2.940.786 pesos y 59.852,79 dólares");
    expect(text).toContain("Colombia 1.240,5 2.940.786 COP 59.852,79 USD 0");
  });

  it("says what is not known in words, never as zero", () => {
    const row = drawn().match(/<tr[^>]*>(?:(?!<\/tr>).)*0208.*?<\/tr>/s)?.[0] ?? "";
    expect(read(row)).toContain("Luz Dary Ulcué 0208 Alto Cruz aún no se sabe aún no se sabe 0");
  });

  it("keeps the number of whom was erased, and takes people without a number or a page of their own", () => {
    expect(read(drawn())).toContain("nombre borrado el 30 ago 2026 0301");
    expect(read(drawn())).toContain("Wilson Yatacué sin número");
  });

  it("finds by a form without script, and keeps what was typed", () => {
    const html = drawn({ q: '0131 "Chocué' });
    expect(html).toContain('<form class="find" method="get" action="/office/members"');
    expect(html).toContain('value="0131 &quot;Chocué"');
    expect(html).not.toContain("<script");
  });

  it("tells an empty roll from a search that found nobody", () => {
    const answer = { ...membersFixture.answer, rows: [], found: "0" };
    expect(read(drawn({ answer }))).toContain("El primero aparece aquí apenas se inscriba.");
    expect(read(drawn({ answer, q: "Xx" }))).toContain("Nadie con «Xx»");
  });

  it("pages", () => {
    expect(read(drawn())).toContain("1 a 7 de 47");
    expect(drawn()).toContain('rel="next" href="/office/members?page=2"');
    expect(drawn()).not.toContain('rel="prev"');
  });
});
