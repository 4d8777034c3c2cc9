import { expect, it } from "vitest";
import { amountText } from "../../../../../../kernel/money/index.ts";
import type { SeasonPolicy } from "../../../../../../rooms/agreements/rules/season-policy.ts";
import { published, worth } from "../../../../../../rooms/agreements/rules/worked-examples/checked.ts";
import { fairtradePlan } from "../../../../../../rooms/agreements/rules/worked-examples/fairtrade.ts";
import { fixedLaterPlan } from "../../../../../../rooms/agreements/rules/worked-examples/fixed-later.ts";
import { meansPlan } from "../../../../../../rooms/agreements/rules/worked-examples/means.ts";
import {
  exportableDelivery,
  exportablePlan,
  listPrices,
} from "../../../../../../rooms/agreements/rules/worked-examples/yields.ts";
import { firstPayment } from "./first-payment.ts";
import type { HandOverTerms } from "./terms.ts";

const soles = { currency: "PEN", line: "0.01", cash: "0.10" };
const { bags, grossGrams, tareGrams, measurements, day } = exportableDelivery;

/** What the telephone says of a hand-over under a plan, at a place. */
const at = (place: string, body: unknown = exportablePlan) => {
  const terms = {
    ...{ scheme: null, grain: soles, prices: listPrices, takenThisYear: {} },
    season: { agreement: "s", version: 1, policy: { deductions: null } as unknown as SeasonPolicy },
    plan: { plan: "p", version: 1, code: "c", body },
  } as unknown as HandOverTerms;
  return firstPayment(terms, {
    ...{ delivery: exportableDelivery.id, day, place },
    weights: { bags, gross: grossGrams, tare: tareGrams, net: grossGrams - tareGrams } as never,
    measurements: Object.entries(measurements).map(([measure, value]) => ({ measure, value, unit: "1" })),
  });
};

it("a list of the place is known here as in the book; what only the office has is said to be the office's [field.terms]", () => {
  const plan = published(exportablePlan, "0.01");
  for (const place of ["Jaén", "San Ignacio"]) {
    const inBook = worth(plan, { ...exportableDelivery, beside: { place } }, listPrices).value;
    expect(at(place)).toMatchObject({ known: true, value: amountText(inBook, soles) });
  }
  for (const body of [fairtradePlan, meansPlan, fixedLaterPlan])
    expect(at("Jaén", body)).toMatchObject({ known: false, because: "office-knows" });
});
