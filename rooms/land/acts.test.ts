import { describe, expect, it } from "vitest";
import { codesOf, idOf, openedBook } from "../book/testing.ts";
import { acts as people } from "../people/index.ts";
import { rosa, withRosa } from "../people/testing.ts";
import { acts } from "./index.ts";
import { plot } from "./needs.ts";

const opened = () => withRosa(openedBook(...people, ...acts));
const mirador = {
  plot: idOf("El Mirador"),
  holder: rosa.agent,
  name: "El Mirador",
  areaM2: "12500",
  products: ["coffee"],
};
const kept = (book: ReturnType<typeof opened>) => plot(mirador.plot).tryOn(book.page);

describe("plots [land.plots]", () => {
  it("are known by name and area", () => {
    const book = opened();
    expect(codesOf(book.speak("plot.register", mirador))).toEqual([]);
    expect(kept(book)).toMatchObject({ known: { name: "El Mirador", area_m2: 12500n, version: 1 } });
  });
  it("need no measure, and ask about a holder nobody knows", () => {
    const book = opened();
    const unmeasured = { plot: idOf("p"), holder: idOf("nobody"), name: "La Vega" };
    expect(codesOf(book.speak("plot.register", unmeasured))).toEqual(["plot.holder-unknown"]);
    expect(plot(idOf("p")).tryOn(book.page)).toMatchObject({ known: { area_m2: null, products: [] } });
  });
  it("said twice are one; another under the same id asks", () => {
    const book = opened();
    book.speak("plot.register", mirador);
    expect(codesOf(book.speak("plot.register", mirador))).toEqual([]);
    expect(book.history.at(-1)?.follows.records).toEqual([]);
    expect(codesOf(book.speak("plot.register", { ...mirador, areaM2: "9" }))).toEqual(["plot.id-used"]);
    expect(kept(book)).toMatchObject({ known: { area_m2: 12500n } });
  });
  it("are corrected by a new version; who corrected what had changed since is asked", () => {
    const book = opened();
    book.speak("plot.register", mirador);
    expect(codesOf(book.speak("plot.correct", { ...mirador, areaM2: "13000", corrects: 1 }))).toEqual([]);
    expect(codesOf(book.speak("plot.correct", { ...mirador, areaM2: "11000", corrects: 1 }))).toEqual([
      "plot.changed-since",
    ]);
    expect(kept(book)).toMatchObject({ known: { area_m2: 11000n, version: 3 } });
    expect(codesOf(book.speak("plot.correct", { ...mirador, plot: idOf("p2") }))).toEqual(["plot.unknown"]);
  });
});
