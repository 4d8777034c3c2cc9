import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Person } from "../../ports.ts";
import { found, indexOf } from "./search.ts";

const person = (
  agent: string,
  name: string | null,
  number: string | null,
  community: string | null,
  standing: Person["standing"] = "member",
): Person => ({ agent, name, number, community, standing });

const people = [
  person("a", "Rosa Quispe Mamani", "0031", "El Mirador"),
  person("b", "Rosa Elena Quispe Huamán", "0310", "Peñas Blancas"),
  person("c", "José Ñáhui Peña", "A-17", "El Mirador"),
  person("d", "María del Carmen Rojas", "0017", "Quebrada Honda", "left"),
  person("e", null, "0099", "El Mirador"),
  person("f", "Rosa Quispe Mamani", null, "Alto Inambari", "not-a-member"),
];
const index = indexOf(people);
const agents = (typed: string, most = 9) => found(index, typed, most).map(({ agent }) => agent);

describe("[field.search] who stands at the scale", () => {
  test("a number finds its member first, with or without its zeros, also one with letters", () => {
    expect(agents("31")[0]).toBe("a");
    expect(agents("0031")[0]).toBe("a");
    expect(agents("31")).toContain("b"); // Whose number begins so may come after.
    expect(agents("a17")[0]).toBe("c");
    expect(agents("A-17")[0]).toBe("c");
  });

  test("accents, capitals and the tilde of ñ are as the keyboard has them", () => {
    expect(agents("jose nahui")).toEqual(["c"]);
    expect(agents("JOSÉ ÑÁHUI")).toEqual(["c"]);
    expect(agents("pena mirador")).toEqual(["c"]);
  });

  test("two surnames in any order, and the beginning of each", () => {
    expect(agents("mamani rosa")).toEqual(["a", "f"]);
    expect(agents("quis mam")).toEqual(["a", "f"]);
    expect(agents("huam")).toEqual(["b"]);
  });

  test("of people of one name, members come first, and the community tells them apart", () => {
    expect(agents("rosa quispe mamani")).toEqual(["a", "f"]);
    expect(agents("rosa quispe inambari")).toEqual(["f"]);
  });

  test("whose name was erased is found by number; who left is found too", () => {
    expect(agents("99")).toEqual(["e"]);
    expect(agents("rojas")).toEqual(["d"]);
  });

  test("nothing typed, or what is nowhere, finds nobody; no more come than are asked for", () => {
    expect(agents("")).toEqual([]);
    expect(agents(" - ")).toEqual([]);
    expect(agents("rosa zzz")).toEqual([]);
    expect(agents("rosa", 2)).toHaveLength(2);
  });

  test("everybody is found by their whole name and by any beginning of its words, whatever it is", () => {
    const name = fc.array(fc.constantFrom("Rosa", "Ñusta", "da", "Conceição", "O'Higgins", "Peña-Ruiz", "Ana"), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(name, fc.nat(3), (words, cut) => {
        const one = indexOf([person("x", words.join(" "), null, null), ...people]);
        const typed = words
          .map((word) => word.slice(0, Math.max(1, word.length - cut)))
          .reverse()
          .join(" ");
        return found(one, typed, 99).some(({ agent }) => agent === "x");
      }),
    );
  });
});
