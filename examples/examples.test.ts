import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { headingKey } from "../exchange/columns.ts";
import { isNoName } from "../exchange/names/name-codes.ts";

const LETTERS: Readonly<Record<string, string>> = {
  owner: "P", owner1: "P", producer: "P", farmname: "F", mill: "M", company: "C", incountrypartner: "B", certificationbody: "B",
};

test.each(["arabica_data_cleaned", "arabica_ratings_raw", "robusta_data_cleaned", "robusta_ratings_raw"])(
  "%s: columns of names hold codes or words for nobody, and addresses, contacts and notes are empty",
  (file) => {
    const rows: Record<string, string>[] = parse(readFileSync(join(import.meta.dirname, "coffee-cqi-lots", `${file}.csv`)), {
      columns: (heading: string[]) => heading.map(headingKey),
      record_delimiter: "\n",
    });
    const wrong = rows.flatMap((row) =>
      Object.entries(row).filter(([column, cell]) => {
        const letter = LETTERS[column];
        if (letter !== undefined) return !isNoName(cell) && !new RegExp(`^${letter}-\\d{4}$`).test(cell.trim());
        if (/^(?:lotnumber|iconumber)$/.test(column)) return !isNoName(cell) && /[A-Za-z]{3}|[^\P{L}A-Za-z]/u.test(cell);
        return /^(?:certificationaddress|certificationcontact|notes)$/.test(column) && cell !== "";
      }),
    );
    expect(wrong).toEqual([]);
    expect(new Set(rows.map((row) => row.owner)).size).toBeGreaterThan(10);
  },
);
