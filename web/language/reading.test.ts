import fc from "fast-check";
import { expect, test } from "vitest";
import { notationOf, written } from "./notation.ts";
import { readFigure } from "./reading.ts";

const colombia = notationOf("es", "CO");
const peru = notationOf("es", "PE");

test("a clerk in Colombia types kilos with a comma or with a point", () => {
  expect(readFigure("61,5", colombia)).toBe("61.5");
  expect(readFigure("61.5", colombia)).toBe("61.5");
  expect(readFigure(" 1.240,50 ", colombia)).toBe("1240.5");
  expect(readFigure("2 940 786", colombia)).toBe("2940786");
});

test("a point before three digits groups thousands in Colombia and separates decimals in Peru", () => {
  expect(readFigure("1.240", colombia)).toBe("1240");
  expect(readFigure("1.240", peru)).toBe("1.24");
  expect(readFigure("1,240.50", peru)).toBe("1240.5");
  expect(readFigure("1,240", peru)).toBe("1240");
});

test("what is no figure is not guessed", () => {
  for (const typed of ["", "-", "doce", "1,2,3", "12,5.000,1", "1.24.500", "1e3", ",5", "..", "12kg"])
    expect(readFigure(typed, colombia), typed).toBeNull();
});

test("whatever the screen writes is read back as the same figure", () => {
  const exact = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 1, max: 999 }))
    .map(([whole, part]) => `${whole}.${part}`.replace(/0+$/, "").replace(/\.$/, ""))
    .filter((text) => !text.startsWith("0.") || /[1-9]/.test(text));
  fc.assert(
    fc.property(exact, fc.constantFrom(colombia, peru), (text, notation) => {
      expect(readFigure(written(text, notation), notation)).toBe(text === "-0" ? "0" : text);
    }),
  );
});
