/** The people that a coded case speaks of, by their names. */
import type { Fact } from "../../kernel/refusal.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Puts names in the place of agents' ids. Ids without a name are kept as written, since things are looked for by them. */
export const withNames = (
  facts: Readonly<Record<string, Fact>>,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, Fact>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      const isNamed = typeof fact === "string" && uuid.test(fact) && Object.hasOwn(names, fact);
      return [name, isNamed ? (names[fact] as string) : fact];
    }),
  );
