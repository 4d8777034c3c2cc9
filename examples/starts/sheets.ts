/**
 * What the example cooperative kept before Ayni, as messy as real sheets are: a member roll, a year of hand-overs, balances and a price
 * list. Made up from the seed of the example; `write.ts` puts them into this folder, and README.md says what must come of them.
 */
import { type Chance, chanceOf } from "../three-quebradas/chance.ts";
import { communities, type Family, registerOf } from "../three-quebradas/families.ts";
import { localPrice, worldPrices } from "../three-quebradas/real-prices.ts";

/** A file of this folder: its bytes as they are on the disk. */
export type MessySheet = { readonly name: string; readonly bytes: Uint8Array };

/** Tenths, hundredths or millions with a decimal comma: (125, 2) is "1,25". */
const comma = (count: number, places: number): string => {
  const text = `${count}`.padStart(places + 1, "0");
  return `${text.slice(0, -places)},${text.slice(-places)}`;
};
/** Thousands apart by points: "1.080.000". */
const points = (count: number): string => `${count}`.replace(/\B(?=(\d{3})+$)/g, ".");
const two = (count: number): string => `${count}`.padStart(2, "0");
const windows = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1");
const withMark = (lines: readonly string[]): Uint8Array => Buffer.from(`\u{feff}${lines.join("\r\n")}\r\n`, "utf8");
const utf16 = (lines: readonly string[]): Uint8Array => Buffer.from(`\u{feff}${lines.join("\r\n")}\r\n`, "utf16le");

const first = ({ members }: Family) => members[0] as Family["members"][number];
const dotted = (identity: string | null): string => (identity === null ? "" : points(Number.parseInt(identity, 10)));
const months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

/** A day as three secretaries would write it. */
function dayBy(chance: Chance, year: number, month: number, day: number): string {
  if (chance.happens(60)) return `${two(day)}/${two(month)}/${year}`;
  return chance.happens(50) ? `${day}-${months[month - 1]}-${two(year % 100)}` : `${two(day)}-${two(month)}-${year}`;
}

/** The roll: two rows of headings, the header again in the middle, a column nobody asked for, two documents twice, one row without name. */
function roll(chance: Chance, families: readonly Family[]): readonly string[] {
  const heading = "N°;Nombres y apellidos;Cédula;Fecha de ingreso;Celular;Vereda;Hectáreas;Firma";
  const row = (number: string, name: string, document: string, telephone: string, community: string): string => {
    const since = dayBy(chance, chance.between(2009, 2023), chance.between(1, 12), chance.between(1, 28));
    return [number, name, document, since, telephone, community, comma(chance.between(40, 420), 2), ""].join(";");
  };
  const rows = families.map((family) => {
    const { number, name, identity, telephone } = first(family);
    return row(number, name, dotted(identity), telephone?.replace("+57 ", "") ?? "", family.community);
  });
  const [one, other] = [families[4], families[20]].map((family) => dotted(first(family as Family).identity));
  const late = [
    row("0160", "Yurany Ambuila Ipia", one as string, "399 204 1188", communities[0]),
    row("0161", "Wílmar Ñuscué Mina", other as string, "", communities[1]),
    row("0162", "", "2.977.001.334", "", communities[1]),
  ];
  const all = [...rows, ...late];
  const titles = ["COOPERATIVA TRES QUEBRADAS;;;;;;;", "DATOS DEL SOCIO;;;;CONTACTO;;FINCA;"];
  return [...titles, heading, ...all.slice(0, 34), heading, ...all.slice(34)];
}

