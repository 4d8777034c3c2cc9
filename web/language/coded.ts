/** The facts of a coded case as a reader knows them: people by their names, powers and roles by their words. */
import type { Fact } from "../../kernel/refusal.ts";
import type { Say } from "./say.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Facts whose codes have words of their own. */
const worded: Readonly<Record<string, string>> = { power: "power", role: "role", product: "product", answer: "answer" };

/** `names`: agents by id. Other ids are kept as written, since they are looked for by them. */
export const named = (
  facts: Readonly<Record<string, Fact>>,
  names: Readonly<Record<string, string>>,
  say: Say,
): Readonly<Record<string, Fact>> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (typeof fact !== "string") return [name, fact];
      if (uuid.test(fact)) return [name, Object.hasOwn(names, fact) ? (names[fact] as string) : fact];
      const key = `${worded[name] ?? ""}.${fact}`;
      return [name, worded[name] !== undefined && say.has(key) ? say(key) : fact];
    }),
  );
