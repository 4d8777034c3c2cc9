/** Tries to reach the book by itself: on open, when the network comes, when the app is looked at, after saying something, and by timer. */
import type { FieldCore } from "../../ports.ts";
import { nextPause } from "../sync/timer.ts";

/** Something that was said goes up so many milliseconds later: a hand-over and what is said with it travel together. */
const soon = 2_000;

/** Begins to try, until told to stop. */
export function keepTrying(core: FieldCore): () => void {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsent = core.sync().unsent;
  let saidMeanwhile = false;
  let stopped = false;
  const wait = (pause: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void attempt(), pause);
  };
  const attempt = async (): Promise<void> => {
    clearTimeout(timer);
    saidMeanwhile = false;
    const { trouble } = await core.syncNow();
    failures = trouble === null || trouble === "revoked" ? 0 : failures + 1;
    unsent = core.sync().unsent;
    // What was said while this try was fetching already does not wait for the calm.
    wait(saidMeanwhile && failures === 0 ? soon : nextPause(failures, Math.random()));
  };
  const now = (): void => void attempt();
  const looked = (): void => {
    if (document.visibilityState === "visible") now();
  };
  const unsubscribe = core.subscribe(() => {
    const { unsent: since, phase } = core.sync();
    if (since > unsent && phase !== "idle") saidMeanwhile = true;
    if (since > unsent && phase === "idle" && failures === 0) wait(soon);
    unsent = since;
  });
  addEventListener("online", now);
  document.addEventListener("visibilitychange", looked);
  now();
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    removeEventListener("online", now);
    document.removeEventListener("visibilitychange", looked);
  };
}
