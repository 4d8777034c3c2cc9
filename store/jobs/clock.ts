/** What the server does by the clock. Each job says itself whether it is due, from what was done before: nothing is missed for being off. */

/** One job. `due` looks, `work` does; both may fail, and are asked again. */
export type Job = { readonly name: string; due(): Promise<boolean>; work(): Promise<void> };

/** The jobs of a running server. */
export type Jobs = {
  /** Looks at every job once, in turn; ends when what was due is done. */
  look(): Promise<void>;
  /** Looks no more, and waits for what is under way. */
  stop(): Promise<void>;
};

/** How often is looked, and how long after the start for the first time; in milliseconds. */
export const clockTimes = { every: 60_000, first: 5_000 } as const;

/** Looks at the jobs again and again. `report` is told of a job that failed by a mistake of ours. */
export function startJobs(
  jobs: readonly Job[],
  report: (job: string, error: unknown) => void,
  times: { every: number; first: number } = clockTimes,
): Jobs {
  let stopped = false;
  let looking: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const lookOnce = async (): Promise<void> => {
    for (const job of jobs) {
      if (stopped) return;
      try {
        if (await job.due()) await job.work();
      } catch (error) {
        if (!stopped) report(job.name, error); // Broken off because the server ends: that is no fault.
      }
    }
  };
  const look = (): Promise<void> => {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  };
  const wait = (milliseconds: number): void => {
    timer = setTimeout(() => void look().then(() => stopped || wait(times.every)), milliseconds);
    timer.unref(); // A server that ends does not wait for its clock.
  };
  wait(times.first);
  return {
    look,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
