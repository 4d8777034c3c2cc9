/** The manager of the model, who answers what the book asks. Not shipped. */
import type { AnyRow } from "../../../../../kernel/act/record.ts";
import { idOf, marta, testBook } from "../../../../../rooms/book/testing.ts";
import type { ModelServer } from "./model-server.ts";

/** Every question but each fourth is answered, once. */
export function answerMost(server: ModelServer): void {
  const received = new Date(server.clock).toISOString();
  const rows = (table: string) =>
    server.book.history.flatMap(({ follows }) =>
      follows.records.flatMap(({ record, row }) => (record.table === table ? [row] : [])),
    );
  const named = (row: AnyRow): string => `${row.asked_position}.${row.ordinal}`;
  const answered = new Set(rows("question_answer").map(named));
  for (const row of rows("question")) {
    const { asked_position, ordinal } = row;
    if (answered.has(named(row)) || BigInt(asked_position as bigint) % 4n === 0n) continue;
    const body = {
      ...{ id: idOf(`answer ${named(row)} ${received}`), book: testBook, kind: "question.answer" },
      ...{ version: 1, by: marta.agent, through: { way: "seat", seat: marta.seat, at: received } },
      says: { position: `${asked_position}`, ordinal, answer: "stands" },
    };
    server.book.say({ body: JSON.stringify(body), beside: [] }, received);
  }
}
