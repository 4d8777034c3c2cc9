/** What the example publishes: price series with the real prices, plans, grading schemes, and the seasons of coffee and cocoa. */
import { addDays, addMonths, type Day, monthOf, theDay } from "../../kernel/time/index.ts";
import type { Calendar } from "./calendar.ts";
import { type Crop, earlier, localPrice, worldPrices, worldSeries, yearsBack } from "./real-prices.ts";
import type { Telling } from "./telling.ts";
import * as terms from "./terms.ts";

const manager = { role: "manager" } as const;
const crops = ["coffee", "cocoa"] as const;
const local = {
  coffee: { title: "Precio del café por mes", per: "carga de 125 kg" },
  cocoa: { title: "Precio del cacao por mes", per: "kg" },
} as const;
/** The months for which prices are published: from the first of the past season to the one after the first day. */
function months({ opened, firstDay }: Calendar): readonly string[] {
  const last = monthOf(addMonths(firstDay, 1));
  const found: string[] = [];
  for (let day = theDay(`${monthOf(opened)}-01`); monthOf(day) <= last; day = addMonths(day, 1))
    found.push(monthOf(day));
  return found;
}

/** Opens the world's series and the cooperative's own, and records each month when it begins. */
export function tellsPrices(telling: Telling, calendar: Calendar): void {
  const { opened, firstDay } = calendar;
  const back = yearsBack(firstDay);
  const world = worldPrices();
  const start = { day: addDays(opened, 7), clock: "10:00" };
  for (const crop of crops) {
    const { series, commodity } = worldSeries[crop];
    const source = "World Bank, Commodity Price Data (The Pink Sheet), monthly prices, updated on 3 January 2025";
    const licence = "CC BY 4.0";
    telling.say(manager, start, "price-series.open", {
      series,
      title: `${commodity} (World Bank)`,
      currency: "USD",
      per: "kg",
      period: "month",
      source,
      licence,
    });
    const { title, per } = local[crop];
    telling.say(manager, start, "price-series.open", {
      series: terms.localSeries[crop],
      title: `${title} (ejemplo)`,
      currency: "COP",
      per,
      period: "month",
      source: sourceOf(crop, back),
    });
  }
  for (const month of months(calendar)) {
    const begins = `${month}-02` as Day;
    const last = addDays(firstDay, -1);
    const day = begins < start.day ? start.day : begins > last ? last : begins;
    for (const crop of crops) {
      const dollars = world[crop].get(earlier(month, back));
      if (dollars === undefined) continue;
      const treasurer = { role: "treasurer" } as const;
      const points = (period: string, value: string) => [{ period, value }];
      telling.say(treasurer, { day, clock: "10:30" }, "prices.record", {
        series: worldSeries[crop].series,
        points: points(earlier(month, back), dollars),
      });
      telling.say(treasurer, { day, clock: "10:31" }, "prices.record", {
        series: terms.localSeries[crop],
        points: points(month, localPrice(crop, dollars)),
      });
    }
  }
}

/** In plain words where a price of the cooperative comes from. */
const sourceOf = (crop: Crop, back: number): string =>
  `Precio mundial real del mismo mes, ${back} ${back === 1 ? "año" : "años"} antes (Banco Mundial), a 4.000 pesos por dólar, el 85 % ` +
  (crop === "coffee"
    ? "y 70 kg de café verde por 94 kg de pergamino. La tasa, el 85 % y el rendimiento son inventados."
    : "por kilo. La tasa y el 85 % son inventados.");

/** What the cooperative shows of itself to everybody: what it is, and what in it is real. */
export function tellsPublicPage(telling: Telling, calendar: Calendar): void {
  const says = {
    shown: true,
    about:
      "Somos una cooperativa inventada, de 58 familias que cultivan café y cacao, para conocer Ayni. No existe nadie de los que " +
      "aparecen. La humedad, los defectos y los puntajes de taza del café son de lotes reales (Coffee Quality Institute); los precios " +
      "mundiales son los del Banco Mundial, de otros años, y de ellos salen nuestros precios por mes. Lo demás es inventado.",
    where: "El Mirador y Quebrada Honda, Colombia",
    reach: "Es un ejemplo: no tiene teléfono.",
    prices: true,
  };
  telling.say(manager, { day: addDays(calendar.opened, 12), clock: "09:00" }, "public-page.publish", says);
}

