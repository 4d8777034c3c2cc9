/** Imports at work in this server: one at a time in a book, with how far each is kept where a restart finds it. */
import { mkdirSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { choices as choicesSchema } from "../../exchange/starts/choices.ts";
import { assert, refused } from "../../kernel/refusal.ts";
import type { Services } from "../server/services.ts";
import { type Bench, carryOut } from "./carry-out.ts";
import { type Run, type Runs, runsOf } from "./runs.ts";

/** Where a run's file and its waiting rows lie. */
export const folderOf = (services: Services, book: string): string =>
  join(services.installation.home.root, "imports", book);
export const pathOf = (services: Services, book: string, run: string): string =>
  join(folderOf(services, book), `${run}.sheet`);
export const waitingPathOf = (services: Services, book: string, run: string): string =>
  join(folderOf(services, book), `${run}.waiting`);

/** The imports of a book of these services. */
export const runsHere = ({ installation }: Services, book: string): Runs =>
  runsOf(installation.store.connect("app"), book, () => new Date(installation.now()).toISOString());

/** What imports of these services work with. */
export const benchOf = ({ installation, catalogues }: Services): Bench => ({
  pool: installation.store.connect("app"),
  writers: installation.writers,
  catalogues,
  now: installation.now,
});

/** Between two notes of how far an import is, in milliseconds. */
const noteEvery = 1_000;
/** A run that says it is at work and has said nothing for so long was broken off with its server. */
const longestSilence = 15_000;

const working = new WeakMap<Services, Map<string, Promise<void>>>();

const jobsOf = (services: Services): Map<string, Promise<void>> => {
  const known = working.get(services) ?? new Map<string, Promise<void>>();
  working.set(services, known);
  return known;
};

/** Waits until a run's work, if there is any here, has ended. For tests and for closing. */
export const workOf = (services: Services, run: string): Promise<void> =>
  jobsOf(services).get(run) ?? Promise.resolve();

/** Whether a run says that it is at work and nobody works on it: the server was stopped in the middle. */
export function isBrokenOff(services: Services, run: Run): boolean {
  if (run.stage !== "trying" && run.stage !== "running") return false;
  if (jobsOf(services).has(run.run)) return false;
  return services.installation.now() - Date.parse(run.changedAt) > longestSilence;
}

/** How long a file that was brought and its waiting rows are kept: they hold people's names. */
export const daysKept = 30;
const aDay = 24 * 60 * 60 * 1_000;

/** Most bytes that files of one book may take together, whoever brings them: four of the largest. */
export const mostKept = 1024 * 1024 * 1024;

/**
 * Deletes files of imports that have lain for longer than they are kept, and the oldest ones where all take more than `most` bytes;
 * none that is at work. Called when the next one is brought.
 */
export async function swept(services: Services, book: string, most: number = mostKept): Promise<void> {
  const folder = folderOf(services, book);
  const names = await readdir(folder).catch(() => []);
  const before = Date.now() - daysKept * aDay; // By the clock of the files, whatever the book's is.
  const lying: { readonly path: string; readonly bytes: number; readonly since: number }[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && !isAtWork(services, name))
      lying.push({ path, bytes: found.size, since: Math.floor(found.mtimeMs) });
  }
  let kept = 0;
  for (const { path, bytes, since } of lying.sort((one, other) => other.since - one.since)) {
    kept += bytes;
    if (since < before || kept > most) await rm(path, { force: true });
  }
}

const isAtWork = (services: Services, name: string): boolean => jobsOf(services).has(name.split(".")[0] ?? "");

/** Begins to try or to carry out an import with the choices kept with it; what comes of it is kept with it too. */
export async function begin(services: Services, book: string, run: Run, what: "trying" | "running"): Promise<void> {
  const runs = runsHere(services, book);
  const jobs = jobsOf(services);
  if (jobs.has(run.run)) return;
  await runs.change(run.run, { stage: what, rows: "0" });
  const work = carriedOut(services, book, run, what, runs)
    .catch(async (error: unknown) => {
      const reference = crypto.randomUUID();
      services.report(reference, error);
      const { refusal } = refused("request.our-fault", { reference });
      await runs.change(run.run, { stage: "failed", told: { refusal } }).catch(() => undefined);
    })
    .finally(() => jobs.delete(run.run));
  jobs.set(run.run, work);
}

async function carriedOut(
  services: Services,
  book: string,
  run: Run,
  what: "trying" | "running",
  runs: Runs,
): Promise<void> {
  const choices = choicesSchema.safeParse(run.choices);
  assert(choices.success, "the choices of a run were checked when they were kept");
  mkdirSync(folderOf(services, book), { recursive: true, mode: 0o700 });
  let noted = services.installation.now();
  let noting: Promise<unknown> = Promise.resolve();
  const ended = await carryOut(benchOf(services), {
    path: pathOf(services, book, run.run),
    digest: run.digest,
    book,
    seat: run.seat,
    agent: run.by,
    choices: choices.data,
    trial: what === "trying",
    waitingPath: waitingPathOf(services, book, run.run),
    progress: (rows) => {
      const now = services.installation.now();
      if (now - noted < noteEvery) return;
      noted = now;
      noting = noting.then(() => runs.change(run.run, { rows: `${rows}` }));
    },
  });
  await noting;
  const trial = what === "trying";
  if (!ended.ok) return runs.change(run.run, { stage: "failed", told: { refusal: ended.refusal, trial } });
  const { account, header } = ended.value;
  if (!trial) await rm(pathOf(services, book, run.run), { force: true }); // It is in the book; what waits is kept apart.
  await runs.change(run.run, {
    stage: trial ? "tried" : "done",
    told: { account, header, trial },
    rows: `${account.read}`,
  });
}