/** Hand-overs of 2024, settled and paid then: kilos of the scale, real prices of the month, and what was paid. */
function handOvers(chance: Chance, families: readonly Family[]): readonly string[] {
  const growers = families.filter(({ plots }) => plots[0]?.crop === "coffee").map(first);
  const rows = Array.from({ length: 120 }, (_, at) => {
    const month = 8 + Math.trunc(at / 30);
    const who = chance.pick(growers);
    const sacks = chance.between(1, 6);
    const gross = sacks * 580 + chance.between(-40, 40) * 5;
    const tare = sacks * 7;
    const carga = Number.parseInt(localPrice("coffee", worldPrices().coffee.get(`2024-${two(month)}`) ?? "0"), 10);
    const kilo = Math.trunc(carga / 125);
    const paid = Math.trunc(((gross - tare) * kilo) / 10);
    const day = dayBy(chance, 2024, month, chance.between(1, 28));
    return [
      day,
      who.number,
      `${3001 + at}`,
      "Quebrada Dos",
      `${sacks}`,
      comma(gross, 1),
      comma(tare, 1),
      comma(gross - tare, 1),
      comma(chance.between(105, 135), 1),
      points(kilo),
      points(paid),
    ].join(";");
  });
  const change = (at: number, column: number, cell: string): void => {
    const cells = (rows[at] as string).split(";");
    cells[column] = cell;
    rows[at] = cells.join(";");
  };
  change(11, 0, "31/09/2024"); // A day that is not.
  change(40, 1, "0999"); // Nobody's number.
  change(63, 2, "3003"); // A receipt of somebody else.
  change(80, 5, "ciento dos"); // A weight in words.
  change(101, 7, "12,0"); // Gross less tare is not net.
  return [
    "Fecha;Socio;Recibo;Punto;Sacos;Peso bruto kg;Tara kg;Neto kg;Humedad;Precio kg;Pagado",
    ...rows,
    "TOTAL;;;;;;;;;;",
  ];
}

/** How things stood on the last day of the notebook: members, then the box, the bank, the store and the last receipts. */
function balances(chance: Chance, families: readonly Family[]): readonly string[] {
  const heading =
    "N°\tNombre\tAportes sociales\tAnticipo\tFecha anticipo\tCrédito\tInterés\tTasa mensual\tFecha crédito\tVence\tPor pagar\tCuenta\tMonto\tPunto\tProducto\tKilos\tÚltimo recibo";
  const blank = Array.from({ length: 17 }, () => "");
  const line = (cells: Readonly<Record<number, string>>): string => blank.map((_, at) => cells[at] ?? "").join("\t");
  const rows = families.map((family, at) => {
    const { number, name } = first(family);
    const advance = at % 7 === 3 ? { 3: points(chance.between(3, 12) * 50_000), 4: "15/11/2024" } : {};
    const credit =
      at % 9 === 5
        ? {
            5: points(chance.between(3, 9) * 146_000),
            6: points(chance.between(5, 30) * 1_000),
            7: "1,5",
            8: "02/09/2024",
            9: "30/06/2025",
          }
        : {};
    const owed = at % 11 === 2 ? { 10: points(chance.between(200, 2_000) * 1_000) } : {};
    return line({ 0: number, 1: name, 2: points(chance.between(4, 40) * 25_000), ...advance, ...credit, ...owed });
  });
  return [
    heading,
    ...rows,
    line({ 0: "0163", 1: "No está en el padrón", 2: "100.000" }),
    line({ 11: "Caja", 12: "4.318.500", 13: "Quebrada Dos" }),
    line({ 11: "Banco", 12: "61.204.117" }),
    line({ 13: "Quebrada Dos", 14: "café pergamino", 15: "3.412,5", 16: "4102" }),
    line({ 13: "Quebrada Uno", 14: "cacao", 15: "655,0", 16: "911" }),
    line({ 11: "Fiado en la tienda", 12: "88.000" }),
  ];
}

/** A price list as a federation in Brazil sends it: real world prices of 2024, a month that is not, and a price left out. */
function priceList(): readonly string[] {
  const world = worldPrices();
  const line = (product: string, crop: "coffee" | "cocoa", month: number): string => {
    const price = world[crop].get(`2024-${two(month)}`) ?? "";
    return `${product};${two(month)}/2024;${price.replace(".", ",")};USD;kg`;
  };
  const of = (product: string, crop: "coffee" | "cocoa") =>
    Array.from({ length: 12 }, (_, at) => line(product, crop, at + 1));
  return [
    "Produto;Mês;Preço;Moeda;Unidade",
    ...of("Café arábica", "coffee"),
    "Café arábica;13/2024;7,1;USD;kg",
    ...of("Cacau", "cocoa"),
    "Cacau;12/2023;;USD;kg",
  ];
}

/** All sheets of the folder. */
export function messySheets(seed: string): readonly MessySheet[] {
  const { families } = registerOf(seed);
  return [
    { name: "padron.csv", bytes: windows(roll(chanceOf(seed, "roll"), families)) },
    { name: "entregas-2024.csv", bytes: withMark(handOvers(chanceOf(seed, "hand-overs of 2024"), families)) },
    { name: "saldos.csv", bytes: utf16(balances(chanceOf(seed, "balances"), families)) },
    { name: "preços.csv", bytes: withMark(priceList()) },
  ];
}
