/** How the example's book begins: settings, seats, telephones that sign, and the register of families, plots and ties. */
import { type PersonalKind, type PersonalValue, type Sealed, seal } from "../../kernel/personal.ts";
import { addDays, addMonths, theDay } from "../../kernel/time/index.ts";
import type { Calendar } from "./calendar.ts";
import { type Chance, chanceOf } from "./chance.ts";
import type { Family, Member, Person, Register } from "./families.ts";
import { points } from "./harvest.ts";
import { exampleName } from "./ids.ts";
import { type ExampleRole, exampleSeats, seatAs } from "./seats.ts";
import { type Telling, telephoneKey } from "./telling.ts";
import { cocoa, coffee } from "./terms.ts";

const products = { coffee, cocoa } as const;
const rolesOf: Readonly<Record<ExampleRole, string>> = {
  manager: "manager",
  treasurer: "treasurer",
  clerk: "clerk",
  "second-clerk": "clerk",
  auditor: "auditor",
  technician: "technician",
  member: "member",
};

/** The sealed values of somebody, and what travels beside them. */
function sealedOf(chance: Chance, values: Partial<Record<"name" | "identity" | "telephone", string | null>>) {
  const kinds: Readonly<Record<string, PersonalKind>> = {
    name: "name",
    identity: "identity-number",
    telephone: "telephone",
  };
  const sealed: Record<string, Sealed> = {};
  const beside: PersonalValue[] = [];
  for (const [field, value] of Object.entries(values)) {
    if (value === null) continue;
    const made = seal(kinds[field] as PersonalKind, value, chance.salt());
    sealed[field] = made.sealed;
    beside.push(made.beside);
  }
  return { sealed, beside };
}

/** Registers a person. */
export function registerPerson(
  telling: Telling,
  chance: Chance,
  who: Person & { community?: string },
  day: string,
): void {
  const { sealed, beside } = sealedOf(chance, { name: who.name, identity: who.identity, telephone: who.telephone });
  const community = who.community === undefined ? {} : { community: who.community };
  const says = { agent: telling.id(who.of), ...sealed, ...community, language: "es" };
  telling.say({ role: "clerk" }, { day, clock: "09:00" }, "person.register", says, { beside });
}

/** Makes somebody a member under their number; `until` the day they left. */
export function joins(telling: Telling, { of, number }: Member, since: string, day: string): void {
  const says = {
    tie: telling.id(`membership ${number}`),
    from: telling.id(of),
    to: telling.id("organisation"),
    kind: "membership",
    number,
    since,
  };
  telling.say({ role: "clerk" }, { day, clock: "09:00" }, "tie.begin", says);
}

function opening(telling: Telling, chance: Chance, { opened }: Calendar): void {
  const organisation = telling.id("organisation");
  const settings = {
    name: exampleName,
    country: "CO",
    zone: "America/Bogota",
    currencies: [{ currency: "COP", line: "1", cash: "50" }],
    organisation,
    form: "cooperative",
  };
  const { agent, seat } = seatAs(telling.book, "manager");
  const manager = { role: "manager" } as const;
  const first = { day: opened, clock: "08:00" };
  telling.say(manager, first, "book.open", { settings, founder: { agent, seat } });
  telling.say(manager, first, "organisation.register", { agent: organisation, name: exampleName, form: "cooperative" });
  for (const one of exampleSeats(telling.book)) {
    const { sealed, beside } = sealedOf(chance, { name: one.name });
    if (one.role !== "member")
      telling.say(manager, first, "person.register", { agent: one.agent, ...sealed, language: "es" }, { beside });
    if (one.role === "manager") continue;
    const says = { seat: one.seat, agent: one.agent, roles: [rolesOf[one.role]], from: opened };
    telling.say(manager, first, "seat.give", says);
  }
}

function telephones(telling: Telling, seed: string, { opened }: Calendar): void {
  for (const [place, { device, role }] of Object.entries(points)) {
    const { publicKey } = telephoneKey(seed, device);
    const says = { device: telling.id(device), publicKey, agent: seatAs(telling.book, role).agent, place };
    telling.say({ role: "manager" }, { day: opened, clock: "08:30" }, "device.enrol", says);
  }
}

function registersFamily(telling: Telling, chance: Chance, family: Family, day: string): void {
  const clerk = { role: "clerk" } as const;
  const at = { day, clock: "09:00" };
  const household = telling.id(family.of);
  const { sealed, beside } = sealedOf(chance, { name: family.name });
  telling.say(
    clerk,
    at,
    "household.register",
    { agent: household, ...sealed, community: family.community },
    { beside },
  );
  for (const member of family.members) {
    registerPerson(telling, chance, { ...member, community: family.community }, day);
    joins(telling, member, addMonths(theDay(day), -chance.between(6, 180)), day);
    const tie = telling.id(`household tie ${member.number}`);
    telling.say(clerk, at, "tie.begin", {
      tie,
      from: telling.id(member.of),
      to: household,
      kind: "household",
      since: day,
    });
  }
  // A couple holds its land together: the plot is the household's. Else it is the member's.
  const [only] = family.members;
  const holder = family.members.length > 1 || only === undefined ? household : telling.id(only.of);
  for (const { of, name, areaM2, crop } of family.plots) {
    const says = {
      plot: telling.id(of),
      holder,
      name,
      areaM2,
      products: [products[crop]],
      community: family.community,
    };
    telling.say(clerk, at, "plot.register", says);
  }
}

/** Opens the book, gives seats and telephones, and enters the 58 families within a week. */
export function tellsBeginning(telling: Telling, seed: string, calendar: Calendar, register: Register): void {
  const chance = chanceOf(seed, "beginning");
  opening(telling, chance, calendar);
  telephones(telling, seed, calendar);
  for (const [at, family] of register.families.entries())
    registersFamily(telling, chance, family, addDays(calendar.opened, 1 + (at % 6)));
  for (const gone of [register.left, register.erased]) {
    const day = addDays(calendar.opened, 6);
    registerPerson(telling, chance, { ...gone, community: "Quebrada Honda" }, day);
    joins(telling, gone, addMonths(day, -90), day);
  }
}
