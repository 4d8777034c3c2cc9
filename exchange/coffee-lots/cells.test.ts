import { describe, expect, test } from "vitest";
import { decimalText, ratioText } from "../../kernel/exact/index.ts";
import { altitudeIn } from "./altitude.ts";
import { bagCountIn, bagsOf, bagWeightIn } from "./bag-weight.ts";
import { countryIn } from "./country.ts";
import { countIn, moistureIn } from "./green.ts";
import type { Reading } from "./reading.ts";
import { seasonIn } from "./season.ts";
import { writtenDay } from "./written-day.ts";

/** The value, or the code of the question, or the code of the note that took its place. */
const told = <T>(reading: Reading<T>, write: (value: T) => string): string =>
  reading.value !== null ? write(reading.value) : ((reading.asks ?? reading.notes[0])?.code ?? "nothing");

describe("the weight of a bag", () => {
  test.each([
    ["60 kg", "60000"],
    ["69 kg", "69000"],
    ["100 lbs", "45359.237"],
    ["132 lb", "59874.19284"],
    ["35.5 kg", "35500"],
    ["1 kg", "import.bag-weight-is-sample"],
    ["2 kg", "import.bag-weight-is-sample"],
    ["5 lbs", "import.bag-weight-is-sample"],
    ["19200 kg", "import.bag-weight-is-container"],
    ["6", "import.bag-weight-without-unit"],
    ["1 kg,lbs", "import.bag-weight-in-two-units"],
    ["0 lbs", "import.bag-weight-zero"],
    ["6O kg", "import.bag-weight-unreadable"],
    ["-60 kg", "import.bag-weight-unreadable"],
    ["1e3 kg", "import.bag-weight-unreadable"],
    ["3 arrobas", "import.bag-weight-unreadable"],
    ["", "import.bag-weight-unreadable"],
  ])("%s → %s", (cell, expected) => {
    expect(told(bagWeightIn("Bag Weight", cell), ratioText)).toBe(expected);
  });

  test("275 bags of 100 lb are 12,473,790 g, rounded once and said", () => {
    const bags = bagsOf(
      bagCountIn("Number of Bags", "275"),
      bagWeightIn("Bag Weight", "100 lbs"),
      "Bag Weight",
      "100 lbs",
    );
    // 275 × 45,359.237 g = 12,473,790.175 g
    expect(bags.value?.netGrams).toBe(12_473_790n);
    expect(bags.notes.map((note) => note.code)).toEqual(["import.weight-rounded-to-gram"]);
  });

  test("275 bags of 69 kg are 18,975 kg, and nothing is said", () => {
    const bags = bagsOf(bagCountIn("Number of Bags", "275"), bagWeightIn("Bag Weight", "69 kg"), "Bag Weight", "69 kg");
    expect(bags).toMatchObject({ value: { count: 275n, netGrams: 18_975_000n }, notes: [], asks: null });
  });

  test("no bags, or bags in words, are asked about", () => {
    expect(bagCountIn("Number of Bags", "0").asks?.code).toBe("import.bags-none");
    expect(bagCountIn("Number of Bags", "ten").asks?.code).toBe("import.bags-unreadable");
  });
});

describe("the height of the farm", () => {
  const metres = (cell: string, unit = "m") =>
    told(altitudeIn("Altitude", cell, unit), ({ lowMetres, highMetres }) =>
      lowMetres === highMetres ? lowMetres : `${lowMetres}–${highMetres}`,
    );
  test.each([
    ["1400", "1400"],
    ["1200 msnm", "1200"],
    ["1,700 mts", "1700"],
    ["2.560 msnm", "2560"],
    ["approx. 1'500 metres a.s.l.", "1500"],
    ["Meters above sea level: 1.872", "1872"],
    ["1901.64", "1901.64"],
    ["1100.00 mosl", "1100"],
    ["900-1,500m", "900–1500"],
    ["De 1.600 a 1.950 msnm", "1600–1950"],
    ["640m-1400m", "640–1400"],
    ["Between 700 and 1,400 meters", "700–1400"],
    ["1400 thru 1850", "1400–1850"],
    ["1,800 meters (5,900", "1800"],
    ["1200公尺", "1200"],
    ["1400ft", "426.72"],
    ["3,000'", "914.4"],
    ["4000 PSNM", "1219.2"],
    ["5000 Pies", "1524"],
    ["3,500 - 5,200 feet", "1066.8–1584.96"],
    ["190164", "import.altitude-implausible"],
    ["11000 metros", "import.altitude-implausible"],
    ["4300", "import.altitude-implausible"],
    ["1", "import.altitude-implausible"],
    ["1.2", "import.altitude-implausible"],
    ["1900-1400", "import.altitude-implausible"],
    ["-1", "import.altitude-unreadable"],
    ["12oo", "import.altitude-unreadable"],
    ["100/2000", "import.altitude-unreadable"],
    ["Huanuco", "import.altitude-unreadable"],
    ["", "import.altitude-missing"],
    ["n/a", "import.altitude-missing"],
  ])("%s → %s", (cell, expected) => {
    expect(metres(cell)).toBe(expected);
  });

  test("a unit column that says feet is believed, and said when the words say metres", () => {
    expect(metres("4300", "ft")).toBe("1310.64");
    const disputed = altitudeIn("Altitude", "5600-5760 metros", "ft");
    expect(disputed.value).toEqual({ lowMetres: "1706.88", highMetres: "1755.648" });
    expect(disputed.notes.map((note) => note.code)).toEqual([
      "import.altitude-in-feet",
      "import.altitude-unit-disputed",
    ]);
  });
});

