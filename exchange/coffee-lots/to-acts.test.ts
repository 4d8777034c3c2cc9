import { describe, expect, test } from "vitest";
import { ratio } from "../../kernel/exact/index.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import { theDay } from "../../kernel/time/index.ts";
import { allActs } from "../../rooms/all.ts";
import { bodyOf, type FileAct, type FileVoice } from "../act.ts";
import type { CoffeeLotDraft } from "./draft.ts";
import {
  delivererActs,
  delivererId,
  delivererOf,
  farmAct,
  handOverAct,
  handOverId,
  isCertain,
  placeOf,
} from "./to-acts.ts";

const book = derivedUuid("a book");
const voice: FileVoice = {
  book,
  seat: derivedUuid("a seat"),
  agent: derivedUuid("an agent"),
  file: "a".repeat(64),
  at: "2026-11-15T15:00:00.000Z",
};
const lot: CoffeeLotDraft = {
  source: "arabica/cleaned/57",
  key: "arabica|colombia|275|70 kg|july 26th, 2013|85.92",
  species: "arabica",
  country: "CO",
  region: "Huila | Pitalito",
  owner: "P-0065",
  producer: null,
  farm: "F-0012",
  mill: null,
  lotNumber: null,
  bags: { count: 275n, gramsEach: ratio(70_000n), netGrams: 19_250_000n },
  gradedOn: theDay("2013-07-26"),
  expiresOn: null,
  season: "2013",
  variety: "caturra",
  processing: "washed",
  altitude: { lowMetres: "1310.64", highMetres: "1524" },
  green: { moisturePercent: "11", categoryOneDefects: "0", categoryTwoDefects: "4", quakers: null, colour: "green" },
  cup: { protocol: "sca-100", total: "85.92", attributes: [] },
};
const certain = (draft: CoffeeLotDraft) => {
  if (!isCertain(draft)) throw new Error("this lot is certain");
  return draft;
};
const membership = { organisation: derivedUuid("a cooperative"), since: theDay("2013-01-22"), country: "CO" };

/** Every act must be understood by the room that it is said to. */
function read(act: FileAct) {
  const declared = allActs.find(({ kind, version }) => kind === act.kind && version === 1);
  const said = declared?.says.safeParse(act.says);
  expect(said?.success, `${act.kind} ${JSON.stringify(said?.error?.issues)}`).toBe(true);
  return act.says as Record<string, unknown>;
}

describe("275 bags of 70 kg, July 2013", () => {
  test("become one hand-over of the grading day, without tare, with what the graders read", () => {
    const says = read(handOverAct(voice, 57, certain(lot)));
    expect(says).toMatchObject({
      delivery: handOverId(book, lot),
      member: delivererId(book, "P-0065"),
      product: "coffee-green-arabica",
      place: "CO/huila pitalito",
      on: "2013-07-26",
      bags: [{ gross_g: "19250000", tare_g: "0", container: "bag", count: 275 }],
      measurements: [
        { measure: "cup-score", value: "85.92", unit: "point", method: "sca-100" },
        { measure: "moisture", value: "11", unit: "percent" },
        { measure: "category-one-defects", value: "0", unit: "defect", sample: "350 g" },
        { measure: "category-two-defects", value: "4", unit: "defect", sample: "350 g" },
        { measure: "altitude-low", value: "1310.64", unit: "m", method: "stated" },
        { measure: "altitude-high", value: "1524", unit: "m", method: "stated" },
      ],
    });
  });

  test("are spoken through the file: its digest, the row, the seat that brought it", () => {
    const body = JSON.parse(bodyOf(handOverAct(voice, 57, certain(lot)), voice));
    expect(body).toMatchObject({
      by: voice.agent,
      through: { way: "file", seat: voice.seat, file: voice.file, row: 57, at: voice.at },
    });
  });

  test("where only an owner stands, the owner is entered as a company under its code; a producer as a person without a name", () => {
    expect(delivererOf(lot)).toEqual({ code: "P-0065", kind: "organisation" });
    const [company, tie] = delivererActs(voice, 57, { code: "P-0065", kind: "organisation" }, membership).map(read);
    expect(company).toMatchObject({ name: "P-0065", form: "company", community: "CO" });
    expect(tie).toMatchObject({ kind: "membership", number: "P-0065", since: "2013-01-22" });
    const [person] = delivererActs(voice, 57, { code: "P-0108", kind: "person" }, membership).map(read);
    expect(person).toEqual({ agent: delivererId(book, "P-0108"), community: "CO" });
  });

  test("the farm is a plot of who delivered; without a farm there is none", () => {
    const act = farmAct(voice, 57, certain(lot));
    expect(act === null ? null : read(act)).toMatchObject({ name: "F-0012", holder: delivererId(book, "P-0065") });
    expect(farmAct(voice, 57, certain({ ...lot, farm: null }))).toBeNull();
  });
});

test("the same lot in another form of the file is the same hand-over, said by another act", () => {
  const other = { ...voice, file: "b".repeat(64) };
  const raw = { ...lot, source: "arabica/raw/57", region: "HUILA" };
  const [one, two] = [handOverAct(voice, 57, certain(lot)), handOverAct(other, 57, certain(raw))];
  expect((two.says as { delivery: string }).delivery).toBe((one.says as { delivery: string }).delivery);
  expect(two.id).not.toBe(one.id);
  expect(handOverAct(voice, 57, certain(lot)).id).toBe(one.id);
});

test("without bags, day or anybody named, nothing is certain enough for a hand-over", () => {
  expect(isCertain({ ...lot, bags: null })).toBe(false);
  expect(isCertain({ ...lot, gradedOn: null })).toBe(false);
  expect(isCertain({ ...lot, owner: null, producer: null })).toBe(false);
});

test("a place is at most 64 characters, without the mark that keys use; without a country it is said to be unsaid", () => {
  expect(placeOf({ ...lot, region: "x".repeat(200) })).toHaveLength(64);
  expect(placeOf({ ...lot, region: null })).toBe("CO");
  expect(placeOf({ ...lot, country: null })).toBe("place-unsaid");
});

test("a place is never cut in the middle of a character", () => {
  expect(placeOf({ ...lot, region: `${"x".repeat(60)}🌱🌱` })).toBe(`CO/${"x".repeat(60)}`);
});
