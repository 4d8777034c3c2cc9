/**
 * Keeping what follows from the acts beside them, behind whatever a clerk waits for: blocks of entries and blocks of rows, one stroke at
 * a time. It is never the truth: each stroke expects that nothing was changed since, and what cannot be kept is worked out anew.
 */
import { hasEntriesToKeep, keepEntries } from "../outbox/changing.ts";
import type { Telephone } from "../telephone.ts";
import type { Followed } from "./block.ts";
import { addTo, blocksGone, changesOfRows, type ReadLaid, type RowsRoot, rootKey, type Sums } from "./rows.ts";

/** What a tab has laid since the last block, and what it knows of the blocks. */
export class Behind {
  /** Null: another tab keeps them, or a row could not be kept as it is. Then this tab leaves it. */
  private pending: Followed[] | null = [];
  private root: RowsRoot | null = null;
  private sums: Sums = new Map();
  private scheduled = false;

  /** Begins anew: after opening with what was kept, or with nothing after all was folded again. */
  begin(kept: ReadLaid | null): void {
    this.pending = [];
    this.root = kept?.root ?? null;
    this.sums = new Map(kept?.sums ?? []);
  }

  laid(followed: Followed): void {
    this.pending?.push(followed);
  }

  /** Keeps what has come together, when there is time; again, until there is no whole block left. */
  schedule(telephone: Telephone): void {
    if (this.scheduled || !this.hasWork(telephone)) return;
    this.scheduled = true;
    telephone.effects.whenIdle(async () => {
      const kept = await telephone.inTurn(() => this.step(telephone)).catch(() => false);
      this.scheduled = false;
      if (kept) this.schedule(telephone);
    });
  }

  private hasWork(telephone: Telephone): boolean {
    return (this.pending?.length ?? 0) >= telephone.keeping.block || hasEntriesToKeep(telephone);
  }

  /** One stroke; false: it was not made, and trying again at once would not help. */
  private async step(telephone: Telephone): Promise<boolean> {
    return (await keepEntries(telephone)) || (await this.keepRows(telephone));
  }

  private async keepRows(telephone: Telephone): Promise<boolean> {
    const { effects, cursor, keeping } = telephone;
    const { pending } = this;
    if (pending === null || pending.length < keeping.block) return false;
    const followed = pending.slice(0, keeping.block);
    const before = (await effects.storage.read("laid", rootKey)) as RowsRoot | undefined;
    const isOwn = this.root !== null && JSON.stringify(before) === JSON.stringify(this.root);
    if ((this.root !== null && !isOwn) || telephone.cursor !== cursor || this.pending !== pending)
      return this.leave(pending);
    const base = this.root ?? { app: effects.app, laid: cursor.laid, through: 0, blocks: [] };
    const sums = new Map(this.sums);
    for (const one of followed) addTo(sums, one.tallies);
    const made = changesOfRows(base, followed, sums);
    const changes = [...(isOwn ? [] : blocksGone(before)), ...made.changes];
    const expected = [
      { store: "meta", key: "cursor", value: cursor },
      { store: "laid", key: rootKey, value: before },
    ] as const;
    if (!(await effects.storage.commit(changes, expected)) || this.pending !== pending) return this.leave(pending);
    this.pending = pending.slice(keeping.block);
    Object.assign(this, { root: made.root, sums });
    return true;
  }

  /** Another tab has kept something else, or all was laid anew meanwhile. */
  private leave(pending: readonly Followed[]): false {
    if (this.pending === pending) this.pending = null;
    return false;
  }
}
