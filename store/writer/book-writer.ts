/**
 * The one writer of one book. Whatever waits becomes one transaction (group commit); each act is answered on its own. While
 * one batch is being made durable the next one gathers, so one slow disk does not mean one act at a time.
 */
import type pg from "pg";
import { refused } from "../../kernel/refusal.ts";
import { isAway } from "../connection/away.ts";
import { unreadOf } from "./intake.ts";
import { BookUnknown, type Desk, type Memory, type Taken, takeBatch, type Waiting } from "./transaction.ts";

/** Most acts in one transaction. */
export const mostInBatch = 1_000;
/** Longest time a first act waits for company, in milliseconds. */
const longestGathering = 5;
/** A page that has grown past this many reads is dropped and begun anew. */
const mostRemembered = 50_000;

type Queued = Waiting & {
  readonly answer: (taken: Taken) => void;
  readonly fail: (error: unknown) => void;
};

/** Takes acts of one book, in order of arrival. */
export class BookWriter {
  private readonly pool: pg.Pool;
  private readonly desk: Desk;
  private readonly queue: Queued[] = [];
  private memory: Memory | null = null;
  private running = false;
  /** How many acts are likely to come together: those just answered, who speak again, and those who waited meanwhile. */
  private expected = 1;
  private lastMilliseconds = 0;
  private wake: (() => void) | null = null;

  constructor(pool: pg.Pool, desk: Desk) {
    this.pool = pool;
    this.desk = desk;
  }

  /** Puts acts in the book's turn; answers in the order given, once they are durable. */
  take(waiting: readonly Waiting[]): Promise<readonly Taken[]> {
    const answers = waiting.map(
      (one) =>
        new Promise<Taken>((answer, fail) => {
          this.queue.push({ ...one, answer, fail });
        }),
    );
    if (this.queue.length >= this.expected) this.wake?.();
    if (!this.running) void this.run();
    return Promise.all(answers);
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.queue.length > 0) {
      await this.gather();
      const batch = this.queue.splice(0, mostInBatch);
      const began = performance.now();
      await this.takeTogether(batch);
      this.expected = Math.min(mostInBatch, batch.length + this.queue.length);
      this.lastMilliseconds = performance.now() - began;
    }
    this.running = false;
  }

  /**
   * Waits a little for those just answered to speak again, never more than half of what the last batch took. Without it half of
   * the speakers wait while the other half is written, for ever, and each batch pays for a whole commit.
   */
  private gather(): Promise<void> {
    if (this.queue.length >= this.expected) return new Promise((go) => setImmediate(go));
    const patience = Math.min(longestGathering, this.lastMilliseconds / 2);
    return new Promise((go) => {
      const end = () => {
        clearTimeout(timer);
        this.wake = null;
        go();
      };
      const timer = setTimeout(end, patience);
      this.wake = end;
    });
  }

  private async takeTogether(batch: readonly Queued[]): Promise<void> {
    try {
      const { taken, memory } = await takeBatch(this.pool, this.desk, batch, this.memory);
      this.memory = memory.page.size > mostRemembered ? null : memory;
      for (const [at, one] of batch.entries()) one.answer(taken[at] as Taken);
    } catch (error) {
      this.memory = null;
      if (batch.length === 1) await this.fallBack(batch[0] as Queued, error);
      else if (error instanceof BookUnknown || isAway(error)) for (const one of batch) one.fail(error);
      else for (const one of batch) await this.takeTogether([one]); // A batch that fails is tried act by act.
    }
  }

  /** An act that the database does not take is our own fault: its bytes are kept, and tried again after an upgrade. */
  private async fallBack(one: Queued, error: unknown): Promise<void> {
    if (error instanceof BookUnknown || isAway(error) || "unread" in one.item) return one.fail(error);
    const { heard } = one.item;
    const problem = error instanceof Error ? error.message : "unknown";
    const because = refused("act.our-fault", { kind: heard.body.kind, problem }).refusal;
    const unread = unreadOf(heard, one.source, because);
    try {
      const { taken } = await takeBatch(this.pool, this.desk, [{ source: one.source, item: { unread } }], null);
      one.answer(taken[0] as Taken);
    } catch (failure) {
      one.fail(failure);
    }
  }
}
