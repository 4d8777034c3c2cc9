/** How hand-overs are said: at one point by a telephone from the first day on, at the other by the clerk's seat a year ago. */
import { addDays, type Day } from "../../kernel/time/index.ts";
import type { Chance } from "./chance.ts";
import { type HandOver, inOrder, points } from "./harvest.ts";
import { laboratoryReadings } from "./readings.ts";
import type { Telling } from "./telling.ts";
import { cocoa, coffee } from "./terms.ts";

/** The printed number of member 0131's receipt in the worked example; the others of that telephone count up to it and on. */
const worked = { of: "coffee now 0131 seven sacks", number: 4417 } as const;

/** Whether the point had its telephone then: Quebrada Uno got one for the running season. */
const isPrinted = ({ place, season }: HandOver): boolean => place === "Quebrada Dos" || season === "now";

/** The printed receipt numbers, by hand-over: each telephone counts its own. */
export function receiptsOf(handOvers: readonly HandOver[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [place, { prefix }] of Object.entries(points)) {
    const printed = inOrder(handOvers.filter((one) => one.place === place && isPrinted(one)));
    const at = printed.findIndex(({ of }) => of === worked.of);
    const first = at < 0 ? 1 : worked.number - at;
    for (const [order, { of }] of printed.entries()) found.set(of, `${prefix}-${`${first + order}`.padStart(6, "0")}`);
  }
  return found;
}

const grams = (sacks: HandOver["sacks"]): number =>
  sacks.reduce((sum, { gross_g, tare_g }) => sum + Number.parseInt(gross_g, 10) - Number.parseInt(tare_g, 10), 0);

/** What is said of one hand-over; `receipt` is the printed number, when one was printed. */
export function receiving(telling: Telling, one: HandOver, receipt: string | undefined): object {
  const { scale } = points[one.place];
  return {
    delivery: telling.id(`delivery ${one.of}`),
    member: telling.id(one.by),
    product: one.crop === "coffee" ? coffee : cocoa,
    place: one.place,
    on: one.day,
    clock: one.clock,
    scale,
    scaleChecked: one.day,
    ...(receipt === undefined ? {} : { receipt, shown: { language: "es", net_g: `${grams(one.sacks)}` } }),
    bags: one.sacks,
    measurements: one.readings,
    ...(one.plot === null ? {} : { plot: telling.id(one.plot) }),
  };
}

/** Says all hand-overs. A telephone without signal in the hills sends some of them hours later. */
export function tellsHarvest(telling: Telling, chance: Chance, handOvers: readonly HandOver[], firstDay: Day): void {
  const receipts = receiptsOf(handOvers);
  const held = new Map<string, number>();
  for (const one of handOvers) {
    const { role, device } = points[one.place];
    const receipt = receipts.get(one.of);
    const key = `${one.place} ${one.day}`;
    // A telephone sends what it said in order: either the whole day's as it goes, or all in the evening.
    if (!held.has(key)) held.set(key, one.day < firstDay && chance.happens(25) ? 1 : 0);
    const evening = Date.parse(`${one.day}T18:30:00Z`) - Date.parse(`${one.day}T${one.clock}:00Z`);
    const later = held.get(key) === 1 ? evening / 1000 : 20;
    const voice = receipt === undefined ? { role } : { role, device };
    const moment = { day: one.day, clock: one.clock, later: receipt === undefined ? 0 : later };
    telling.say(voice, moment, "delivery.receive", receiving(telling, one, receipt), { as: `receive ${one.of}` });
  }
}

/** A quarter of the coffee of the past season goes to the laboratory; its score comes three to six days later. */
export function tellsLaboratory(telling: Telling, chance: Chance, handOvers: readonly HandOver[]): void {
  for (const one of handOvers) {
    if (one.lot === null || one.season !== "past" || !chance.happens(25)) continue;
    const on = addDays(one.day, chance.between(3, 6));
    const says = {
      sampleResult: telling.id(`sample of ${one.of}`),
      delivery: telling.id(`delivery ${one.of}`),
      measurements: laboratoryReadings(one.lot),
      on,
      laboratory: "Laboratorio de la cooperativa (ejemplo)",
    };
    telling.say({ role: "technician" }, { day: on, clock: "16:00" }, "delivery.grade", says);
  }
}
