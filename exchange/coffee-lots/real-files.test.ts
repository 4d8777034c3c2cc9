/**
 * The real files of the Coffee Quality Institute. The counts are found a second time, by looking for patterns in the text of the
 * file as grep would, without the reader of sheets.
 */
import { createReadStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { RowOutcome } from "../outcome.ts";
import { addsUp, Reconciling } from "../reconciliation.ts";
import type { CoffeeLotDraft } from "./draft.ts";
import { type LotMemory, lotMemory, readLots } from "./read-lots.ts";

const path = (name: string) => join(import.meta.dirname, "../../examples/coffee-cqi-lots", `${name}.csv`);
const textOf = (name: string) => readFileSync(path(name), "utf8");
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

async function imported(name: string, memory: LotMemory = lotMemory()) {
  const file = await readLots(createReadStream(path(name)), memory);
  if (!file.ok) throw new Error(file.refusal.code);
  const account = new Reconciling();
  const rows: RowOutcome<CoffeeLotDraft>[] = [];
  for await (const row of file.value.rows) {
    account.add(row);
    rows.push(row);
  }
  return { rows, form: file.value.form, account: account.account() };
}

const drafts = (rows: readonly RowOutcome<CoffeeLotDraft>[]) =>
  rows.flatMap((row) => ("draft" in row ? [row.draft] : []));

describe("arabica, cleaned", async () => {
  const { account, form, rows } = await imported("arabica_data_cleaned");
  const text = textOf("arabica_data_cleaned");

  test("[exchange.coffee-lots] 1,311 rows: 770 taken, 541 with a question, one reason each", () => {
    expect(form).toBe("cleaned");
    expect(addsUp(account)).toBe(true);
    expect(account).toMatchObject({ read: 1311, taken: 770, questioned: 541, refused: 0, known: 0 });
    expect(Object.fromEntries(account.reasons)).toEqual({
      "import.bag-weight-is-sample": 488,
      "import.bag-weight-without-unit": 27,
      "import.bag-weight-is-container": 16,
      "import.bag-weight-zero": 4,
      "import.bag-weight-in-two-units": 2,
      "import.bags-none": 1,
      "import.score-zero": 1,
      "import.country-missing": 1,
      "import.row-may-be-test": 1,
    });
  });

  test("the same counts by looking for patterns in the file's text", () => {
    expect(count(text, /^\d+,Arabica,/gm)).toBe(1311);
    expect(count(text, /,1 kg,B-/g)).toBe(327);
    expect(count(text, /,(?:[1-4] kg|[1-5] lbs),B-/g)).toBe(488);
    expect(count(text, /,\d{1,4},\d{1,2},B-/g)).toBe(27);
    expect(count(text, /,(?:[1-9]\d{3,4}|[2-9]\d\d) kg,B-|,350 kg,B-/g)).toBe(16);
    expect(count(text, /,0 (?:kg|lbs),B-/g)).toBe(4);
    expect(count(text, /,\d kg,lbs|"\d kg,lbs"/g)).toBe(2);
    expect(count(text, /,0,\d+ kg,B-/g)).toBe(1);
    expect(count(text, /,P-\d+,P-\d+,,|^\d+,Arabica,P-\d+,,/gm)).toBe(1);
  });

  test("what is left out is said: moisture nobody measured, heights, seasons in words, a lost letter", () => {
    expect(Object.fromEntries(account.notes)).toEqual({
      "import.altitude-about": 21,
      "import.altitude-implausible": 31,
      "import.altitude-in-feet": 112,
      "import.altitude-missing": 223,
      "import.altitude-unit-disputed": 8,
      "import.altitude-unreadable": 6,
      "import.bag-weight-unusual": 21,
      "import.count-missing": 1,
      "import.country-repaired": 1,
      "import.moisture-not-measured": 252,
      "import.moisture-unusual": 33,
      "import.producer-missing": 229,
      "import.producer-not-a-name": 38,
      "import.score-does-not-add-up": 2,
      "import.season-from-words": 25,
      "import.season-missing": 47,
      "import.season-unreadable": 4,
      "import.season-without-year": 8,
      "import.weight-rounded-to-gram": 64,
    });
    expect(count(text, /Cote d\?Ivoire/g)).toBe(1);
  });

  test("the first lot: 300 bags of 60 kg from Ethiopia, 90.58 points, 12 % moisture", () => {
    const [first] = rows;
    expect(first).toMatchObject({
      outcome: "taken",
      row: { number: 2 },
      draft: {
        source: "arabica/cleaned/2",
        species: "arabica",
        country: "ET",
        owner: "P-0001",
        producer: "P-0001",
        farm: "F-0001",
        bags: { count: 300n, netGrams: 18_000_000n },
        gradedOn: "2015-04-04",
        expiresOn: "2016-04-03",
        season: "2014",
        processing: "washed",
        altitude: { lowMetres: "1950", highMetres: "2200" },
        green: {
          moisturePercent: "12",
          categoryOneDefects: "0",
          categoryTwoDefects: "0",
          quakers: "0",
          colour: "green",
        },
        cup: { protocol: "sca-100", total: "90.58" },
      },
      notes: [],
    });
  });

  test("a question keeps what is certain: the lot with score 0 keeps its 275 bags of 69 kg", () => {
    const asked = rows.find((row) => row.outcome === "questioned" && row.reason.code === "import.score-zero");
    expect(asked).toMatchObject({ row: { number: 1312 }, draft: { bags: { netGrams: 18_975_000n }, cup: null } });
  });

  test("no two lots have the same key, and every lot taken has weight, score, day, country and somebody to pay", () => {
    expect(new Set(drafts(rows).map((draft) => draft.key)).size).toBe(1311);
    for (const row of rows) {
      if (row.outcome !== "taken") continue;
      const { bags, cup, gradedOn, country, producer, owner } = row.draft;
      expect([bags, cup, gradedOn, country, producer ?? owner]).not.toContain(null);
    }
  });
});

test("the raw file alone gives the same lots, with the row somebody wrote as a test refused", async () => {
  const raw = await imported("arabica_ratings_raw");
  const text = textOf("arabica_ratings_raw");
  expect(raw.form).toBe("raw");
  expect(addsUp(raw.account)).toBe(true);
  expect(raw.account).toMatchObject({ read: 1312, taken: 770, questioned: 541, refused: 1, known: 0 });
  expect(raw.account.reasons.get("import.row-is-test")).toBe(1);
  expect(raw.rows.find((row) => row.outcome === "refused")?.row.number).toBe(1312);
  expect(count(text, /^\d+,[\d.]+,,,,,,Arabica,/gm)).toBe(1312);
  // The refused row is one of the 253 that say 0 %.
  expect(count(text, /,0 %,\d+ full defects,/g)).toBe(253);
  expect(raw.account.notes.get("import.moisture-not-measured")).toBe(252);
});

test("read after the cleaned file, the raw file tells nothing new: each lot is known, and where it was read", async () => {
  const memory = lotMemory();
  const names = ["arabica_data_cleaned", "robusta_data_cleaned", "arabica_ratings_raw", "robusta_ratings_raw"];
  const accounts = [];
  for (const name of names) accounts.push((await imported(name, memory)).account);
  expect(accounts).toMatchObject([
    { read: 1311, taken: 770, questioned: 541, refused: 0, known: 0 },
    { read: 28, taken: 14, questioned: 14, refused: 0, known: 0 },
    { read: 1312, taken: 0, questioned: 0, refused: 1, known: 1311 },
    { read: 28, taken: 0, questioned: 0, refused: 0, known: 28 },
  ]);
  const again = await imported("robusta_ratings_raw", memory);
  expect(again.rows[0]).toMatchObject({
    outcome: "known",
    reason: { code: "import.lot-known", found: "robusta/cleaned/2" },
  });
});

test.each([
  ["arabica_data_cleaned", "arabica_ratings_raw"],
  ["robusta_data_cleaned", "robusta_ratings_raw"],
])(
  "%s and %s say the same of each lot, but for names, places and heights that the cleaning respelled",
  async (cleaned, raw) => {
    const memory = lotMemory();
    const same = ({
      source: _,
      region: __,
      farm: ___,
      mill: ____,
      owner: _____,
      altitude: ______,
      ...rest
    }: CoffeeLotDraft) => rest;
    const first = drafts((await imported(cleaned, memory)).rows).map(same);
    // The same codes for names, and no lot known.
    const second = drafts((await imported(raw, { names: memory.names, known: new Map() })).rows).map(same);
    expect(second).toEqual(first);
  },
);

test("a row with a cell too many, lost letters or an open quotation mark is refused, and the others are read", async () => {
  const [heading = "", lot = ""] = textOf("arabica_data_cleaned").split("\n");
  const latin = Buffer.from(lot.replace("guji", "guj\xED"), "latin1");
  const bytes = Buffer.concat([Buffer.from(`${heading}\n${lot},\n`), latin, Buffer.from(`\n${lot}\n2,"Arabica\n`)]);
  const file = await readLots([bytes], lotMemory());
  const reasons: string[] = [];
  if (file.ok) for await (const row of file.value.rows) reasons.push("reason" in row ? row.reason.code : row.outcome);
  expect(reasons).toEqual(["import.row-cell-count", "import.row-not-text", "taken", "import.row-quote-open"]);
});

test("lots a book already holds are known", async () => {
  const first = await imported("robusta_data_cleaned");
  const held = drafts(first.rows).map((draft) => [draft.key, `delivery of ${draft.gradedOn}`] as const);
  const second = await imported("robusta_ratings_raw", lotMemory(held));
  expect(second.account).toMatchObject({ read: 28, known: 28 });
});

test("a sheet that is not of coffee lots is refused as a whole, with the columns it lacks", async () => {
  const prices = join(import.meta.dirname, "../../examples/prices-worldbank-monthly/pink_sheet_selected_long.csv");
  const file = await readLots(createReadStream(prices), lotMemory());
  expect(file).toMatchObject({ ok: false, refusal: { code: "import.columns-missing" } });
});
