/** Composes statements in a process of its own, so that the memory it shows is theirs. */
import { type Composed, compose } from "../../rooms/settlement/rules/compose.ts";
import { answerParent } from "../method/child.ts";
import { residentMebibytes } from "../method/machine.ts";
import { unwrap } from "../method/unwrap.ts";
import { composingOf } from "./season.ts";

/** Compose statements of so many producers, so many times; all step values of a repeat are kept until it has ended. */
export type PureQuestion = { readonly producers: number; readonly repeats: number };

/** Seconds of each repeat, memory (MiB) with the inputs alone and at the end of a repeat, and the sum paid, which must not change. */
export type PureAnswer = {
  readonly seconds: readonly number[];
  readonly before: number;
  readonly after: number;
  readonly paid: string;
  readonly values: number;
};

async function composeAll({ producers, repeats }: PureQuestion): Promise<PureAnswer> {
  const said = Array.from({ length: producers }, (_, at) => composingOf(at));
  compose(composingOf(producers)); // The plan is made ready once, as in a running server.
  const before = residentMebibytes();
  const seconds: number[] = [];
  let after = before;
  let paid = 0n;
  let values = 0;
  for (let turn = 0; turn < repeats; turn += 1) {
    const kept: Composed[] = [];
    const began = performance.now();
    for (const one of said) kept.push(unwrap(compose(one)));
    seconds.push((performance.now() - began) / 1_000);
    after = Math.max(after, residentMebibytes());
    paid = kept.reduce((sum, one) => sum + one.statement.paid, 0n);
    values = kept.reduce((sum, one) => sum + one.statement.valuations.reduce((n, v) => n + v.figures.length, 0), 0);
  }
  return { seconds, before, after, paid: `${paid}`, values };
}

answerParent(composeAll, async () => undefined);
