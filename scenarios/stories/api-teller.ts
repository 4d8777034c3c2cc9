/** Tells a story to a server: every act through `POST /api/acts` with a session, papers and questions through views. */

import { allRecords } from "../../rooms/all.ts";
import { idOf, marta, testBook } from "../../rooms/book/testing.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import { served } from "../../web/testing/served.ts";
import { inTables } from "./in-tables.ts";
import { type Asked, type AskedTeller, clockOf } from "./teller.ts";

/** A server on PostgreSQL with Marta's session; when the story ends, the book must prove itself. */
export async function apiTeller(): Promise<AskedTeller> {
  const server = await served({ book: "unopened" });
  const { store, sealKeys, tools } = server.services.installation;
  server.clock.now = Date.parse(clockOf("2026-01-02"));
  const rowsOf = async (path: string): Promise<readonly unknown[]> => {
    const response = await server.get(path);
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { rows: readonly unknown[] }).rows;
  };
  let spoken = 0;
  return {
    name: "API",
    day: (day) => {
      server.clock.now = Date.parse(clockOf(day));
    },
    say: async (kind, says, beside = []) => {
      spoken += 1;
      const through = { way: "seat", seat: marta.seat, at: new Date(server.clock.now).toISOString() };
      const body = { id: idOf(`act ${spoken}`), book: testBook, kind, version: 1, by: marta.agent, through, says };
      const [answer] = await server.send([{ body: JSON.stringify(body), beside: [...beside] }]);
      if (answer === undefined) throw new Error("not answered");
      if ("because" in answer)
        return { outcome: answer.outcome, codes: [`${answer.because.code} ${answer.because.field ?? ""}`] };
      if (answer.outcome === "refused") return { outcome: "refused", codes: answer.refusals.map((one) => one.code) };
      return { outcome: answer.outcome, codes: "questions" in answer ? answer.questions.map((one) => one.code) : [] };
    },
    paper: async (_, number) => {
      const [row] = (await rowsOf(`/api/views/statement.one?number=${number}`)) as readonly { content: string }[];
      return row?.content ?? null;
    },
    questions: async () => (await rowsOf("/api/views/questions.open?limit=500")) as readonly Asked[],
    balance: inTables(store).balance, // No view shows accounts yet.
    end: async () => {
      const { problems } = await verifyBook(store.connect("keeper"), testBook, {
        records: allRecords,
        tools,
        sealKeys,
      });
      await server.close();
      if (problems.length > 0 || server.faults.length > 0)
        throw new Error(
          `the book does not prove itself: ${JSON.stringify([problems.slice(0, 5), server.faults.map(String)])}`,
        );
    },
  };
}
