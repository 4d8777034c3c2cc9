/** The book a benchmark speaks to: an opened season with its plan and scheme, members in the register, enrolled telephones. */
import { generateKeyPairSync } from "node:crypto";
import { derivedUuid } from "../../kernel/ids.ts";
import { coffeeSpotDeductions, coffeeSpotPlan } from "../../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import { rawPublicKey } from "../../store/writer/seal.ts";
import type { Writers } from "../../store/writer/writers.ts";
import { product } from "./hand-over.ts";
import type { Voice } from "./voice.ts";

/** Members of one book, unless said. */
const usualMembers = 500;

/** A stable id of something in a benchmark. */
export const idOf = (name: string): string => derivedUuid(`bench:${name}`);

/** Who is who in a book of a name. */
export const peopleOf = (name: string, members: number = usualMembers) => ({
  book: idOf(`book ${name}`),
  organisation: idOf(`${name} organisation`),
  season: idOf(`${name} season`),
  manager: { agent: idOf(`${name} manager`), seat: idOf(`${name} manager's seat`) },
  clerk: { agent: idOf(`${name} clerk`), seat: idOf(`${name} clerk's seat`) },
  members: Array.from({ length: members }, (_, at) => idOf(`${name} member ${at}`)),
});

const scheme = {
  code: "cafe-pergamino",
  product,
  measures: [
    measure("moisture", "capacitance-meter", "percent", "5", "60"),
    measure("sound-grams", "threshed-sample", "g", "0", "250"),
    measure("sample-grams", "threshed-sample", "g", "0", "1000"),
    measure("pasilla-grams", "threshed-sample", "g", "0", "250"),
  ],
};

function measure(code: string, method: string, unit: string, from: string, to: string) {
  return { measure: code, name: { es: code }, method, unit, plausible: { from, to } };
}

/** Opens a book by its own acts and enrols so many telephones of one clerk. Returns their voices. */
export async function openedBook(
  writers: Writers,
  name: string,
  telephones: number,
  howMany: number = usualMembers,
): Promise<readonly Voice[]> {
  const { book, organisation, season, manager, clerk, members } = peopleOf(name, howMany);
  const today = new Date().toISOString().slice(0, 10);
  const devices = Array.from({ length: telephones }, (_, at) => ({
    device: idOf(`${name} telephone ${at}`),
    keys: generateKeyPairSync("ed25519"),
  }));
  const said: [string, object][] = [
    ["book.open", { settings: settingsOf(name, organisation), founder: manager }],
    ["seat.give", { seat: clerk.seat, agent: clerk.agent, roles: ["clerk"], from: "2020-01-01" }],
    ["organisation.register", { agent: organisation, name, form: "cooperative" }],
    ["grading-scheme.publish", { scheme: idOf("scheme"), body: scheme, from: today }],
    ["price-plan.publish", { plan: idOf("plan"), body: coffeeSpotPlan, from: today }],
    ["season.open", { agreement: season, policy: policyFrom(today) }],
    ...members.flatMap((agent, at): [string, object][] => [
      ["person.register", { agent }],
      ["tie.begin", membership(agent, organisation, at)],
    ]),
    ...devices.map(({ device, keys }): [string, object] => [
      "device.enrol",
      { device, publicKey: rawPublicKey(keys.publicKey), agent: clerk.agent, place: "el-mirador" },
    ]),
  ];
  await sayAs(writers, book, manager, said, name);
  return devices.map(({ device, keys }) => ({
    book,
    device,
    agent: clerk.agent,
    privateKey: keys.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    members,
  }));
}

/** Acts in one taking, as an import sends them. */
const taking = 1_000;

/** Says acts on a seat, in order; every one must be plainly done. `series` names them: the same series says the same acts. */
export async function sayAs(
  writers: Writers,
  book: string,
  by: { readonly agent: string; readonly seat: string },
  said: readonly (readonly [kind: string, says: object])[],
  series: string,
): Promise<void> {
  const through = { way: "seat", seat: by.seat, at: new Date().toISOString() };
  for (let from = 0; from < said.length; from += taking) {
    const part = said.slice(from, from + taking);
    const acts = part.map(([kind, says], turn) => {
      const id = idOf(`${series} act ${from + turn}`);
      return { body: JSON.stringify({ id, book, kind, version: 1, by: by.agent, through, says }) };
    });
    for (const [turn, answer] of (await writers.take(book, "bench", acts)).entries())
      if ("full" in answer || answer.outcome !== "done")
        throw new Error(`${part[turn]?.[0]} was not done: ${JSON.stringify(answer)}`);
  }
}

const settingsOf = (name: string, organisation: string) => ({
  name,
  country: "CO",
  zone: "UTC", // The day that telephones sign is then the book's own, at whatever hour the benchmark runs.
  currencies: [{ currency: "COP", line: "1", cash: "50" }],
  organisation,
  form: "cooperative",
});

const membership = (from: string, to: string, at: number) => ({
  tie: derivedUuid(`${from} tie`),
  from,
  to,
  kind: "membership",
  number: `${at + 1}`,
  since: "2020-01-01",
});

const policyFrom = (from: string) => ({
  season: "2026-2",
  product,
  from,
  until: `${BigInt(from.slice(0, 4)) + 1n}-12-31`,
  title: "on-delivery",
  pricePlan: idOf("plan"),
  gradingScheme: idOf("scheme"),
  deductions: coffeeSpotDeductions,
  shrinkBorneBy: "organisation",
  objectionDays: 8,
  paymentDays: 15,
  containers: [{ container: "sack", from_g: "40000", to_g: "75000" }],
});
