/** A served book with a collection point: the story of the seven sacks up to the scale, and Efraín, who receives at Quebrada Dos. */
import { efrain, marta, testBook } from "../../../rooms/book/testing.ts";
import { untilTheScale } from "../../../scenarios/stories/seven-sacks.ts";
import { clockOf, named } from "../../../scenarios/stories/teller.ts";
import { tellerOver } from "../../testing/desk.ts";
import { type Served, type Serving, said, served } from "../../testing/served.ts";
import { Telephone } from "./telephone.ts";

/** The sheet of the point: parchment coffee, one scale, receipts that begin with QD2. */
export const quebradaDos = {
  place: "quebrada-dos",
  sheet: {
    name: "Quebrada Dos",
    products: ["coffee-parchment"],
    prefix: "QD2",
    paysCash: true,
    scales: [{ scale: "B-03", division_g: "100", knownWeight_g: "20000", tolerance_g: "200" }],
    denominations: [{ currency: "COP", values: ["100000", "50000", "20000", "10000"] }],
  },
  from: "2026-09-16",
};

/** Says a decision of Marta's that must be done. */
export async function decided(
  server: Served,
  kind: string,
  says: unknown,
  beside: readonly object[] = [],
): Promise<void> {
  const through = { way: "seat", seat: marta.seat, at: new Date(server.clock.now).toISOString() };
  const [answer] = await server.send([{ ...said(kind, says, { through }), beside: beside as never }]);
  if (answer?.outcome !== "done") throw new Error(`${kind}: ${JSON.stringify(answer)}`);
}

/** The book of the story on 16 September 2026, with the point open and Efraín as its clerk. */
export async function pointServed(serving: Omit<Serving, "book"> = {}): Promise<Served> {
  const server = await served({ ...serving, book: "unopened" });
  server.clock.now = Date.parse(clockOf("2026-01-02"));
  await untilTheScale(tellerOver(server));
  const name = named("Efraín Yanza"); // A made-up name.
  await decided(server, "person.register", { agent: efrain.agent, name: name.sealed }, [name.beside]);
  await decided(server, "seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: "2026-09-01" });
  await decided(server, "point.open", quebradaDos);
  return server;
}

/** A ticket that Marta made for the point. */
export const ticketFor = async ({ services }: Served, place = quebradaDos.place): Promise<string> =>
  (await services.installation.tickets.make(testBook, place, marta)).ticket;

/** A telephone that is enrolled at the point. */
export async function enrolledTelephone(server: Served, place = quebradaDos.place): Promise<Telephone> {
  const telephone = new Telephone(server);
  const { value, text } = await telephone.enrol(await ticketFor(server, place));
  if (value === null) throw new Error(text);
  return telephone;
}

/** A hand-over of one sack at the point, as its telephone says it. */
export const oneSack = (member: string, receipt: string, grams = 58_500n, on = "2026-09-16") => ({
  member,
  product: "coffee-parchment",
  place: quebradaDos.place,
  on,
  clock: "07:42",
  scale: "B-03",
  scaleChecked: "2026-09-16",
  receipt,
  bags: [{ gross_g: `${grams}`, tare_g: "700", container: "fique-sack", count: 1 }],
  measurements: [{ measure: "moisture", value: "12.1", unit: "%" }],
});