/** Plans and schemes in the book's first week; then each season. */
export function tellsTerms(telling: Telling, calendar: Calendar): void {
  const { opened, past, now } = calendar;
  const day = addDays(opened, 8);
  const publish = (kind: "price-plan" | "grading-scheme", of: string, body: object, at: string, from: string): void =>
    telling.say(manager, { day: at, clock: "11:00" }, `${kind}.publish`, {
      [kind === "price-plan" ? "plan" : "scheme"]: telling.id(of),
      body,
      from,
    });
  publish("grading-scheme", "scheme coffee", terms.coffeeScheme, day, day);
  publish("grading-scheme", "scheme cocoa", terms.cocoaScheme, day, day);
  publish("price-plan", "plan coffee past", terms.coffeeByMonth("cafe-pergamino-mensual"), day, past.from);
  publish("price-plan", "plan cocoa", terms.cocoaPlan, day, past.from);
  publish(
    "price-plan",
    "plan coffee now",
    terms.coffeeByMonth(terms.coffeeSpotPlan.code),
    addDays(now.from, -6),
    now.from,
  );
  const of = (product: string, plan: string, deductions: Parameters<typeof terms.policyOf>[1]["deductions"]) => ({
    product,
    plan: telling.id(plan),
    scheme: telling.id(product === terms.coffee ? "scheme coffee" : "scheme cocoa"),
    deductions,
  });
  const open = (season: "past" | "now", crop: Crop, policy: ReturnType<typeof of>): void =>
    telling.say(manager, { day: addDays(calendar[season].from, -5), clock: "11:30" }, "season.open", {
      agreement: telling.id(`season ${crop} ${season}`),
      policy: terms.policyOf(calendar[season], policy),
    });
  open("past", "coffee", of(terms.coffee, "plan coffee past", terms.coffeeDeductionsBefore));
  open("past", "cocoa", of(terms.cocoa, "plan cocoa", terms.cocoaDeductions));
  open("now", "coffee", of(terms.coffee, "plan coffee now", terms.coffeeSpotDeductions));
  open("now", "cocoa", of(terms.cocoa, "plan cocoa", terms.cocoaDeductions));
  for (const crop of crops)
    telling.say(manager, { day: past.until, clock: "17:00" }, "season.close", {
      agreement: telling.id(`season ${crop} past`),
      last: past.until,
    });
}

/**
 * One day of the price of the day: on the first day coffee is paid by the price that the worked example of the documents uses, and
 * from the day after by the month again. So the example keeps that statement to the peso, and goes on without it.
 */
export function tellsPriceOfTheDay(telling: Telling, { firstDay }: Calendar): void {
  const before = { day: addDays(firstDay, -1), clock: "17:00" };
  telling.say(manager, before, "price-series.open", {
    series: "fnc-pergamino",
    title: "Precio base del día por carga (ejemplo)",
    currency: "COP",
    per: "carga de 125 kg",
    period: "day",
    source:
      "Federación Nacional de Cafeteros: el precio del 16 de septiembre de 2026, puesto en el primer día del ejemplo",
  });
  const plan = telling.id("plan coffee now");
  const { code } = terms.coffeeSpotPlan;
  const day = { plan, body: terms.coffeeSpotPlan, from: firstDay, reason: "Día de feria: se paga el precio del día." };
  const month = {
    plan,
    body: terms.coffeeByMonth(code),
    from: addDays(firstDay, 1),
    reason: "Después de la feria se paga otra vez el precio del mes.",
  };
  telling.say(manager, before, "price-plan.publish", day);
  telling.say(manager, before, "price-plan.publish", month);
  telling.say({ role: "clerk" }, { day: firstDay, clock: "06:15" }, "prices.record", {
    series: "fnc-pergamino",
    points: [{ period: firstDay, value: "2005000" }],
  });
}
