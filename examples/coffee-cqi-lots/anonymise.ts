/**
 * Makes the files of this folder from the originals: `node --import tsx examples/coffee-cqi-lots/anonymise.ts FOLDER`.
 * Names of people and firms become stable made-up codes; all other cells, with their flaws, stay as they are.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { headingKey } from "../../exchange/columns.ts";
import { foldedName, isNoName, NameCodes, type NameKind } from "../../exchange/names/name-codes.ts";

/** In this order, since codes are given by first appearance. */
const FILES = ["arabica_data_cleaned", "robusta_data_cleaned", "arabica_ratings_raw", "robusta_ratings_raw"];

const ALWAYS: Readonly<Record<string, NameKind>> = {
  owner: "P",
  owner1: "P",
  producer: "P",
  farmname: "F",
  mill: "M",
  company: "C",
  incountrypartner: "B",
  certificationbody: "B",
};
/** Numbers that sometimes hold words: a run of three letters, or letters of another script, may be a name. */
const WHERE_IT_HAS_WORDS: Readonly<Record<string, NameKind>> = { lotnumber: "L", iconumber: "N" };
const WORDS = /[A-Za-z]{3}|[^\P{L}A-Za-z]/u;
/** Regions are places, and stay; but not an estate, a station or a house number, nor a place with a name of the row in it. */
const ONE_HOUSE = /estate|finca|fazenda|station|號|号/i;
const EMPTIED = new Set(["certificationaddress", "certificationcontact", "notes"]);

function anonymous(heading: string, cell: string, namesOfRow: readonly string[], codes: NameCodes): string {
  const key = headingKey(heading);
  const written = cell.trim();
  if (EMPTIED.has(key)) return "";
  if (written === "" || isNoName(written)) return cell;
  const coded = (kind: NameKind) => cell.replace(written, () => codes.codeOf(kind, written) ?? "");
  const kind = ALWAYS[key] ?? (WORDS.test(written) ? WHERE_IT_HAS_WORDS[key] : undefined);
  if (kind !== undefined) return coded(kind);
  return key === "region" && isOneHouse(written, namesOfRow) ? coded("R") : cell;
}

/** A farm called by its place ("Huila") does not make the place a name: only a place with more beside the name does. */
function isOneHouse(region: string, namesOfRow: readonly string[]): boolean {
  const folded = ` ${foldedName(region)} `;
  const named = namesOfRow.some((name) => name.length > 3 && folded !== ` ${name} ` && folded.includes(` ${name} `));
  return named || ONE_HOUSE.test(region);
}

const [from, to = import.meta.dirname] = process.argv.slice(2);
if (from === undefined) throw new Error("name the folder of the original files");
const codes = new NameCodes();
for (const file of FILES) {
  const [heading = [], ...rows]: string[][] = parse(readFileSync(join(from, `${file}.csv`)), { record_delimiter: "\n" });
  const changed = rows.map((row) => {
    const namesOfRow = row.filter((_, place) => headingKey(heading[place] ?? "") in ALWAYS).map(foldedName);
    return row.map((cell, place) => anonymous(heading[place] ?? "", cell, namesOfRow, codes));
  });
  writeFileSync(join(to, `${file}.csv`), stringify([heading, ...changed]));
}
