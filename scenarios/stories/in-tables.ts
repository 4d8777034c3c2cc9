/** What a story asks of a book's tables directly: for what no view shows, and where there is no server to ask. */
import { idOf } from "../../rooms/book/testing.ts";
import type { Store } from "../../store/connection/pools.ts";
import type { Asked, AskedTeller } from "./teller.ts";

/** The parts of a teller that are read from the tables of a database. */
export function inTables(store: Store): Pick<AskedTeller, "paper" | "balance" | "questions"> {
  const query = async (text: string, values: readonly unknown[]) =>
    (await store.connect("keeper").query(text, [idOf("book"), ...values])).rows;
  return {
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
    questions: async () =>
      (await query(
        `select asked_position::text as position, ordinal, code from ayni.question q
          where book_id = $1 and not exists (select from ayni.question_answer a where a.book_id = q.book_id
            and a.asked_position = q.asked_position and a.ordinal = q.ordinal)
          order by q.asked_position, ordinal`,
        [],
      )) as readonly Asked[],
  };
}
