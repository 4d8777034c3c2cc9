/** A book in memory for tests of any room: opened by Marta, manager of a made-up cooperative, with a clerk and his telephone. */
import { type ActDeclaration, vocabulary } from "../../kernel/act/declaration.ts";
import type { Sent, Through } from "../../kernel/act/envelope.ts";
import { type MemoryAnswer, MemoryBook } from "../../kernel/act/memory.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import type { PersonalValue } from "../../kernel/personal.ts";
import { asked } from "./asked.ts";
import { acts, ground } from "./index.ts";
import { proposed } from "./proposed.ts";

/** A stable made-up id: `idOf("Marta")`. */
export const idOf = (name: string): string => derivedUuid(`test:${name}`);

/** When the tests take place: 15 November 2026, ten in the morning in Bogotá. */
export const now = "2026-11-15T15:00:00.000Z";
export const today = "2026-11-15";

export const testBook = idOf("book");
export const marta = { agent: idOf("Marta"), seat: idOf("Marta's seat") };
export const efrain = { agent: idOf("Efraín"), seat: idOf("Efraín's seat"), device: idOf("Efraín's telephone") };

/** Settings of the made-up cooperative. */
export const testSettings = {
  name: "Cooperativa La Esperanza",
  country: "CO",
  zone: "America/Bogota",
  currencies: [
    { currency: "COP", line: "1", cash: "50" },
    { currency: "PEN", line: "0.01", cash: "0.10" },
  ],
  organisation: idOf("Cooperativa La Esperanza"),
  form: "cooperative",
};

/** How a test says an act. Unsaid: by Marta on her seat, at `now`. */
export type Saying = {
  readonly id?: string;
  readonly version?: number;
  readonly by?: string;
  readonly through?: Through;
  readonly received?: string;
  readonly beside?: readonly PersonalValue[];
  readonly relied?: readonly object[];
};

/** A book in memory that keeps what was said to it, so that a test can say it all again to a database. */
export class TestBook extends MemoryBook {
  readonly said: { readonly sent: Sent; readonly received: string }[] = [];
  private spoken = 0;

  /** Says an act in one line. */
  speak(kind: string, says: unknown, how: Saying = {}): MemoryAnswer {
    this.spoken += 1;
    const received = how.received ?? now;
    const body = {
      id: how.id ?? idOf(`act ${this.spoken}`),
      book: this.book,
      kind,
      version: how.version ?? 1,
      by: how.by ?? marta.agent,
      through: how.through ?? { way: "seat", seat: marta.seat, at: received },
      ...(how.relied === undefined ? {} : { relied: how.relied }),
      says,
    };
    const sent = { body: JSON.stringify(body), beside: [...(how.beside ?? [])] };
    this.said.push({ sent, received });
    return this.say(sent, received);
  }
}

/** A book that nobody has opened, which understands the acts of this room and the ones given. */
export const emptyBook = (...more: readonly ActDeclaration[]): TestBook =>
  new TestBook(testBook, { vocabulary: vocabulary(...acts, ...more), ground, asked, proposed });

/** The same, opened: Marta manages, Efraín is clerk and speaks through a seat or his enrolled telephone. */
export function openedBook(...more: readonly ActDeclaration[]): TestBook {
  const book = emptyBook(...more);
  book.speak("book.open", { settings: testSettings, founder: marta });
  book.speak("seat.give", { seat: efrain.seat, agent: efrain.agent, roles: ["clerk"], from: "2026-01-01" });
  book.speak("device.enrol", {
    device: efrain.device,
    publicKey: "A".repeat(43),
    agent: efrain.agent,
    place: "El Mirador",
  });
  return book;
}

/** Speaking as Efraín through his telephone. */
export const byTelephone = (sequence: number, at = now): Saying => ({
  by: efrain.agent,
  through: { way: "device", device: efrain.device, sequence, at },
});

/** The coded reasons of an answer: its refusals, questions, or why it was kept. */
export function codesOf(answer: MemoryAnswer): readonly string[] {
  if (answer.outcome === "kept, not yet understood") return [answer.because.code];
  if (answer.outcome === "known already") return [];
  const { outcome } = answer.folded;
  if (outcome.outcome === "refused") return outcome.refusals.map((one) => one.code);
  return outcome.outcome === "done" ? [] : outcome.questions.map((one) => one.code);
}
