/** Who sits in the example's book: one looks around as any of them. All names are made up. */
import { exampleId } from "./ids.ts";

/** The roles one can look around in; `second-clerk` holds the role `clerk` at the other collection point. */
export type ExampleRole = "manager" | "treasurer" | "clerk" | "second-clerk" | "auditor" | "technician" | "member";

/** A seat of the example: the role one looks around in, whose seat it is, and the made-up name of the person. */
export type ExampleSeat = {
  readonly role: ExampleRole;
  readonly agent: string;
  readonly seat: string;
  readonly name: string;
};

/** The people who sit in the book. The member is the one of the worked example: number 0131. */
const people: readonly { readonly role: ExampleRole; readonly of: string; readonly name: string }[] = [
  { role: "manager", of: "manager", name: "Teresa Guzmán" },
  { role: "treasurer", of: "treasurer", name: "Wilmer Yatacué Balanta" },
  { role: "clerk", of: "clerk", name: "Luz Dary Ocoró Tombé" },
  { role: "second-clerk", of: "second clerk", name: "Yeison Pillimué Arboleda" },
  { role: "auditor", of: "auditor", name: "Nidia Carabalí Solarte" },
  { role: "technician", of: "technician", name: "Eliécer Dagua Bermúdez" },
  { role: "member", of: "member 0131", name: "Amparo Quintero" },
];

/** The seats of the example's book, by role. */
export const exampleSeats = (book: string): readonly ExampleSeat[] =>
  people.map(({ role, of, name }) => ({
    role,
    agent: exampleId(book, of),
    seat: exampleId(book, `${of}'s seat`),
    name,
  }));

/** The seat of a role. */
export const seatAs = (book: string, role: ExampleRole): ExampleSeat =>
  exampleSeats(book).find((one) => one.role === role) as ExampleSeat;
