/** The book a benchmark speaks to: an opened season with its plan and scheme, members in the register, enrolled telephones. */
import { generateKeyPairSync } from "node:crypto";
import { derivedUuid } from "../../kernel/ids.ts";
import { coffeeSpotDeductions, coffeeSpotPlan } from "../../rooms/agreements/rules/worked-examples/coffee-spot.ts";
import { rawPublicKey } from "../../store/writer/seal.ts";
import type { Writers } from "../../store/writer/writers.ts";
import { product } from "./hand-over.ts";
import type { Voice } from "./voice.ts";

/** Members of one book. */
export const membersOfBook = 500;

const idOf = (name: string): string => derivedUuid(`bench:${name}`);

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
export async function openedBook(writers: Writers, name: string, telephones: number): Promise<readonly Voice[]> {
  const book = idOf(`book ${name}`);
  const today = new Date().toISOString().slice(0, 10);
  const manager = { agent: idOf(`${name} manager`), seat: idOf(`${name} manager's seat`) };
  const clerk = { agent: idOf(`${name} clerk`), seat: idOf(`${name} clerk's seat`) };
  const organisation = idOf(`${name} organisation`);
  const members = Array.from({ length: membersOfBook }, (_, at) => idOf(`${name} member ${at}`));
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
    ["season.open", { agreement: idOf(`${name} season`), policy: policyFrom(today) }],
    ...members.flatMap((agent, at): [string, object][] => [
      ["person.register", { agent }],
      ["tie.begin", membership(agent, organisation, at)],
    ]),
    ...devices.map(({ device, keys }): [string, object] => [
      "device.enrol",
      { device, publicKey: rawPublicKey(keys.publicKey), agent: clerk.agent, place: "el-mirador" },
    ]),
  ];
  await sayAll(writers, book, manager, said, name);
  return devices.map(({ device, keys }) => ({
    book,
    device,
    agent: clerk.agent,
    privateKey: keys.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    members,
  }));
}

async function sayAll(
  writers: Writers,
  book: string,
  by: { readonly agent: string; readonly seat: string },
  said: readonly [string, object][],
  name: string,
): Promise<void> {
  const at = new Date().toISOString();
  const through = { way: "seat", seat: by.seat, at };
  const acts = said.map(([kind, says], turn) => ({
    body: JSON.stringify({ id: idOf(`${name} act ${turn}`), book, kind, version: 1, by: by.agent, through, says }),
  }));
  const taken = await writers.take(book, "bench", acts);
  for (const [turn, answer] of taken.entries())
    if ("full" in answer || answer.outcome !== "done")
      throw new Error(`${said[turn]?.[0]} was not done: ${JSON.stringify(answer)}`);
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
