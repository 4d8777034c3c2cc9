/** What old papers say was paid for a hand-over of before the book. */
import { exactly } from "../../../../kernel/exact/index.ts";
import { amountFrom, type CurrencyGrain } from "../../../../kernel/money/index.ts";

/** The amount in whole line grains, half-up; nothing where no paper says it. */
export const pastGrains = (paid: string | null, grain: CurrencyGrain): bigint =>
  paid === null ? 0n : amountFrom(exactly(paid), grain, "half-up");
