import { expect, test } from "vitest";
import { checkPin } from "./accounts-pin.ts";
import { signInsMeant, signInToKeep } from "./accounts-sign-in.ts";
import { telephonesOf } from "./accounts-telephones.ts";

const [colombia, peru] = [telephonesOf("CO"), telephonesOf("PE")];
const here = [colombia, peru].filter((one) => one !== null);
const kept = (text: string, telephones = colombia) => {
  const result = signInToKeep(text, telephones);
  return result.ok ? result.value : result.refusal.code;
};

test("a name is the same however it is typed: case, accents, blanks", () => {
  for (const text of ["María Elvira Chocué", "  maria  elvira chocue ", "MARÍA ELVIRA CHOCUÉ"])
    expect(kept(text)).toBe("maria elvira chocue");
  expect(signInsMeant(" MARIA Elvira  Chocué", here)).toEqual(["maria elvira chocue"]);
});

test("a telephone is the same with and without its country, its marks and its blanks", () => {
  for (const text of ["311 234 5678", "(311) 234-5678", "+57 311 234 5678", "0057 3112345678", "573112345678"])
    expect(kept(text), text).toBe("+573112345678");
  expect(kept("987 654 321", peru)).toBe("+51987654321");
  expect(kept("51987654321", peru)).toBe("+51987654321");
  expect(kept("099 123 4567", telephonesOf("EC"))).toBe("+593991234567");
});

test("a number typed without its country is looked for in each country of this installation", () => {
  expect(signInsMeant("987654321", here)).toEqual(["+57987654321", "+51987654321", "+987654321"]);
  expect(signInsMeant("+51 987 654 321", here)).toEqual(["+51987654321"]);
});

test("two letters are no name, and a number without any country waits for its country", () => {
  expect(kept("yo")).toBe("account.sign-in-unfit");
  expect(kept("···")).toBe("account.sign-in-unfit");
  expect(kept("12345")).toBe("account.sign-in-unfit");
  expect(kept("9876543", null)).toBe("account.telephone-without-country");
});

test("PINs that everybody tries first are not taken [accounts.pin]", () => {
  const code = (pin: string, signIn = "amparo quintero", fewest = 4) => checkPin(pin, signIn, fewest)?.code ?? "taken";
  for (const pin of ["1234", "0000", "4321", "1212", "123123", "1985", "2003", "2580", "112233", "890123", "11223344"])
    expect(code(pin), pin).toBe("pin.easily-guessed");
  expect(code("5678", "+573112345678")).toBe("pin.easily-guessed");
  expect(code("3112", "+573112345678")).toBe("pin.of-the-telephone");
  expect(code("123")).toBe("pin.too-short");
  expect(code("7301", undefined, 6)).toBe("pin.too-short");
  expect(code("7301948275610")).toBe("pin.too-long");
  expect(code("73o1")).toBe("pin.not-digits");
  for (const pin of ["7301", "904172", "730194827561"]) expect(code(pin), pin).toBe("taken");
});
