/**
 * Made-up people. Given names and surnames are common ones of the south-west of Colombia (mestizo, Nasa, Misak and Afro-Colombian
 * families live there side by side), put together by chance: nobody of them is meant to exist.
 */
import type { Chance } from "./chance.ts";

const given = [
  ..."Aura|Aurora|Blanca Nubia|Carmen Elisa|Celmira|Claudia Milena|Damaris|Deyanira|Dioselina|Edelmira|Elvia|Esneda|Fabiola|Floralba".split(
    "|",
  ),
  ..."Gloria Inés|Kelly Johana|Leidy Yurani|Luz Mery|María Cenaida|María Ismenia|Mayerly|Noralba|Ofelia|Omaira|Rosa Tulia|Yolanda|Zoraida".split(
    "|",
  ),
  ..."Abelardo|Alirio|Anselmo|Apolinar|Arley|Arnulfo|Benjamín|Cristóbal|Diomedes|Edinson|Emeterio|Euclides|Evelio|Fidel|Floresmiro".split(
    "|",
  ),
  ..."Gentil|Héctor Fabio|Isidro|Jair|Jesús Antonio|José Domingo|Laurentino|Libardo|Marino|Misael|Neftalí|Olmedo|Ramiro|Saúl|Yamid".split(
    "|",
  ),
];
const surnames = [
  ..."Ambuila|Anacona|Aranda|Arboleda|Astudillo|Balanta|Bermúdez|Bonilla|Caicedo|Calambás|Campo|Carabalí|Chocué|Collazos|Cuetia".split(
    "|",
  ),
  ..."Dagua|Díaz|Fernández|Golondrino|Guetio|Hoyos|Ipia|Larrahondo|Lasso|Lucumí|Medina|Mina|Montaño|Mosquera|Muelas|Ñuscué|Ocoró".split(
    "|",
  ),
  ..."Palacios|Pechené|Pillimué|Quiguanás|Quintero|Sandoval|Solarte|Tombé|Trochez|Tunubalá|Ulcué|Valencia|Velasco|Viáfara|Yalanda".split(
    "|",
  ),
  ..."Yatacué|Yule|Zapata|Zúñiga".split("|"),
];

/** Gives names that were not given before: a given name, and two surnames that differ. */
export function namesBy(
  chance: Chance,
  taken: readonly string[],
): { person(surname?: string): string; surname(): string } {
  const used = new Set(taken);
  const surname = () => chance.pick(surnames);
  const person = (first?: string): string => {
    const [a, b] = [first ?? surname(), surname()];
    const name = `${chance.pick(given)} ${a} ${b}`;
    if (a === b || used.has(name)) return person(first);
    used.add(name);
    return name;
  };
  return { person, surname };
}

/** An identity number that nobody has: Colombia gives out numbers up to about 1.2 thousand million; these begin at 2.9. */
export const madeUpIdentity = (chance: Chance): string => `29${chance.between(10_000_000, 99_999_999)}`;

/** A telephone that rings nowhere: no operator of Colombia has the prefix 399. */
export const madeUpTelephone = (chance: Chance): string =>
  `+57 399 ${chance.between(100, 999)} ${chance.between(1000, 9999)}`;
