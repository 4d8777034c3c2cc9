/**
 * `ayni explain FILE`: is every figure of this statement what its plans give? Works it out again from the file that the office or the
 * producer took along, with no database and no server, and says where it differs.
 */
import { readFile } from "node:fs/promises";
import { amountText } from "../kernel/money/index.ts";
import { refused } from "../kernel/refusal.ts";
import { readExplained } from "../rooms/settlement/rules/explained-file.ts";
import { type ExplainedStatement, type Recomputed, recompute } from "../rooms/settlement/rules/recompute.ts";
import { type Command, type Desk, type Ending, found, tellRefusal, tellUse, told, well } from "./command.ts";

/** Ends well when every figure agrees. */
export const explain: Command = async ([path, ...more], desk) => {
  if (path === undefined || more.length > 0) return tellUse("explain", desk);
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return tellRefusal(refused("settle.file-missing", { file: path }).refusal, desk);
  const json = parsed(text);
  if (json === undefined) return tellRefusal(refused("settle.not-json", { file: path }).refusal, desk);
  const read = readExplained(json);
  if ("field" in read)
    return tellRefusal(refused("explain.unreadable", { file: path, field: read.field }).refusal, desk);
  const again = recompute(read.file);
  if (!again.ok) return tellRefusal(again.refusal, desk);
  return say(read.file, again.value, desk);
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // An expected way of being no statement.
  }
}

function say({ statement }: ExplainedStatement, { figures, differences, owedBefore }: Recomputed, desk: Desk): Ending {
  const { number, currency, grain } = statement;
  const money = (amount: bigint): string => `${amountText(amount as never, { currency, ...grain })} ${currency}`;
  for (const { id, owed } of owedBefore.advances) desk.out(told(desk, "explain.advance", { id, owed: money(owed) }));
  for (const one of owedBefore.credits)
    desk.out(
      told(desk, "explain.credit", {
        id: one.id,
        principal: money(one.principal),
        interest: money(one.interestOwed),
        rate: one.ratePerMonth,
      }),
    );
  for (const { place, says, found: other } of differences)
    desk.out(told(desk, "explain.differs", { place, says, found: other }));
  const key = differences.length === 0 ? "explain.agrees" : "explain.not-all";
  desk.out(told(desk, "explain.not-in-file", { number }));
  desk.out(told(desk, key, { number, figures: `${figures}`, differ: `${differences.length}` }));
  return differences.length === 0 ? well : found;
}
