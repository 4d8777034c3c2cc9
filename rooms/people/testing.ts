/** People for tests of this and later rooms: Doña Rosa, member 31, on the day of the tests. */
import { seal } from "../../kernel/personal.ts";
import { idOf, type TestBook, testSettings } from "../book/testing.ts";

export const rosa = { agent: idOf("Rosa"), tie: idOf("Rosa's membership"), number: "31" };

/** A sealed made-up value, and what travels beside the act. */
export const sealed = (kind: "name" | "identity-number" | "telephone" | "account-number", value: string) =>
  seal(kind, value, "0123456789abcdef0123456789abcdef");

/** Registers Rosa and her membership since 2019, in a book that understands this room. */
export function withRosa(book: TestBook): TestBook {
  const name = sealed("name", "Rosa Quispe");
  book.speak("organisation.register", {
    agent: testSettings.organisation,
    name: testSettings.name,
    form: testSettings.form,
  });
  book.speak(
    "person.register",
    { agent: rosa.agent, name: name.sealed, community: "El Mirador" },
    { beside: [name.beside] },
  );
  book.speak("tie.begin", {
    tie: rosa.tie,
    from: rosa.agent,
    to: testSettings.organisation,
    kind: "membership",
    number: rosa.number,
    since: "2019-03-01",
  });
  return book;
}
