/** Issuing documents for many sellers, one after another: how far it is, and who is held and why. What is issued stands if it breaks off. */
import { derivedUuid } from "../../../kernel/ids.ts";
import type { Refusal } from "../../../kernel/refusal.ts";
import type { FormAt } from "../../desk/page.ts";
import type { Services } from "../../server/services.ts";

/** A seller whose statements wait. */
export type Waiting = {
  readonly agent: string;
  readonly member_number: string | null;
  readonly name: string | null;
  readonly statements: readonly string[];
};

/** One that could not be documented, with all that stands against it. */
export type HeldSeller = Pick<Waiting, "agent" | "member_number" | "name"> & { readonly reasons: readonly Refusal[] };

/** How far the work of a book is. */
export type Progress = {
  readonly series: string;
  readonly total: number;
  readonly issued: number;
  readonly proposed: number;
  readonly held: readonly HeldSeller[];
  readonly isDone: boolean;
};

/** Sellers documented at once: the writer takes what waits for a book together. */
const atOnce = 25;

const running = new WeakMap<Services, Map<string, { progress: Progress; work: Promise<void> }>>();
const jobsOf = (services: Services) => {
  const known = running.get(services) ?? new Map<string, { progress: Progress; work: Promise<void> }>();
  running.set(services, known);
  return known;
};

/** How far the last work of this seat in this book is; null when there was none since the server began. */
export const progressOf = (services: Services, book: string, seat: string): Progress | null =>
  jobsOf(services).get(`${book}|${seat}`)?.progress ?? null;

/** Begins to issue for these sellers, each under an id of its own; resolves when all were taken up. One work at a time for a seat. */
export function begin(at: FormAt, series: string, sellers: readonly Waiting[]): Promise<void> {
  const jobs = jobsOf(at.services);
  const key = `${at.book}|${at.session.seat}`;
  const before = jobs.get(key);
  if (before !== undefined && !before.progress.isDone) return before.work;
  const job = {
    progress: { series, total: sellers.length, issued: 0, proposed: 0, held: [], isDone: false } as Progress,
    work: Promise.resolve(),
  };
  jobs.set(key, job);
  job.work = work(at, series, sellers, (change) => {
    job.progress = change(job.progress);
  });
  return job.work;
}

type Change = (change: (before: Progress) => Progress) => void;

async function work(at: FormAt, series: string, sellers: readonly Waiting[], note: Change): Promise<void> {
  try {
    for (let from = 0; from < sellers.length; from += atOnce)
      await Promise.all(sellers.slice(from, from + atOnce).map((one) => issueFor(at, series, one, note)));
  } finally {
    note((before) => ({ ...before, isDone: true }));
  }
}

async function issueFor(at: FormAt, series: string, one: Waiting, note: Change): Promise<void> {
  const document = derivedUuid(`${at.idOf("documents")}|${one.agent}`);
  const spoken = await at.speak("purchase-document.issue", { document, series, statements: one.statements });
  const { agent, member_number, name } = one;
  if (spoken.outcome === "refused")
    return note((before) => ({
      ...before,
      held: [...before.held, { agent, member_number, name, reasons: spoken.refusals }],
    }));
  note((before) =>
    spoken.waitsUntil === undefined
      ? { ...before, issued: before.issued + 1 }
      : { ...before, proposed: before.proposed + 1 },
  );
}
