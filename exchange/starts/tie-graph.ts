/** Who is tied to whom by kinship or household, to find ties that lead back to where they began. */

/** Ties of one kind as arrows from agent to agent. */
export class TieGraph {
  private readonly arrows = new Map<string, Set<string>>();

  /** Adds an arrow. */
  add(kind: string, from: string, to: string): void {
    const key = `${kind}|${from}`;
    const there = this.arrows.get(key);
    if (there === undefined) this.arrows.set(key, new Set([to]));
    else there.add(to);
  }

  /** Whether there is this very arrow. */
  has = (kind: string, from: string, to: string): boolean => this.arrows.get(`${kind}|${from}`)?.has(to) ?? false;

  /** Whether arrows of the kind lead from one agent to another, over however many. */
  leads(kind: string, from: string, to: string): boolean {
    const seen = new Set<string>();
    const open = [from];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === to) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      for (const one of this.arrows.get(`${kind}|${next}`) ?? []) open.push(one);
    }
    return false;
  }
}
