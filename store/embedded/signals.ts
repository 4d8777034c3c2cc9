const STOPPING = ["SIGTERM", "SIGINT", "SIGHUP"] as const;
const NUMBERS = { SIGTERM: 15, SIGINT: 2, SIGHUP: 1 } as const;

/**
 * Does the last work (finish requests, stop the database) when the process is asked to end, then ends it: with 0 when the work
 * went well, as a service manager expects of a clean stop; with 128 + the signal's number on a second, impatient signal.
 *
 * @returns how to stop listening.
 */
export const whenAskedToEnd = (lastWork: () => Promise<void>): (() => void) => {
  let asked = false;
  const listeners = STOPPING.map((name) => ({
    name,
    listen: (): void => {
      if (asked) process.exit(128 + NUMBERS[name]);
      asked = true;
      lastWork().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    },
  }));
  for (const { name, listen } of listeners) process.on(name, listen);
  return () => {
    for (const { name, listen } of listeners) process.removeListener(name, listen);
  };
};
