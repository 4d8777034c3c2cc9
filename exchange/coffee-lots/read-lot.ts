import type { CellOf } from "../columns.ts";
import { isNoName, type NameCodes } from "../names/name-codes.ts";
import { type Remark, type RowOutcome, refusedForFault, remark } from "../outcome.ts";
import type { SheetRow } from "../sheet/sheet.ts";
import { altitudeIn } from "./altitude.ts";
import { bagCountIn, bagsOf, bagWeightIn } from "./bag-weight.ts";
import { countryIn } from "./country.ts";
import { cupIn } from "./cup.ts";
import type { CoffeeLotDraft, FileForm, Species } from "./draft.ts";
import { countIn, moistureIn } from "./green.ts";
import { lotKey } from "./key.ts";
import { ask, type Reading, read } from "./reading.ts";
import { seasonIn } from "./season.ts";
import { testRow } from "./test-row.ts";
import { processingIn, textIn, wordIn } from "./words.ts";
import { writtenDay } from "./written-day.ts";

/** What reading rows of a sheet of coffee lots needs to know, and what it remembers from row to row. */
export type LotReading = {
  readonly form: FileForm;
  readonly cellOf: CellOf;
  readonly names: NameCodes;
  /** Keys of the lots that the book has, or that were read before, with where they were read. Grows with each row. */
  readonly known: Map<string, string>;
};

/** Reads one row: exactly one outcome, and one leading reason where it is not plainly taken. */
export function readLot(row: SheetRow, reading: LotReading): RowOutcome<CoffeeLotDraft> {
  const faulty = refusedForFault(row);
  if (faulty !== null) return faulty;
  const cell = (column: string) => reading.cellOf(row.cells, column);
  const species = speciesIn(cell("Species"));
  if (species === null)
    return { outcome: "refused", row, reason: remark("import.species-unknown", "Species", cell("Species")), notes: [] };
  const test = testRow(row.cells, reading.cellOf);
  if (test?.code === "import.row-is-test") return { outcome: "refused", row, reason: test, notes: [] };
  const key = lotKey(species, row.cells, reading.cellOf);
  const before = reading.known.get(key);
  if (before !== undefined) return { outcome: "known", row, reason: remark("import.lot-known", "", before), notes: [] };
  const source = `${species}/${reading.form}/${row.number}`;
  reading.known.set(key, source);
  const { draft, asks, notes } = draftOf(species, row, reading, { key, source });
  const [reason, ...others] = test === null ? asks : [test, ...asks];
  if (reason === undefined) return { outcome: "taken", row, draft, notes };
  return { outcome: "questioned", row, draft, reason, notes: [...others, ...notes] };
}

const speciesIn = (cell: string): Species | null => {
  const word = cell.toLowerCase();
  return word === "arabica" || word === "robusta" ? word : null;
};

type Drafted = { readonly draft: CoffeeLotDraft; readonly asks: readonly Remark[]; readonly notes: readonly Remark[] };

function draftOf(species: Species, row: SheetRow, reading: LotReading, ids: { key: string; source: string }): Drafted {
  const asks: Remark[] = [];
  const notes: Remark[] = [];
  const cell = (column: string) => reading.cellOf(row.cells, column);
  const take = <T>(given: Reading<T>): T | null => {
    if (given.asks !== null) asks.push(given.asks);
    notes.push(...given.notes);
    return given.value;
  };
  /** The order here is the order of the reasons: the first question leads. */
  const inCell = <T>(column: string, readCell: (field: string, cell: string) => Reading<T>) =>
    take(readCell(column, cell(column)));
  const weight = bagWeightIn("Bag Weight", cell("Bag Weight"));
  const bags = take(
    bagsOf(bagCountIn("Number of Bags", cell("Number of Bags")), weight, "Bag Weight", cell("Bag Weight")),
  );
  const cup = take(cupIn(species, row.cells, reading.cellOf));
  const gradedOn = inCell("Grading Date", dayIn);
  const country = inCell("Country of Origin", countryIn);
  const people = take(peopleIn(cell, reading.names));
  const draft: CoffeeLotDraft = {
    ...ids,
    species,
    country,
    region: textIn(cell("Region")),
    owner: people?.owner ?? null,
    producer: people?.producer ?? null,
    farm: reading.names.codeOf("F", cell("Farm Name")),
    mill: reading.names.codeOf("M", cell("Mill")),
    lotNumber: textIn(cell("Lot Number")),
    bags,
    gradedOn,
    expiresOn: writtenDay(cell("Expiration")),
    season: inCell("Harvest Year", seasonIn),
    variety: wordIn(cell("Variety")),
    processing: inCell("Processing Method", processingIn),
    altitude: take(altitudeIn("Altitude", cell("Altitude"), cell("unit_of_measurement"))),
    green: {
      moisturePercent: inCell("Moisture", moistureIn),
      categoryOneDefects: inCell("Category One Defects", countIn),
      categoryTwoDefects: inCell("Category Two Defects", countIn),
      quakers: inCell("Quakers", countIn),
      colour: wordIn(cell("Color")),
    },
    cup,
  };
  return { draft, asks, notes };
}

function dayIn(field: string, cell: string): Reading<NonNullable<CoffeeLotDraft["gradedOn"]>> {
  const day = writtenDay(cell);
  return day === null ? ask("import.date-unreadable", field, cell) : read(day);
}

type People = { readonly owner: string | null; readonly producer: string | null };

/** Who delivered: the producer, else the owner of the lot. With neither, nobody could be paid, so somebody is asked. */
function peopleIn(cell: (column: string) => string, names: NameCodes): Reading<People> {
  const owner = names.codeOf("P", cell("Owner"));
  const producer = names.codeOf("P", cell("Producer"));
  if (owner === null && producer === null) return ask("import.nobody-named", "Producer", cell("Producer"));
  if (producer !== null) return read({ owner, producer });
  const code =
    isNoName(cell("Producer")) && cell("Producer") !== "" ? "import.producer-not-a-name" : "import.producer-missing";
  return read({ owner, producer }, remark(code, "Producer", cell("Producer")));
}
