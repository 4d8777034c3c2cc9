/** Makes statements in a process of its own, so that the memory it shows is theirs. */
import { type Statement, settle } from "../../rooms/settlement/rules/statement.ts";
import { answerParent } from "../method/child.ts";
import { residentMebibytes } from "../method/machine.ts";
import { unwrap } from "../method/unwrap.ts";
import { type Settling, settlingOf, sixPlans } from "./six-plans.ts";

/**
 * Make the statements of so many producers, so many times. `keep`: hand-overs and every step value of a repeat stay in memory until
 * it has ended; else each statement is looked at and let go, as when a file is written while one reckons.
 */
export type PureQuestion = { readonly producers: number; readonly repeats: number; readonly keep: boolean };

/** Seconds of each repeat, memory (MiB) before and at its largest, the sum paid, which must not change, and how many step values. */
export type PureAnswer = {
  readonly seconds: readonly number[];
  readonly before: number;
  readonly after: number;
  readonly paid: string;
  readonly values: number;
};

/** How often memory is looked at, in statements. */
const lookEvery = 500;

async function settleAll({ producers, repeats, keep }: PureQuestion): Promise<PureAnswer> {
  for (const at of sixPlans.keys()) settle(settlingOf(at)); // Plans are made ready once, as in a running server.
  const said = keep ? Array.from({ length: producers }, (_, at) => settlingOf(at)) : null;
  const before = residentMebibytes();
  const seconds: number[] = [];
  let after = before;
  let [paid, values] = [0n, 0];
  for (let turn = 0; turn < repeats; turn += 1) {
    const kept: Statement[] = [];
    [paid, values] = [0n, 0];
    let took = 0;
    for (let producer = 0; producer < producers; producer += 1) {
      const settling = (said?.[producer] ?? settlingOf(producer)) as Settling;
      const began = performance.now();
      const statement = unwrap(settle(settling));
      took += performance.now() - began;
      paid += statement.paid;
      values += statement.valuations.reduce((sum, one) => sum + one.figures.length, 0);
      if (keep) kept.push(statement);
      if (producer % lookEvery === 0) after = Math.max(after, residentMebibytes());
    }
    after = Math.max(after, residentMebibytes());
    seconds.push(took / 1_000);
  }
  return { seconds, before, after, paid: `${paid}`, values };
}

answerParent(settleAll, async () => undefined);
