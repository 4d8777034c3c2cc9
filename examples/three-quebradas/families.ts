/** The 58 families of the cooperative, in two communities, and those who left: made up from the seed. */
import { chanceOf } from "./chance.ts";
import { madeUpIdentity, madeUpTelephone, namesBy } from "./names.ts";
import type { Crop } from "./real-prices.ts";
import { exampleSeats } from "./seats.ts";

/** Somebody of the register. `of` names them for ids; null is what nobody said. */
export type Person = {
  readonly of: string;
  readonly name: string;
  readonly identity: string | null;
  readonly telephone: string | null;
};
/** A member: a person with a number. */
export type Member = Person & { readonly number: string };

/** One family: who of it is a member, where it lives, and the land it works. */
export type Family = {
  readonly of: string;
  readonly name: string;
  readonly community: Community;
  readonly members: readonly Member[];
  readonly plots: readonly {
    readonly of: string;
    readonly crop: Crop;
    readonly name: string;
    readonly areaM2: string;
  }[];
  /** How many sacks it brings at a time, at most. */
  readonly sacks: number;
};

export const communities = ["El Mirador", "Quebrada Honda"] as const;
export type Community = (typeof communities)[number];

/** Members that a story is told of, by number. README.md of this folder tells each. */
export const toldOf = {
  sevenSacks: "0131",
  couple: "0119",
  partner: "0159",
  noPapers: "0124",
  savers: ["0108", "0122"],
  disputed: "0112",
  late: "0145",
  spoken: ["0103", "0126"],
  voided: "0110",
  heavySack: "0138",
  heavySackAnswered: "0106",
  uncollected: "0135",
  overdue: "0129",
  waiting: "0107",
  left: "0099",
  erased: "0098",
} as const;

/** Everybody of the register. */
export type Register = {
  readonly families: readonly Family[];
  /** Who was a member and is not any more. */
  readonly left: Member;
  readonly erased: Member;
  /** Brings cocoa without being a member. */
  readonly neighbour: Person;
};

const plotNames = [
  "La Esperanza",
  "El Guamo",
  "Buenavista",
  "La Loma",
  "El Cedro",
  "Las Brisas",
  "El Porvenir",
  "La Laguna",
  "El Nogal",
];
/** What grows at 1,700 m is coffee; lower down, in Quebrada Honda, there is cocoa too. */
const cropsOf = (at: number): readonly Crop[] => {
  if (at % 2 === 0) return at % 8 === 0 ? ["coffee", "cocoa"] : ["coffee"];
  return ([["cocoa"], ["coffee", "cocoa"], ["coffee"]] as const)[at % 3] as readonly Crop[];
};

/** Makes the register from the seed. */
export function registerOf(seed: string): Register {
  const chance = chanceOf(seed, "register");
  const names = namesBy(
    chance,
    exampleSeats("").map(({ name }) => name),
  );
  const person = (of: string, name: string): Person => ({
    of,
    name,
    identity: madeUpIdentity(chance),
    telephone: chance.happens(70) ? madeUpTelephone(chance) : null,
  });
  const member = (number: string, name: string): Member => ({ ...person(`member ${number}`, name), number });
  const families = Array.from({ length: 58 }, (_, at): Family => {
    const number = `0${101 + at}`;
    const surname = names.surname();
    const name = number === toldOf.sevenSacks ? "Amparo Quintero" : names.person(surname);
    const first = member(number, name);
    const papers = number === toldOf.noPapers ? { identity: null, telephone: null } : {};
    const partner = number === toldOf.couple ? [member(toldOf.partner, names.person())] : [];
    const plots = cropsOf(at).map((crop) => ({
      of: `plot ${number} ${crop}`,
      crop,
      name: chance.pick(plotNames),
      areaM2: `${chance.between(6, 38)}000`,
    }));
    return {
      of: `household ${number}`,
      name: `Familia ${name
        .split(" ")
        .slice(number === toldOf.sevenSacks ? -1 : -2)
        .join(" ")}`,
      community: communities[at % 2] as Community,
      members: [{ ...first, ...papers }, ...partner],
      plots,
      sacks: chance.between(2, 6),
    };
  });
  return {
    families,
    left: member(toldOf.left, names.person()),
    erased: member(toldOf.erased, names.person()),
    neighbour: person("neighbour", names.person()),
  };
}
