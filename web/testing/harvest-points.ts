/** Two collection points in their harvest: one that sends every day, one that has not been heard; a lost telephone; cash, pads, closed days. */
import { idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { decided, enrolledTelephone, oneSack, pointServed, quebradaDos } from "../field/testing/point.ts";
import type { Telephone } from "../field/testing/telephone.ts";
import type { Served } from "./served.ts";

/** The server, and the telephones by what became of them. */
export type HarvestPoints = {
  readonly server: Served;
  readonly heard: Telephone;
  readonly silent: Telephone;
  readonly lost: Telephone;
};

const sack = (telephone: Telephone, number: number, grams: bigint, at: string) =>
  telephone.act(
    "delivery.receive",
    {
      ...oneSack(seven.member, `${telephone.enrolled?.series}-${String(number).padStart(6, "0")}`, grams),
      delivery: idOf(`${telephone.publicKey} sack ${number}`),
      place: telephone.enrolled?.place,
      on: at.slice(0, 10),
    },
    { at },
  );

/** Counts the box in two notes of 100,000 pesos less than there should be. */
const closing = (telephone: Telephone, notes: number, at: string) =>
  telephone.act(
    "point.close-day",
    {
      place: telephone.enrolled?.place,
      on: "2026-09-16",
      clock: "17:10",
      receipts: { series: telephone.enrolled?.series, from: 1, to: 2 },
      handOvers: 2,
      voids: 0,
      kilos: [{ product: "coffee-parchment", net_g: "115600" }],
      cash: [{ currency: "COP", notes: [{ value: "100000", count: notes }] }],
    },
    { at },
  );

/** Tells the day of both points. */
export async function harvestPoints(): Promise<HarvestPoints> {
  const server = await pointServed();
  const elFilo = {
    ...quebradaDos,
    place: "el-filo",
    sheet: { ...quebradaDos.sheet, name: "El Filo", prefix: "EF", paysCash: false },
  };
  await decided(server, "point.open", elFilo);
  await decided(server, "point.open", {
    ...elFilo,
    place: "la-montana",
    sheet: { ...elFilo.sheet, name: "La Montaña", prefix: "LM" },
  });
  const [heard, silent] = [await enrolledTelephone(server), await enrolledTelephone(server, "el-filo")];
  const lost = await enrolledTelephone(server);
  const float = { place: "quebrada-dos", amount: "1000000", currency: "COP" };
  await decided(server, "float.lend", { ...float, until: "2026-10-15" });
  const { rows } = await server.services.installation.store
    .connect("keeper")
    .query("select hold::text from ayni.hold where kind = 'cash'");
  await decided(server, "hold.lend", { place: "quebrada-dos", until: "2026-12-31", debts: [{ debt: seven.advance }] });
  const pad = {
    pad: idOf("pad of Quebrada Dos"),
    series: "QD2P",
    from: 1,
    to: 50,
    place: "quebrada-dos",
    on: "2026-09-16",
  };
  await decided(server, "pad.issue", pad);
  /** What a telephone tells of itself; `ahead`: how many minutes its clock is. */
  const report = (ahead: number, unsent = 0) => ({
    report: { clock: new Date(server.clock.now + ahead * 60_000).toISOString(), unsent },
  });
  await silent.push([sack(silent, 1, 60_200n, "2026-09-16T14:00:00Z")], report(44, 3));
  await lost.push([sack(lost, 1, 55_100n, "2026-09-16T13:30:00Z")], report(0));
  const loss = { device: lost.device, reason: "Se quedó en el bus", lostAt: "2026-09-16T14:00:00Z", lastSequence: 1 };
  await decided(server, "device.revoke", loss);
  server.clock.now += 4 * 60 * 60_000;
  const found = [sack(lost, 2, 58_900n, "2026-09-16T18:20:00Z"), sack(lost, 3, 61_000n, "2026-09-16T18:40:00Z")];
  await lost.push(found, report(0));
  server.clock.now += 22 * 60 * 60_000; // Thursday noon: since Wednesday El Filo has been silent.
  const day = "2026-09-16T22:00:00Z";
  await heard.push(
    [
      heard.act(
        "point.open-day",
        {
          place: "quebrada-dos",
          on: "2026-09-16",
          clock: "06:30",
          checks: [{ scale: "B-03", expected_g: "20000", shown_g: "20000" }],
          cash: [],
        },
        { at: "2026-09-16T11:30:00Z" },
      ),
      heard.act(
        "float.top-up",
        { ...float, lent: rows[0]?.hold, on: "2026-09-16", clock: "06:40" },
        { at: "2026-09-16T11:40:00Z" },
      ),
      sack(heard, 1, 58_500n, "2026-09-16T12:42:00Z"),
      sack(heard, 2, 58_500n, "2026-09-16T13:05:00Z"),
      closing(heard, 8, day),
      sack(heard, 3, 61_300n, "2026-09-17T12:15:00Z"),
    ],
    report(0),
  );
  await server.services.installation.tickets.make(testBook, "quebrada-dos", marta);
  return { server, heard, silent, lost };
}
