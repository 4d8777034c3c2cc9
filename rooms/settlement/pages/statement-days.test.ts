/** The day under the title: of the one hand-over with its receipt, of one that came from a file, or of the settling of several. */
import { expect, test } from "vitest";
import { readCatalogues } from "../../../web/language/catalogues.ts";
import { speaker } from "../../../web/language/say.ts";
import { render } from "../../../web/render.ts";
import type { StatementContent, StatementDelivery } from "../content.ts";
import { statementPage } from "./statement.tsx";
import { coffee, propsOf } from "./statements.fixture.ts";

const say = speaker(readCatalogues(), { language: "es", country: "CO", currency: "COP", currencyPlaces: 0 });
const read = (content: StatementContent): string =>
  render(statementPage({ ...propsOf(coffee), content }, say), say)
    .html.replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

const { content } = coffee;
const [first] = content.deliveries as readonly [StatementDelivery];

test("one hand-over is named by its day and receipt", () => {
  expect(read(content)).toContain("Entrega del miércoles 16 de septiembre de 2026, recibo T3Q-2-004417");
});

test("one that came from a file has no receipt, and none is spoken of", () => {
  const page = read({ ...content, deliveries: [{ ...first, receipt: "" }] });
  expect(page).toContain("Entrega del miércoles 16 de septiembre de 2026 ");
  expect(page).not.toContain("2026, recibo");
});

test("several are settled on the day the statement was issued, not on that of the last hand-over", () => {
  const days = { ...content.days, happened: "2026-09-16", issued: "2026-10-02" };
  const page = read({ ...content, days, deliveries: [first, { ...first, day: "2026-09-10" }] });
  expect(page).toContain("Liquidado el viernes 2 de octubre de 2026");
});

test("the heading of several speaks of receipts only when they have them", () => {
  const two = (receipt: string) =>
    read({
      ...content,
      deliveries: [
        { ...first, receipt },
        { ...first, receipt },
      ],
    });
  expect(two("T3Q-2-004417")).toContain("Sus entregas, una por una, con el número de su recibo");
  expect(two("")).toContain("Sus entregas, una por una");
  expect(two("")).not.toContain("con el número de su recibo");
});
