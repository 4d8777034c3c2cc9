/** A season at a collection point with so many members, as acts in their order: to be told to a book in memory, or to a real server. */
import type { PersonalValue } from "../../../kernel/personal.ts";
import { seal } from "../../../kernel/personal.ts";
import { coffeePlan, coffeeScheme, coffeeSeason } from "../../../rooms/agreements/testing.ts";
import { efrain, idOf, marta, testSettings } from "../../../rooms/book/testing.ts";

/** One act before it is said. */
export type Telling = { readonly kind: string; readonly says: object; readonly beside?: readonly PersonalValue[] };

/** Point 2: it takes parchment, and its scale shows half kilograms. */
export const seasonPoint = "point-2";
export const seasonScale = { scale: "B-03", division_g: "500", knownWeight_g: "20000", tolerance_g: "100" };
export const seasonProduct = "coffee-parchment";

const first = "Rosa María José Luz Efraín Ana João Nélida Wilmer Ñusta Hernán Gladys Segundo Flor".split(" ");
const last =
  "Quispe Guzmán Mamani Peña Condori Muñoz Rodríguez Huamán Conceição Ibáñez Ortiz Chilito Yanza Papamija".split(" ");
const communities = ["El Mirador", "Alto Inambari", "Quebrada Honda", "San Juan del Oro", "Peñas Blancas"];
const of = (list: readonly string[], at: number): string => list[at % list.length] as string;

/** Made-up names; homonyms come as often as in a village. */
export const memberName = (at: number): string =>
  `${of(first, at)} ${of(last, at * 5 + Math.trunc(at / 14))} ${of(last, at * 3 + Math.trunc(at / 11))}`;
export const memberAt = (at: number): string => idOf(`member of the season ${at}`);

function named(kind: string, says: object, name: string): Telling {
  const { sealed, beside } = seal("name", name, idOf(`salt of ${name}`).replaceAll("-", ""));
  return { kind, says: { ...says, name: sealed }, beside: [beside] };
}

/** Everything a manager decided before `day`, prices of so many days from then on, and the register. */
export function seasonActs(members: number, day: string, days = 1): readonly Telling[] {
  const year = day.slice(0, 4);
  const containers = [{ container: "sack", from_g: "45000", to_g: "75000", tare_g: "700" }];
  const sheet = {
    ...{ name: "Quebrada Dos", products: [seasonProduct], prefix: "QD2", paysCash: true, scales: [seasonScale] },
    denominations: [{ currency: "COP", values: ["100000", "50000", "20000", "10000", "5000", "2000", "1000"] }],
  };
  const said = (kind: string, says: object): Telling => ({ kind, says });
  return [
    said("book.open", { settings: testSettings, founder: marta }),
    said("organisation.register", {
      agent: testSettings.organisation,
      name: testSettings.name,
      form: testSettings.form,
    }),
    named("person.register", { agent: marta.agent, community: "El Mirador" }, "Marta Ríos"),
    named("person.register", { agent: efrain.agent, community: "El Mirador" }, "Efraín Condori"),
    said("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: `${year}-01-01` }),
    said("price-plan.publish", { ...coffeePlan, from: day }),
    said("grading-scheme.publish", { ...coffeeScheme, from: day }),
    said("price-series.open", {
      ...{ series: "fnc-pergamino", title: "Precio base", currency: "COP", per: "carga de 125 kg" },
      ...{ period: "day", source: "FNC" },
    }),
    said("prices.record", { series: "fnc-pergamino", points: pricesFrom(day, days) }),
    said("season.open", {
      agreement: coffeeSeason.agreement,
      policy: { ...coffeeSeason.policy, season: `${year}-main`, from: day, until: `${year}-12-31`, containers },
    }),
    said("point.open", { place: seasonPoint, sheet, from: day }),
    ...Array.from({ length: members }, (_, at) => joined(at)).flat(),
  ];
}

const pricesFrom = (day: string, days: number) =>
  Array.from({ length: days }, (_, at) => {
    const period = new Date(Date.parse(day) + at * 86_400_000).toISOString().slice(0, 10);
    return { period, value: `${2_005_000n + BigInt((at * 37) % 20) * 1_000n}` };
  });

const joined = (at: number): readonly Telling[] => [
  named("person.register", { agent: memberAt(at), community: of(communities, at) }, memberName(at)),
  {
    kind: "tie.begin",
    says: {
      ...{ tie: idOf(`membership of the season ${at}`), from: memberAt(at), to: testSettings.organisation },
      ...{ kind: "membership", number: (at + 1).toString().padStart(4, "0"), since: "2019-03-01" },
    },
  },
];
