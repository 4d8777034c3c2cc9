/**
 * Letters: all that goes from book to book. The file itself is kept by its digest; the signature (Ed25519 over `letterText`)
 * is made and checked at the door, where the keys are.
 */
import * as z from "zod/mini";
import { type ActDeclaration, decision, fact } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { row, rows } from "../../../kernel/act/need.ts";
import { sameRow, write } from "../../../kernel/act/record.ts";
import { BookId, idSchema } from "../../../kernel/ids.ts";
import { type Question, question, refused } from "../../../kernel/refusal.ts";
import { codeSchema } from "../../../kernel/schema.ts";
import { letter } from "../records.ts";

const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const signature = z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/));
const LetterId = idSchema<"Letter">();

/** Sends a letter to another book. A decision. */
export const sendLetter: ActDeclaration = decision({
  kind: "letter.send",
  version: 1,
  rules: 1,
  room: "book",
  power: "exchange-letters",
  says: z.strictObject({ letter: LetterId, to: BookId, kind: codeSchema, digest, signature }),
  needs: (said) => ({ kept: row(letter, said.letter) }),
  follows: (said, { kept }, { book, today }) => {
    if (kept !== null) return refuse(refused("letter.id-used", { letter: said.letter }, "letter").refusal);
    if (said.to === book) return refuse(refused("letter.to-itself", { book }, "to").refusal);
    const { to, ...envelope } = said;
    const sent = { ...envelope, direction: "sent", other_book: to, from_book: book, to_book: to, on_day: today };
    return { records: [write(letter, sent)] };
  },
});

/**
 * Receives a letter of another book. A fact: it came. A book we never wrote to, a letter meant for somebody else, and an id
 * that another letter has, each ask the manager; only the last leaves no second row.
 */
export const receiveLetter: ActDeclaration = fact({
  kind: "letter.receive",
  version: 1,
  rules: 1,
  room: "book",
  power: "exchange-letters",
  says: z.object({
    letter: LetterId,
    from: BookId,
    to: BookId,
    kind: z.string().check(z.maxLength(64)),
    digest,
    signature,
  }),
  needs: (said) => ({ kept: row(letter, said.letter), earlier: rows(letter, "byOtherBook", [said.from]) }),
  follows: (said, { kept, earlier }, { book, today }) => {
    const { from, to, ...envelope } = said;
    const came = { ...envelope, direction: "received", other_book: from, from_book: from, to_book: to };
    if (kept !== null) {
      if (sameRow(kept, came)) return {};
      return { questions: [question("letter.id-used", "manager", said.letter, { letter: said.letter, from })] };
    }
    const questions: Question[] = [];
    if (!earlier.some((one) => one.direction === "sent"))
      questions.push(question("letter.sender-unknown", "manager", said.letter, { from, kind: said.kind }));
    if (to !== book) questions.push(question("letter.other-book", "manager", said.letter, { to }));
    return { records: [write(letter, { ...came, on_day: today })], questions };
  },
});
