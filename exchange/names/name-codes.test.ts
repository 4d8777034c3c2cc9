import { expect, test } from "vitest";
import { isNoName, NameCodes } from "./name-codes.ts";

test("[exchange.names] a name's code is its place in the order of appearance", () => {
  const names = new NameCodes();
  expect(names.codeOf("P", "Amina Condori")).toBe("P-0001");
  expect(names.codeOf("P", "Teo Mamani")).toBe("P-0002");
  expect(names.codeOf("P", "Amina Condori")).toBe("P-0001");
  expect(names.codeOf("F", "Amina Condori")).toBe("F-0001");
});

test("case, spaces, accents and punctuation make no new name", () => {
  const names = new NameCodes();
  const code = names.codeOf("M", "Beneficio La Ñusta, S.A.");
  for (const spelling of ["BENEFICIO LA NUSTA S.A", " beneficio  la nusta s a\r\n", "Beneficio la Ñusta S.A."])
    expect(names.codeOf("M", spelling)).toBe(code);
  expect(names.codeOf("M", "Beneficio La Ñusta 2")).not.toBe(code);
});

test("words for nobody or for many are no names", () => {
  for (const word of ["", " ", "-", "N/A", "Various", "VARIOS", "several", "mmm", "TEST", "unkown", "(self)", "0"])
    expect(isNoName(word), word).toBe(true);
  expect(isNoName("Los Andenes")).toBe(false);
});

test("a code in a file stays, and is not given to another name", () => {
  const names = new NameCodes();
  expect(names.codeOf("P", "P-0001")).toBe("P-0001");
  expect(names.codeOf("P", "Rosa Quispe")).toBe("P-0002");
});
