/** Stages of a settlement, apart from the drafting: a telephone that pays on the spot needs no more of it. */

/** One stage of a settlement as a row. */
export const stageRow = (
  id: string,
  step: number,
  stage: string,
  by: string,
  day: string,
  totals: Readonly<Record<string, string>> | null = null,
) => ({ settlement: id, by_agent: by, on_day: day, totals, step, stage });
