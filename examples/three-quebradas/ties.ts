/** What binds the people of the example besides their membership: groups, kin, a word, a paper; and who left. */
import { addDays, addMonths } from "../../kernel/time/index.ts";
import type { Calendar } from "./calendar.ts";
import { toldOf } from "./families.ts";
import type { Telling } from "./telling.ts";

const clerk = { role: "clerk" } as const;
const manager = { role: "manager" } as const;

/** Two members in a savings group too, a daughter at the scale, one who left, and one who asked to be erased. */
export function tellsTies(telling: Telling, { opened, past }: Calendar): void {
  const group = telling.id("savings group");
  const day = addDays(opened, 9);
  telling.say(clerk, { day, clock: "09:00" }, "organisation.register", {
    agent: group,
    name: "Grupo de ahorro La Alcancía (ejemplo)",
    form: "savings-group",
    community: "El Mirador",
  });
  for (const number of toldOf.savers) {
    const says = {
      tie: telling.id(`saver ${number}`),
      from: telling.id(`member ${number}`),
      to: group,
      kind: "membership",
      since: addMonths(day, -30),
    };
    telling.say(clerk, { day, clock: "09:10" }, "tie.begin", says);
  }
  const kin = {
    tie: telling.id("kin of the clerk"),
    from: telling.id("clerk"),
    to: telling.id("member 0105"),
    kind: "kin",
    since: opened,
  };
  telling.say(clerk, { day, clock: "09:20" }, "tie.begin", kin);
  const left = addDays(past.until, 45);
  const leaves = (number: string, until: string, reason: string): void =>
    telling.say(clerk, { day: until as typeof left, clock: "14:00" }, "tie.end", {
      tie: telling.id(`membership ${number}`),
      until,
      reason,
    });
  leaves(toldOf.left, left, "Se fue a vivir con su hija a la ciudad");
  leaves(toldOf.erased, addDays(past.from, 30), "Vendió la finca");
  telling.say(manager, { day: addDays(past.from, 70), clock: "09:00" }, "person.erase", {
    agent: telling.id(`member ${toldOf.erased}`),
    reason: "Lo pidió por escrito al retirarse",
  });
}

/** A word given before a witness, and a signed paper. */
export function tellsAgreements(telling: Telling, { now }: Calendar): void {
  const [carrier, owner] = toldOf.spoken;
  const day = addDays(now.from, 4);
  telling.say(clerk, { day, clock: "16:00" }, "agreement.record", {
    agreement: telling.id("agreement mule"),
    kind: "transport",
    parties: [
      { agent: telling.id(`member ${carrier}`), role: "carrier" },
      { agent: telling.id(`member ${owner}`), role: "producer" },
      { agent: telling.id("clerk"), role: "witness" },
    ],
    clauses: [
      { clause: "price", words: "Por cada costal hasta la carretera", value: "4000", unit: "COP" },
      { clause: "when", words: "Los viernes, si el camino está seco" },
    ],
    made: "spoken",
    on: day,
    until: now.until,
  });
  telling.say(manager, { day, clock: "16:30" }, "agreement.record", {
    agreement: telling.id("agreement 0131"),
    kind: "supply",
    parties: [
      { agent: telling.id("member 0131"), role: "producer" },
      { agent: telling.id("organisation"), role: "buyer" },
    ],
    clauses: [
      { clause: "quantity", words: "Entrega al menos", value: "1200", unit: "kg" },
      { clause: "price", words: "Al precio publicado del día o del mes de la entrega" },
      { clause: "payment", words: "La cooperativa paga a más tardar ocho días después del corte" },
    ],
    made: "signed",
    on: day,
    until: now.until,
    season: now.code,
    product: "coffee-parchment",
  });
}
