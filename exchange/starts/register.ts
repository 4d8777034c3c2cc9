/** The members a book has, as an import looks for them: by number, then by document, then by exact name and community. */
import { fold, foldNumber } from "./fold.ts";

/** One person of the register as an import knows them. */
export type Registered = {
  readonly agent: string;
  readonly number: string | null;
  readonly name: string | null;
  readonly document: string | null;
  readonly community: string | null;
};

/** How a row names somebody. Empty texts say nothing. */
export type Named = {
  readonly number: string;
  readonly name: string;
  readonly document: string;
  readonly community: string;
};

/** Who was found: one, nobody, or several, of whom a person must choose. */
export type FoundMember =
  | { readonly found: Registered; readonly by: "number" | "document" | "name" }
  | { readonly found: null; readonly candidates: readonly Registered[] };

/** "007" and "7" are one number of a member; "A-07" is another. */
const numberKey = (number: string): string => foldNumber(number).replace(/^0+(?=\d)/, "");

/** The register of a book while an import reads: it grows with the members that the file itself brings. */
export class Register {
  private readonly byNumber = new Map<string, Registered[]>();
  private readonly byDocument = new Map<string, Registered[]>();
  private readonly byName = new Map<string, Registered[]>();

  constructor(people: Iterable<Registered> = []) {
    for (const one of people) this.add(one);
  }

  /** Takes one more person in. */
  add(one: Registered): void {
    put(this.byNumber, numberKey(one.number ?? ""), one);
    put(this.byDocument, foldNumber(one.document ?? ""), one);
    put(this.byName, fold(one.name ?? ""), one);
  }

  /** Those who have a number. */
  numbered = (number: string): readonly Registered[] => this.byNumber.get(numberKey(number)) ?? [];

  /** Those who have a document. */
  documented = (document: string): readonly Registered[] => this.byDocument.get(foldNumber(document)) ?? [];

  /** Those of exactly this name; of one community when it is said and known of any of them. */
  called(name: string, community: string): readonly Registered[] {
    const all = this.byName.get(fold(name)) ?? [];
    if (community === "") return all;
    const wanted = fold(community);
    const there = all.filter((one) => fold(one.community ?? "") === wanted);
    return there.length > 0 ? there : all.filter((one) => one.community === null);
  }

  /** Finds whom a row names. What stands first decides: a number that nobody has is not looked for by name. */
  find({ number, name, document, community }: Named): FoundMember {
    if (number !== "") return only(this.numbered(number), "number");
    if (document !== "") return only(this.documented(document), "document");
    return only(name === "" ? [] : this.called(name, community), "name");
  }

  /** Finds by one word that may be a number, a document or a name. */
  findByWord(word: string): FoundMember {
    for (const [by, found] of [
      ["number", this.numbered(word)],
      ["document", this.documented(word)],
      ["name", this.called(word, "")],
    ] as const)
      if (found.length > 0) return only(found, by);
    return { found: null, candidates: [] };
  }
}

function put(into: Map<string, Registered[]>, key: string, one: Registered): void {
  if (key === "") return;
  const there = into.get(key);
  if (there === undefined) into.set(key, [one]);
  else there.push(one);
}

/** One person of several rows of the register (a member of two groups) is one. */
function only(found: readonly Registered[], by: "number" | "document" | "name"): FoundMember {
  const [first] = found;
  if (first !== undefined && found.every((one) => one.agent === first.agent)) return { found: first, by };
  return { found: null, candidates: found };
}

/** People as a reason names them: "12 Rosa Quispe, 40 Rosa Quispe". */
export const listed = (people: readonly Registered[]): string =>
  people
    .slice(0, 5)
    .map((one) => [one.number, one.name].filter((part) => part !== null && part !== "").join(" "))
    .join(", ");
