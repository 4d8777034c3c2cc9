import { expect, test } from "vitest";
import { readCatalogues } from "../../../web/language/catalogues.ts";
import { speaker } from "../../../web/language/say.ts";
import { render } from "../../../web/render.ts";
import type { StatementDelivery } from "../content.ts";
import { statementPage } from "./statement.tsx";
import { coffee, propsOf } from "./statements.fixture.ts";

const { content, pricePlan } = coffee;
const [delivery] = content.deliveries as readonly [StatementDelivery];

/** The seven sacks priced by the World Bank's series, with a cup scored by a laboratory: as an imported season has them. */
function imported(language: string): string {
  const say = speaker(readCatalogues(), { language, country: "CO", currency: "COP", currencyPlaces: 0 });
  const turned = JSON.parse(
    JSON.stringify({ content, pricePlan })
      .replaceAll('"mesh-14"', '"sca-100"')
      .replaceAll(/"series":"[^"]+"/g, '"series":"world-bank-coffee-arabica"'),
  );
  const [first] = turned.content.deliveries as StatementDelivery[];
  turned.content.deliveries = [{ ...(first ?? delivery), product: "coffee-green-arabica" }];
  const props = { ...propsOf(coffee), content: turned.content, pricePlan: () => turned.pricePlan };
  return render(statementPage(props, say), say).html.replace(/<style>.*?<\/style>/s, "");
}

test("codes of an imported season are said in words: product, method, published series", () => {
  expect(imported("es")).toContain("café verde arábica");
  expect(imported("es")).toContain("ficha de catación de 100 puntos");
  expect(imported("es")).toContain("«Café arábica» del Banco Mundial");
  for (const language of ["es", "en", "pt"])
    expect(imported(language)).not.toMatch(/coffee-green-arabica|sca-100|world-bank-coffee/);
});
