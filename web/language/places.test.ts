import { expect, test } from "vitest";
import { placeName } from "./places.ts";

test("a country's code is said as its name, in the reader's language", () => {
  expect(placeName("BR", "es")).toBe("Brasil");
  expect(placeName("BR", "en")).toBe("Brazil");
  expect(placeName("PE", "pt")).toBe("Peru");
});

test("a name stays as the register has it, and so does a code that is nobody's", () => {
  expect(placeName("El Mirador", "es")).toBe("El Mirador");
  expect(placeName("QX", "es")).toBe("QX");
  expect(placeName("Co", "es")).toBe("Co");
});
