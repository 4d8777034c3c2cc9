/**
 * Changing acts that are in the outbox already: what the book said of them, their place, or that they leave. One stroke, in which the
 * blocks beside them change too; where those do not stand any more they are left behind, and no longer believed by anybody.
 */
import { hexText } from "../../../../../kernel/hash.ts";
import type { KeptEntry } from "../kept.ts";
import { type Change, drop, type Expected, put } from "../storage/storage.ts";
import type { Telephone } from "../telephone.ts";
import { blocksToKeep, changedItem, changesOfBlocks, type EntriesRoot, rootKey } from "./entries.ts";

/** What changes: entries as they are now, sequences of acts that leave, and what else is of the same stroke. */
export type Changing = {
  readonly changed?: readonly KeptEntry[];
  readonly gone?: ReadonlySet<number>;
  readonly also?: readonly Change[];
  readonly expected?: readonly Expected[];
};

/** The turn of a tab that does not know all changes any more: no stroke writes it. */
const stale = "stale";

/** Makes the stroke. False: what was expected no longer stands, and nothing was changed. */
export const changeActs = (telephone: Telephone, changing: Changing): Promise<boolean> =>
  telephone.inTurn(() => changeInTurn(telephone, changing));

async function changeInTurn(telephone: Telephone, changing: Changing): Promise<boolean> {
  const { storage, chance } = telephone.effects;
  const { changed = [], gone = new Set(), also = [], expected = [] } = changing;
  if (changed.length === 0 && gone.size === 0) return storage.commit(also, expected);
  const bySequence = new Map(changed.map((one) => [one.sequence, one]));
  const wholes = await telephone.wholes(changed);
  const turn = hexText(chance(8));
  const acts = [
    ...wholes.map((whole) =>
      put("outbox", whole.sequence, changedItem(whole, bySequence.get(whole.sequence) as KeptEntry)),
    ),
    ...[...gone].map((sequence) => drop("outbox", sequence)),
    put("meta", "turn", turn),
    ...also,
  ];
  const after = (): readonly KeptEntry[] =>
    telephone.items.flatMap((one) => (gone.has(one.sequence) ? [] : (bySequence.get(one.sequence) ?? one)));
  const beside = besideThem(telephone, after(), new Set([...bySequence.keys(), ...gone]), turn);
  if (await storage.commit([...acts, ...beside.changes], [...expected, ...beside.expected])) {
    Object.assign(telephone, { turn, root: beside.root, items: after() });
    return true;
  }
  if (!(await storage.commit(acts, expected))) return false;
  Object.assign(telephone, { turn: stale, root: null, items: after() });
  return true;
}

type Beside = {
  readonly root: EntriesRoot | null;
  readonly changes: readonly Change[];
  readonly expected: readonly Expected[];
};

/** What is kept beside the acts, and that nobody else has changed any since this tab read them. */
function besideThem(
  telephone: Telephone,
  after: readonly KeptEntry[],
  touched: ReadonlySet<number>,
  turn: string,
): Beside {
  const expected: Expected[] = [{ store: "meta", key: "turn", value: telephone.turn ?? undefined }];
  if (telephone.root === null) return { root: null, changes: [], expected };
  expected.push({ store: "laid", key: rootKey, value: telephone.root });
  return { ...changesOfBlocks(telephone.root, after, touched, turn), expected };
}

const next = ({ root, items, effects, turn, keeping }: Telephone) =>
  turn === stale ? null : blocksToKeep(root, items, { app: effects.app, turn, size: keeping.block });

/** Whether entries have come together that are not kept beside the acts yet. */
export const hasEntriesToKeep = ({ root, items, turn, keeping }: Telephone): boolean =>
  turn !== stale && (items.at(-1)?.sequence ?? 0) - (root?.through ?? 0) >= keeping.block;

/** Keeps the next of them; false: there is none, or it could not be. Run it in turn. */
export async function keepEntries(telephone: Telephone): Promise<boolean> {
  const made = next(telephone);
  if (made === null) return false;
  const { storage } = telephone.effects;
  const before = telephone.root ?? (await storage.read("laid", rootKey));
  const expected = [
    { store: "meta", key: "turn", value: telephone.turn ?? undefined },
    { store: "laid", key: rootKey, value: before },
  ] as const;
  if (!(await storage.commit(made.changes, expected))) {
    telephone.turn = stale;
    return false;
  }
  telephone.root = made.root;
  return true;
}
