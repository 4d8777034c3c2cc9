/** `ayni start`: the server on this machine, set up when it is new, until it is asked to end. */

import { exampleName } from "../examples/three-quebradas/ids.ts";
import { dailyBackup } from "../store/backup/job.ts";
import { backupOf } from "../store/backup/settings.ts";
import { whenAskedToEnd } from "../store/embedded/signals.ts";
import { dailySweep } from "../store/installation/accounts-sweep.ts";
import type { Installation } from "../store/installation/open.ts";
import { type Job, type Jobs, startJobs } from "../store/jobs/clock.ts";
import { exampleNoted, noteExample } from "../web/door/example.ts";
import { sentenceOf } from "../web/language/sentence.ts";
import { booksHere, managingSeat } from "../web/server/operator.ts";
import { type Command, type Desk, installationHere, tellRefusal, tellUse, told, well } from "./command.ts";
import { makeExample } from "./example.ts";
import { isPort, openSockets, type Sockets } from "./start-listening.ts";

/** Starts the server and says where it is. It ends by SIGTERM, SIGINT or SIGHUP, with everything put away. */
export const start: Command = async (words, desk) => {
  if (words.length > 0) return tellUse("start", desk);
  for (const asked of [desk.environment.PORT, desk.environment.AYNI_SECURE_PORT])
    if (asked !== undefined && !isPort(asked)) return tellUse("start", desk);
  let sockets: Sockets | null = null;
  let installation: Installation | null = null;
  let asking = false;
  const clock = new AbortController();
  let jobs: Jobs | null = null;
  const putAway = async (): Promise<void> => {
    asking = true;
    desk.out(told(desk, "start.stopping"));
    await sockets?.close();
    clock.abort();
    await jobs?.stop();
    await installation?.close();
    desk.out(told(desk, "start.stopped"));
  };
  const stopListening = whenAskedToEnd(putAway);
  const progress = (step: "database" | "migrations" | "ready"): void => {
    if (step !== "ready") desk.out(told(desk, `start.${step}`));
  };
  const opened = await installationHere(desk, { join: false, progress });
  if (!opened.ok) {
    stopListening();
    return tellRefusal(opened.refusal, desk);
  }
  installation = opened.value;
  if (asking) return well; // Asked to end while it began: `putAway` found nothing yet, so what was opened goes with the process.
  await beginFirstBook(installation, desk);
  const bound = await openSockets(installation, desk);
  if (!bound.ok) {
    stopListening();
    await installation.close();
    return tellRefusal(bound.refusal, desk);
  }
  sockets = bound.value;
  desk.out(told(desk, "start.ready", { address: sockets.address }));
  if (sockets.secureAddress !== null) desk.out(told(desk, "start.secure", { address: sockets.secureAddress }));
  jobs = byTheClock(installation, clock.signal, desk, sockets.jobs);
  await sayEntries(installation, sockets.origin, desk);
  return well; // The open socket keeps the process.
};

/** What is done by itself while the server runs: the daily backup, and taking away what is long past of coming in. */
function byTheClock(installation: Installation, signal: AbortSignal, desk: Desk, more: readonly Job[]): Jobs {
  const backup = dailyBackup({ ...backupOf(installation, desk.environment, "daily"), signal }, (outcome) => {
    if (outcome.ok) desk.out(told(desk, "start.backup-done", { path: outcome.value.path }));
    else desk.tell(told(desk, "start.backup-failed", { why: sentenceOf(outcome.refusal, desk.say) }));
  });
  const sweep = dailySweep(installation.store.connect("keeper"), installation.now);
  return startJobs([backup, sweep, ...more], (job, error) => console.error(job, error));
}

/** A new installation begins with the example cooperative, so that there is something to look at; one taken away stays away. */
async function beginFirstBook(installation: Installation, desk: Desk): Promise<void> {
  const { store, now } = installation;
  const [app, keeper] = [store.connect("app"), store.connect("keeper")];
  const noted = await exampleNoted(app);
  if (noted === "removed") return;
  const here = await booksHere(keeper);
  if (here.length === 0) desk.out(told(desk, "start.example"));
  const made = await makeExample(installation, here);
  const example = made ?? here.find(({ name }) => name === exampleName)?.book;
  if (noted === "never" && example !== undefined) await noteExample(app, example, now());
}

/** One link for each book: the operator of the machine comes in on the seat that manages it. */
async function sayEntries({ store, sessions }: Installation, address: string, desk: Desk): Promise<void> {
  if ((await exampleNoted(store.connect("app"))) === "here") desk.out(told(desk, "start.example-waits"));
  for (const here of await booksHere(store.connect("keeper"))) {
    const seat = managingSeat(here);
    if (seat === null) continue;
    const entry = await sessions.makeEntry({ book: here.book, seat: seat.seat, agent: seat.agent });
    desk.out(told(desk, "start.entry", { name: here.name, book: here.book, link: `${address}/enter/${entry}` }));
  }
}
