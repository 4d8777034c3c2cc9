/** A book to try telephones on: the made-up cooperative with its coffee season, and as many people as wanted. Not shipped. */
import { seal } from "../../../../../kernel/personal.ts";
import { withPoint } from "../../../../../rooms/acopio/point-testing.ts";
import { collectingBook } from "../../../../../rooms/acopio/testing.ts";
import type { TestBook } from "../../../../../rooms/book/testing.ts";
import { efrain, idOf, marta, testSettings } from "../../../../../rooms/book/testing.ts";
import { acts as financeActs } from "../../../../../rooms/finance/index.ts";
import { acts as marketActs } from "../../../../../rooms/market/index.ts";
import { acts as settlementActs } from "../../../../../rooms/settlement/index.ts";

const first = [
  "Rosa",
  "María Elena",
  "José",
  "Luz Marina",
  "Efraín",
  "Ana Lucía",
  "João",
  "Nélida",
  "Wilmer",
  "Ñusta",
  "Hernán",
  "Gladys",
];
const last = [
  "Quispe",
  "Guzmán",
  "Mamani",
  "Peña",
  "Condori",
  "Muñoz",
  "Rodríguez",
  "Huamán",
  "da Conceição",
  "Ibáñez",
  "Ortiz",
];
const communities = ["El Mirador", "Alto Inambari", "Quebrada Honda", "San Juan del Oro", "Peñas Blancas"];

/** Names, so that homonyms come as often as in a village. */
const nameAt = (at: number): string =>
  `${first[at % first.length]} ${last[(at * 7) % last.length]} ${last[(at * 3 + 5) % last.length]}`;

/** The book with so many more members. */
export function sampleBook(members: number): TestBook {
  const book = collectingBook(...marketActs, ...financeActs, ...settlementActs);
  for (const [name, agent] of [
    ["Marta Ríos", marta.agent],
    ["Efraín Condori", efrain.agent],
  ] as const) {
    const sealed = seal("name", name, "00112233445566778899aabbccddeeff");
    book.speak("person.register", { agent, name: sealed.sealed, community: "El Mirador" }, { beside: [sealed.beside] });
  }
  for (let at = 0; at < members; at += 1) {
    const agent = idOf(`member ${at}`);
    const { sealed, beside } = seal("name", nameAt(at), "00112233445566778899aabbccddeeff");
    const community = communities[at % communities.length];
    book.speak("person.register", { agent, name: sealed, community }, { beside: [beside] });
    book.speak("tie.begin", {
      tie: idOf(`membership ${at}`),
      from: agent,
      to: testSettings.organisation,
      kind: "membership",
      number: (200 + at).toString().padStart(4, "0"),
      since: "2019-03-01",
      ...(at % 40 === 39 ? { until: "2025-12-31" } : {}),
    });
  }
  return withPointThings(withPoint(book));
}

/** What a point needs beside its sheet: a float that is on its way, and a pad of fifty leaves. */
function withPointThings(book: TestBook): TestBook {
  book.speak("float.lend", { place: "point-2", amount: "3000000", currency: "COP", until: "2026-12-31" });
  const pad = { pad: idOf("pad of point 2"), series: "QD2P", from: 451, to: 500, place: "point-2", on: "2026-11-01" };
  book.speak("pad.issue", pad);
  return book;
}
