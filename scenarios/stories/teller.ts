/** Tells a story to a book: in memory (kernel) here, through the one writer on PostgreSQL, or through the API. The story is the same. */
import type { Folded } from "../../kernel/act/fold.ts";
import type { AnyRow } from "../../kernel/act/record.ts";
import { derivedUuid } from "../../kernel/ids.ts";
import { seal } from "../../kernel/personal.ts";
import { allActs } from "../../rooms/all.ts";
import { acts as bookActs } from "../../rooms/book/index.ts";
import { asked, questionAnswer } from "../../rooms/book/records.ts";
import { emptyBook, type TestBook } from "../../rooms/book/testing.ts";

/** How an act came out: its outcome and the codes of its refusals or questions. */
export type Heard = { readonly outcome: string; readonly codes: readonly string[] };

/** A book that a story is told to. `day` sets the book's clock to ten in the morning of that day. */
export type Teller = {
  readonly name: string;
  day(day: string): void;
  say(kind: string, says: unknown, beside?: readonly { digest: string; salt: string; value: string }[]): Promise<Heard>;
  /** The kept content of a paper; null when there is none. */
  paper(kind: string, number: string): Promise<string | null>;
  /** Sum of an account in money, in whole line grains; of one agent when named. */
  balance(account: string, agent?: string): Promise<bigint>;
  end(): Promise<void>;
};

/** A teller of whom one may ask what the book asks. */
export type AskedTeller = Teller & {
  /** The questions that wait, in the order they were asked. */
  questions(): Promise<readonly Asked[]>;
};

/** A question that waits: where it was asked, and its code. */
export type Asked = { readonly position: string; readonly ordinal: number; readonly code: string };

/** Seals a made-up name with a made-up salt. */
export const named = (name: string) => seal("name", name, derivedUuid(`salt ${name}`).replaceAll("-", ""));

/** Ten in the morning of a day in Bogotá, as the book's clock. */
export const clockOf = (day: string): string => `${day}T15:00:00.000Z`;

/** Says an act that must come out plainly done: what a story takes for granted. */
export async function done(
  teller: Teller,
  kind: string,
  says: unknown,
  beside: Parameters<Teller["say"]>[2] = [],
): Promise<void> {
  const { outcome, codes } = await teller.say(kind, says, beside);
  if (outcome !== "done") throw new Error(`${kind}: ${outcome} ${codes.join(", ")}`);
}

/** A book in memory, with its history. */
export function memoryTeller(): AskedTeller & { readonly history: readonly Folded[] } {
  const book: TestBook = emptyBook(...allActs.filter((one) => !bookActs.includes(one)));
  let now = clockOf("2026-01-02");
  return {
    name: "kernel",
    history: book.history,
    day: (day) => {
      now = clockOf(day);
    },
    say: async (kind, says, beside = []) => {
      const answer = book.speak(kind, says, { received: now, beside });
      if (answer.outcome === "kept, not yet understood")
        return { outcome: answer.outcome, codes: [`${answer.because.code} ${answer.because.field ?? ""}`] };
      if (answer.outcome === "known already") return { outcome: answer.outcome, codes: [] };
      const { outcome } = answer.folded;
      if (outcome.outcome === "refused") return { outcome: "refused", codes: outcome.refusals.map((one) => one.code) };
      return {
        outcome: outcome.outcome,
        codes: "questions" in outcome ? outcome.questions.map((one) => one.code) : [],
      };
    },
    paper: async (kind, number) =>
      book.history.flatMap((one) => one.follows.papers).find((one) => one.kind === kind && one.number === number)
        ?.content ?? null,
    balance: async (account, agent) => {
      const lines = book.history.flatMap((one) => one.follows.entries.flatMap((entry) => entry.postings));
      return lines
        .filter((one) => one.account === account && one.commodity.startsWith("money:"))
        .filter((one) => agent === undefined || one.agent === agent)
        .reduce((sum, one) => sum + one.amount, 0n);
    },
    questions: async () => {
      const written = book.history.flatMap((one) => one.follows.records);
      const of = (table: string) => written.filter((one) => one.record.table === table).map((one) => one.row);
      const place = (row: AnyRow) => `${row.asked_position}.${row.ordinal}`;
      const answered = new Set(of(questionAnswer.table).map(place));
      return of(asked.table)
        .filter((row) => !answered.has(place(row)))
        .map((row) => ({
          position: `${row.asked_position}`,
          ordinal: row.ordinal as number,
          code: row.code as string,
        }));
    },
    end: async () => undefined,
  };
}
