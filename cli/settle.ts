/**
 * `ayni settle --plan PLAN.json --deliveries FILE`: the same engine as a book's, on an auditor's laptop: no database, no server,
 * no clock. From the same facts comes the same statement.
 */
import { readFile } from "node:fs/promises";
import { amountText } from "../kernel/money/index.ts";
import { done, type Result, refused } from "../kernel/refusal.ts";
import { type Statement, settle } from "../rooms/settlement/rules/statement.ts";
import { type Command, type Desk, found, tellRefusal, tellUse, well } from "./command.ts";
import { type DeliveryLine, deliveriesIn, type ReadyPlanFile, readyPlanFile } from "./settle-input.ts";
import { readWords } from "./words.ts";

/** Settles each producer of the file, in the order in which they first appear. With `--json` every figure is given. */
export const settlePlan: Command = async (words, desk) => {
  const read = readWords(words, { plan: "text", deliveries: "text", json: "flag" });
  const { plan: planPath, deliveries: deliveriesPath } = read?.texts ?? {};
  if (read === null || planPath === undefined || deliveriesPath === undefined || read.rest.length > 0)
    return tellUse("settle", desk);
  const plan = await jsonIn(planPath).then((json) => (json.ok ? readyPlanFile(json.value) : json));
  if (!plan.ok) return tellRefusal(plan.refusal, desk);
  const deliveries = await jsonIn(deliveriesPath).then((json) => (json.ok ? deliveriesIn(json.value) : json));
  if (!deliveries.ok) return tellRefusal(deliveries.refusal, desk);
  const statements: { agent: string; statement: Statement }[] = [];
  let refusals = 0;
  for (const [agent, own] of byAgent(deliveries.value)) {
    const settled = settleOne(agent, own, plan.value);
    if (settled.ok) statements.push({ agent, statement: settled.value });
    else {
      refusals += 1;
      desk.tell(agent);
      tellRefusal(settled.refusal, desk);
    }
  }
  say(statements, plan.value, read.flags.json === true, desk);
  return refusals === 0 ? well : found;
};

function byAgent(deliveries: readonly DeliveryLine[]): Map<string, DeliveryLine[]> {
  const found = new Map<string, DeliveryLine[]>();
  for (const one of deliveries) {
    const own = found.get(one.agent);
    if (own === undefined) found.set(one.agent, [one]);
    else own.push(one);
  }
  return found;
}

const settleOne = (agent: string, own: readonly DeliveryLine[], plan: ReadyPlanFile): Result<Statement> =>
  settle({
    deliveries: own.map((one) => ({
      plan: plan.plan,
      delivery: {
        id: one.id,
        day: one.day,
        bags: one.bags,
        grossGrams: BigInt(one.gross_g),
        tareGrams: BigInt(one.tare_g),
        measurements: one.measurements,
        beside: plan.besideOf(one),
      },
    })),
    prices: plan.prices,
    deductions: plan.deductions,
    balances: plan.balancesOf(agent),
    consents: plan.consentsOf(agent),
    grain: plan.grain,
    on: plan.on,
    paidIn: plan.paidIn,
  });

type Settled = readonly { readonly agent: string; readonly statement: Statement }[];

/** Amounts in JSON are whole line grains as text, figures lossless text: the content a book's paper keeps. */
function say(statements: Settled, { grain, plan }: ReadyPlanFile, asJson: boolean, desk: Desk): void {
  if (!asJson) {
    for (const { agent, statement } of statements)
      desk.out(`${agent}\t${amountText(statement.net, grain)}\t${amountText(statement.paid, grain)}`);
    return;
  }
  const steps = plan.plan.steps.map((step) => step.id);
  const content = statements.map(({ agent, statement }) => ({ agent, ...shown(statement) }));
  desk.out(JSON.stringify({ currency: grain.currency, grain: grain.line, steps, statements: content }, plainly, 1));
}

const shown = ({ valuations, ...rest }: Statement) => ({
  deliveries: valuations.map(({ delivery, figures, lines, value, prices, premiums }) => ({
    id: delivery.id,
    ...(premiums === undefined ? {} : { premiums }),
    figures,
    lines,
    value,
    prices,
  })),
  ...rest,
});

const plainly = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

/** The JSON of a file. Refuses `settle.file-missing` and `settle.not-json`. */
async function jsonIn(path: string): Promise<Result<unknown>> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return refused("settle.file-missing", { file: path });
  try {
    return done(JSON.parse(text) as unknown);
  } catch {
    return refused("settle.not-json", { file: path });
  }
}
