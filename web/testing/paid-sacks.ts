/** The desk of worked example 1 once its statement is closed, and paid if wanted; and what hledger says of a journal. */
import { execFileSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import { seven } from "../../scenarios/stories/seven-sacks.ts";
import { type Desk, deskOfSevenSacks, tellerOver } from "./desk.ts";

/** Seven sacks settled on 17 September 2026, in cash; `paid` on that day too. */
export async function deskOfSettledSacks(paid: boolean): Promise<Desk> {
  const desk = await deskOfSevenSacks();
  const { settlement, season, statement, member, delivery } = seven;
  const statements = [{ statement, agent: member, deliveries: [delivery] }];
  const teller = tellerOver(desk.server);
  const told: [string, unknown][] = [
    ["settlement.draft", { settlement, season, title: "16 de septiembre", paidIn: "cash", statements }],
    ["settlement.review", { settlement }],
    ["settlement.close", { settlement }],
    ["settlement.pay", { settlement, paidIn: "cash", place: "Quebrada Dos", on: "2026-09-17" }],
  ];
  for (const [kind, says] of paid ? told : told.slice(0, 3)) {
    const answer = await teller.say(kind, says);
    if (answer.outcome !== "done") throw new Error(`${kind}: ${JSON.stringify(answer)}`);
  }
  return desk;
}

/** What hledger says of a journal, a record for each line of its table. */
export const hledger = (journal: string, ...words: readonly string[]): Record<string, string>[] =>
  parse(execFileSync("hledger", ["-f", journal, ...words, "-O", "csv"], { encoding: "utf8" }), { columns: true });
