/**
 * The app over a telephone that keeps what it is told in the browser's storage, at a point with a scale, a price of the day and a
 * float: for tests of the hand-over, and for whoever makes it (`npx tsx web/field/testing/serve.ts web/field/testing/weighing-page.tsx`).
 * What the point lacks is asked in the address: `/field?without=price`. Not shipped.
 */
import "../app/styles/app.css";
import { coffeeScheme, coffeeSeason } from "../../../rooms/agreements/testing.ts";
import { efrain, idOf, type TestBook, testBook } from "../../../rooms/book/testing.ts";
import { openCore } from "../app/core/core.ts";
import { beginning } from "../app/core/kept.ts";
import { keyOf, makeKey } from "../app/core/keys/keys.ts";
import { openIndexedStorage } from "../app/core/storage/indexed-storage.ts";
import { MemoryDisk } from "../app/core/storage/memory-storage.ts";
import { put, type Storage } from "../app/core/storage/storage.ts";
import { sampleEffects } from "../app/core/testing/sample.ts";
import { sampleBook } from "../app/core/testing/sample-book.ts";
import { tablesOf, talliesOf, valuesOf } from "../app/core/testing/telling.ts";
import { mount } from "../app/mount.tsx";
import type { FieldCore } from "../app/ports.ts";
import { builtHere } from "../app/shell/built.ts";

const asked = new URL(location.href).searchParams;
const without = new Set((asked.get("without") ?? "").split(","));
const device = idOf("telephone of point 2");
const chance = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

/** The grading table with words for moisture: dry, damp on a condition, wet not taken. */
const graded = {
  ...coffeeScheme.body,
  measures: coffeeScheme.body.measures.map((measure) =>
    measure.measure !== "moisture"
      ? measure
      : {
          ...measure,
          bands: [
            { code: "dry", name: { es: "seco", en: "dry", pt: "seco" }, below: "12" },
            { code: "near", name: { es: "casi seco", en: "nearly dry", pt: "quase seco" }, from: "12", below: "13" },
            {
              code: "damp",
              name: { es: "húmedo", en: "damp", pt: "úmido" },
              from: "13",
              below: "14",
              goods: "conditioned",
              route: { es: "se seca un día más", en: "dried one more day", pt: "seca mais um dia" },
            },
            {
              code: "wet",
              name: { es: "mojado", en: "wet", pt: "molhado" },
              from: "14",
              goods: "rejected",
              route: { es: "vuelve a casa a secarse", en: "goes home to be dried", pt: "volta para casa para secar" },
            },
          ],
        },
  ),
};

/** What a manager decided before the day began. */
function ready(book: TestBook, publicKey: string): void {
  book.speak("device.enrol", { device, publicKey, agent: efrain.agent, place: "point-2" });
  const reason = "minute of November";
  const containers = [{ container: "sack", from_g: "45000", to_g: "75000", tare_g: "700" }];
  const policy = { ...coffeeSeason.policy, containers };
  book.speak("season.change", { agreement: coffeeSeason.agreement, policy, from: "2026-11-01", reason });
  book.speak("grading-scheme.publish", { scheme: coffeeScheme.scheme, body: graded, from: "2026-11-01", reason });
  const sheet = {
    name: "Quebrada Dos",
    products: ["coffee-parchment"],
    prefix: "QD2",
    paysCash: true,
    scales: [{ scale: "B-03", division_g: "500", knownWeight_g: "20000", tolerance_g: "100" }],
    denominations: [
      {
        currency: "COP",
        values: ["100000", "50000", "20000", "10000", "5000", "2000", "1000", "500", "200", "100", "50"],
      },
    ],
  };
  book.speak("point.change", { place: "point-2", sheet, from: "2026-11-02", reason });
  book.speak("price-series.open", {
    ...{ series: "fnc-pergamino", title: "Precio base", currency: "COP", per: "carga de 125 kg" },
    ...{ period: "day", source: "FNC" },
  });
  if (!without.has("price"))
    book.speak("prices.record", { series: "fnc-pergamino", points: [{ period: "2026-11-15", value: "2005000" }] });
  const lent = { place: "point-2", amount: "10000000", currency: "COP", until: "2026-11-30" };
  const through = { way: "device", device, sequence: 1, at: "2026-11-15T11:00:00.000Z" } as const;
  if (!without.has("float")) {
    book.speak("float.lend", lent, { id: idOf("float of November") });
    const arrived = { ...lent, lent: idOf("float of November"), on: "2026-11-15", until: undefined };
    book.speak("float.top-up", arrived, { by: efrain.agent, through: { ...through, sequence: 2 } });
  }
  for (const { outcome, heard } of book.history)
    if (outcome.outcome === "refused") throw new Error(`${heard.body.kind}: ${JSON.stringify(outcome.refusals)}`);
  if (without.has("check")) return;
  const check = { place: "point-2", on: "2026-11-15", scale: "B-03", expected_g: "20000", shown_g: "20000" };
  book.speak("scale.check", check, { by: efrain.agent, through, received: "2026-11-15T11:00:00.000Z" });
}

/** Fills an empty storage with an enrolled telephone that has pulled the book. */
async function filled(storage: Storage): Promise<void> {
  if ((await storage.read("meta", "enrolled")) !== undefined) return;
  const key = await makeKey(chance);
  const book = sampleBook(40);
  ready(book, keyOf(key)?.publicKey ?? "");
  const upTo = BigInt(book.history.length);
  const chunk = { number: 1, tables: tablesOf(book, 0n, upTo), values: valuesOf(book), tallies: talliesOf(book) };
  const enrolled = { book: testBook, device, place: "point-2", series: "QD2A", bookKey: "A".repeat(43) };
  await storage.commit([
    ...beginning(enrolled, key),
    put("meta", "cursor", {
      ...{ after: upTo.toString(), mark: null, chunk: 1 },
      laid: { upTo: upTo.toString(), chunk: 1, fetched: "2026-11-15T11:10:00.000Z" },
    }),
    put("known", 1, chunk),
  ]);
}

/** The telephone, with Efraín's PIN put in. */
async function telephone(): Promise<FieldCore> {
  const storage = await openIndexedStorage("ayni-weighing");
  await filled(storage);
  const core = await openCore({ ...sampleEffects(new MemoryDisk(), {}), storage });
  if (core === null) throw new Error("the sample is enrolled");
  if (core.clerks().length === 0) await core.addClerk(efrain.agent, "1234");
  else await core.unlock(efrain.agent, "1234");
  return core;
}

const place = document.getElementById("app");
if (place !== null)
  void mount(place, builtHere(), async () => {
    const core = await telephone().catch((error: unknown) => {
      console.error(error); // The app would only say that this browser keeps nothing.
      throw error;
    });
    Object.assign(globalThis, { field: { core } });
    return { core: () => core, enrol: async () => core };
  });
