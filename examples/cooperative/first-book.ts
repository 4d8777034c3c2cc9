/**
 * The book that a new installation begins with, so that there is something to look at: a made-up cooperative of three made-up
 * members, one of whom has a statement to read. Nothing in it is anybody's.
 */
import type { Sent } from "../../kernel/act/envelope.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import { seal } from "../../kernel/personal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import { firstSeason } from "./first-season.ts";

/** What is made at the edge: the book's id, the instant (ISO, UTC), and chance for the seals of names (32 hex digits each). */
export type Beginning = { readonly book: string; readonly at: string; readonly salt: () => string };

const settingsHere = {
  name: "Cooperativa La Esperanza (ejemplo)",
  country: "CO",
  zone: "America/Bogota",
  currencies: [{ currency: "COP", line: "1", cash: "50" }],
  form: "cooperative",
} as const;

const members = [
  { name: "Rosa Quispe", number: "001", community: "El Mirador" },
  { name: "Efraín Mamani", number: "002", community: "El Mirador" },
  { name: "Yolanda Ticona", number: "003", community: "Santa Elena" },
] as const;

/** The seat through which the operator comes in: Marta's, who manages. */
export const firstSeat = (book: string) => ({
  book,
  seat: derivedUuid(`${book} Marta's seat`),
  agent: derivedUuid(`${book} Marta`),
});

/** The acts that make the book, in order. */
export function firstBook({ book, at, salt }: Beginning): readonly Sent[] {
  const { seat, agent } = firstSeat(book);
  const organisation = derivedUuid(`${book} organisation`);
  const today = dayInZone(Date.parse(at), settingsHere.zone);
  let spoken = 0;
  const say = (kind: string, says: unknown, beside: NonNullable<Sent["beside"]> = []): Sent => {
    spoken += 1;
    const id = derivedUuid(`${book} first act ${spoken}`);
    return {
      body: JSON.stringify({ id, book, kind, version: 1, by: agent, through: { way: "seat", seat, at }, says }),
      beside,
    };
  };
  const person = (id: string, name: string, community: string): Sent => {
    const { sealed, beside } = seal("name", name, salt());
    return say("person.register", { agent: id, name: sealed, community, language: "es" }, [beside]);
  };
  const settings = { ...settingsHere, organisation };
  const memberId = (number: string): string => derivedUuid(`${book} member ${number}`);
  return [
    say("book.open", { settings, founder: { agent, seat } }),
    say("organisation.register", { agent: organisation, name: settings.name, form: "cooperative", community: "El Mirador" }),
    person(agent, "Marta Condori", "El Mirador"),
    ...members.flatMap(({ name, number, community }) => {
      const id = memberId(number);
      const tie = { tie: derivedUuid(`${book} tie ${number}`), from: id, to: organisation, kind: "membership", number, since: today };
      return [person(id, name, community), say("tie.begin", tie)];
    }),
    ...firstSeason({ book, today, producers: [memberId("001"), memberId("002")] }).map(({ kind, says }) => say(kind, says)),
  ];
}
