/** Tells a story to a book: in memory (kernel), or through the one writer on PostgreSQL. The story is the same. */
import { derivedUuid } from "../../kernel/ids.ts";
import { seal } from "../../kernel/personal.ts";
import { allActs } from "../../rooms/all.ts";
import { acts as bookActs } from "../../rooms/book/index.ts";
import { emptyBook, idOf, marta, type TestBook } from "../../rooms/book/testing.ts";
import { PostgresBooks } from "../book/book-on-postgres.ts";

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

/** Seals a made-up name with a made-up salt. */
export const named = (name: string) => seal("name", name, derivedUuid(`salt ${name}`).replaceAll("-", ""));

const at = (day: string): string => `${day}T15:00:00.000Z`;

/** A book in memory. */
export function memoryTeller(): Teller {
  const book: TestBook = emptyBook(...allActs.filter((one) => !bookActs.includes(one)));
  let now = at("2026-01-02");
  return {
    name: "kernel",
    day: (day) => {
      now = at(day);
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
    end: async () => undefined,
  };
}

/** A book on PostgreSQL; when the story ends, the book must prove itself. */
export async function postgresTeller(): Promise<Teller & { readonly database: PostgresBooks["database"] }> {
  const books = await PostgresBooks.open();
  const book = idOf("book");
  let spoken = 0;
  books.now = at("2026-01-02");
  const query = async (text: string, values: readonly unknown[]) =>
    (await books.database.connect("keeper").query(text, [book, ...values])).rows;
  return {
    name: "PostgreSQL",
    database: books.database,
    day: (day) => {
      books.now = at(day);
    },
    say: async (kind, says, beside = []) => {
      spoken += 1;
      const through = { way: "seat", seat: marta.seat, at: books.now };
      const body = { id: idOf(`act ${spoken}`), book, kind, version: 1, by: marta.agent, through, says };
      const [answer] = await books.writers.take(book, "story", [{ body: JSON.stringify(body), beside: [...beside] }]);
      if (answer === undefined || "full" in answer) throw new Error("not answered");
      if (answer.outcome === "kept, not yet understood")
        return { outcome: answer.outcome, codes: [`${answer.because.code} ${answer.because.field ?? ""}`] };
      if (answer.outcome === "refused") return { outcome: "refused", codes: answer.refusals.map((one) => one.code) };
      return { outcome: answer.outcome, codes: "questions" in answer ? answer.questions.map((one) => one.code) : [] };
    },
    paper: async (kind, number) =>
      (
        await query("select content from ayni.paper where book_id = $1 and kind = $2 and number = $3", [kind, number])
      )[0]?.content ?? null,
    balance: async (account, agent) =>
      (
        await query(
          `select coalesce(sum(amount), 0)::bigint as sum from ayni.posting
            where book_id = $1 and account = $2 and commodity like 'money:%' and ($3::uuid is null or agent = $3)`,
          [account, agent ?? null],
        )
      )[0]?.sum,
    end: async () => {
      const { problems } = await books.verify(book);
      await books.database.drop();
      if (problems.length > 0)
        throw new Error(`the book does not prove itself: ${JSON.stringify(problems.slice(0, 5))}`);
    },
  };
}
