/** How the lists of settlement write a person and a sum. */
import type { ComponentChildren } from "preact";
import { wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";

/** A person as the register has them: null when there is no name, or it was erased. */
export type Person = { readonly number: string | null; readonly name: string | null; readonly erasedOn: string | null };

/** The name, or what there is to say in its place. */
export const nameIn = ({ name, erasedOn }: Pick<Person, "name" | "erasedOn">, say: Say): string =>
  name ?? (erasedOn === null ? say("members.name-unknown") : say("members.erased", { day: erasedOn }));

/** Name and number as one text, to tell homonyms apart: "Rosa Mamani, 31". */
export const personIn = (person: Person, say: Say): string =>
  person.number === null
    ? nameIn(person, say)
    : say("settle.person", { name: nameIn(person, say), number: person.number });

/** A sum alone, as a cell under its currency's name. */
export const figureIn = (exact: string, say: Say): string => say("value.figure", { value: exact });

/** The unit of a column of sums: "pesos". */
export const coinsOf = (currency: string, say: Say): string =>
  say.has(`currencies.${currency}.line`) ? say(`currencies.${currency}.line`, { count: "100" }) : currency;

/** An account as the office calls it: not "your" shares, as the paper of the person says. */
export const accountName = (code: string, say: Say): string =>
  say.has(`ledger.name.${code}`) ? say(`ledger.name.${code}`) : wordOr("account", code, say);

/** A mark of a stage with its word. */
export const stageName = (stage: string, say: Say): ComponentChildren => say(`settle.stage.${stage}`);
