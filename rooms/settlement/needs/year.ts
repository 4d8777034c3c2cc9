/** What deductions took of somebody in a year. */
import { type Need, tally } from "../../../kernel/act/need.ts";

/** Key of what a deduction took of somebody in the year of a day. */
export const yearKey = (agent: string, code: string, on: string): string => `${agent}|${code}|${on.slice(0, 4)}`;

/** What a deduction took of somebody in the year of a day, in whole line grains. */
export const deductedInYear = (agent: string, code: string, on: string): Need<bigint> =>
  tally("deducted-this-year", yearKey(agent, code, on));
