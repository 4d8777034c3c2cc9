/** The sentence of a coded refusal or question in the reader's language. */
import type { Fact } from "../../kernel/refusal.ts";
import { named } from "./names.ts";
import type { Say } from "./say.ts";

/** A code with the facts of its case. */
export type Coded = { readonly code: string; readonly facts: Readonly<Record<string, Fact>> };

/**
 * Says it in words: of a refusal or a question, or of a row of an import, whose words stand under the code itself. A code that no
 * catalogue knows yet (a newer server's) is said as it is written, rather than not at all.
 */
export function sentenceOf({ code, facts }: Coded, say: Say): string {
  const ofRow = code.startsWith("import.") && say.has(code);
  const key = ofRow ? code : `refusals.${code}`;
  if (!say.has(key)) return code;
  return say(
    key,
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact === null ? "" : String(fact)])),
  );
}

/** Facts that are codes of something with a name, and the kind of name each has. */
const codedFacts: Readonly<Record<string, string>> = {
  against: "against",
  container: "container",
  measure: "measure-name",
  power: "power",
  product: "product",
  role: "role",
};

/** The same sentence for a page, with what its facts name by a code said in words: "reclamo sobre: el peso". */
export const sentenceInWords = ({ code, facts }: Coded, say: Say): string =>
  sentenceOf(
    {
      code,
      facts: Object.fromEntries(
        Object.entries(facts).map(([name, fact]) => {
          const kind = codedFacts[name];
          return [name, kind === undefined || typeof fact !== "string" ? fact : named(kind, fact, say)];
        }),
      ),
    },
    say,
  );