test.each([
  ["2012", "2012"],
  ["2013/2014", "2013/2014"],
  ["2017 / 2018", "2017/2018"],
  ["2009 - 2010", "2009/2010"],
  ["4T/10", "2010"],
  ["1t/2011", "2011"],
  ["08/09 crop", "2008/2009"],
  ["March 2010", "2010"],
  ["23 July 2010", "2010"],
  ["Sept 2009 - April 2010", "2009/2010"],
  ["Abril - Julio /2011", "2011"],
  ["Spring 2011 in Colombia.", "2011"],
  ["2014/2010", "import.season-unreadable"],
  ["4T72010", "import.season-unreadable"],
  ["47/2010", "import.season-unreadable"],
  ["mmm", "import.season-unreadable"],
  ["TEST", "import.season-unreadable"],
  ["Mayo a Julio", "import.season-without-year"],
  ["", "import.season-missing"],
])("the season of harvest “%s” is %s", (cell, expected) => {
  expect(told(seasonIn("Harvest Year", cell), String)).toBe(expected);
});

test.each([
  ["12 %", "12"],
  ["0.12", "12"],
  ["0.105", "10.5"],
  ["0 %", "import.moisture-not-measured"],
  ["0", "import.moisture-not-measured"],
  ["", "import.moisture-not-measured"],
  ["100 %", "import.moisture-unreadable"],
  ["-0.1", "import.moisture-unreadable"],
  ["wet", "import.moisture-unreadable"],
])("moisture “%s” is %s", (cell, expected) => {
  expect(told(moistureIn("Moisture", cell), String)).toBe(expected);
});

test("moisture of 1 % stands as it was read, with a note", () => {
  expect(moistureIn("Moisture", "1 %")).toMatchObject({ value: "1", notes: [{ code: "import.moisture-unusual" }] });
});

test.each([
  ["0 full defects", "0"],
  ["31", "31"],
  ["NA", "import.count-missing"],
  ["few", "import.count-unreadable"],
])("a count “%s” is %s", (cell, expected) => {
  expect(told(countIn("Quakers", cell), String)).toBe(expected);
});

test.each([
  ["April 4th, 2015", "2015-04-04"],
  ["February 29th, 2012", "2012-02-29"],
  ["2015-04-04", "2015-04-04"],
  ["February 29th, 2013", null],
  ["Abril 4, 2015", null],
  ["", null],
])("the day “%s” is %s", (cell, expected) => {
  expect(writtenDay(cell)).toBe(expected);
});

test("countries are ISO 3166-1, and a lost letter is put back and said", () => {
  expect(countryIn("Country", "Peru").value).toBe("PE");
  expect(countryIn("Country", "United States (Hawaii)").value).toBe("US");
  expect(countryIn("Country", "Cote d?Ivoire")).toMatchObject({
    value: "CI",
    notes: [{ code: "import.country-repaired" }],
  });
  expect(countryIn("Country", "").asks?.code).toBe("import.country-missing");
  expect(countryIn("Country", "Atlantis").asks?.code).toBe("import.country-unknown");
});

test("grams of a bag are exact: nothing of a pound is lost", () => {
  const each = bagWeightIn("Bag Weight", "150 lbs").value;
  expect(each === null ? null : decimalText(each)).toBe("68038.8555");
});
