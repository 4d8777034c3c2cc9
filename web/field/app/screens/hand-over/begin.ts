/** How a hand-over begins, goes on where it was left, and changes whom it is for. */
import { kilogramsOf } from "../../../../../kernel/quantity/index.ts";
import type { FieldCore } from "../../ports.ts";
import type { Field } from "../../screen.ts";
import { type DraftWho, type HandOverDraft, newDraft, readDraft, standing } from "./rules/draft.ts";
import { weightsIn } from "./rules/weigh.ts";

/** The kind under which drafts of hand-overs are kept. */
export const draftKind = "hand-over";

/** Somebody of the register, or somebody whom nobody finds there; the name may be empty. */
export type Who = { readonly agent: string } | { readonly unknown: { readonly name: string } };

/** Keyed in from a pre-printed slip: which pad, its serial ("451"), the day on it, and the agent who wrote it. */
export type OnPaper = { readonly pad: string; readonly serial: string; readonly day: string; readonly writer: string };

const whoOf = (core: FieldCore, who: Who): DraftWho =>
  "agent" in who ? { agent: who.agent } : { agent: core.newId(), unknown: who.unknown.name };

/** Keeps a new draft. False: the telephone has no room for it. */
export async function keepNew(core: FieldCore, draft: HandOverDraft): Promise<boolean> {
  return core.drafts.write({ id: draft.delivery, kind: draftKind, begun: core.now(), value: draft });
}

/** Begins a hand-over and goes to it. */
export async function beginHandOver(
  field: Field,
  who: Who,
  how: { readonly paper?: OnPaper; readonly replacing?: string } = {},
): Promise<void> {
  const { core } = field;
  const paper = how.paper ?? null;
  const draft = newDraft(core.newId(), { who: whoOf(core, who), paper, replacing: how.replacing ?? null });
  await keepNew(core, draft);
  field.replace("hand-over", draft.delivery);
}

/** The hand-over is somebody else's: what was weighed stays. */
export async function changeWho(field: Field, draftId: string, who: Who): Promise<void> {
  const { core } = field;
  const kept = core.drafts.all().find((one) => one.id === draftId);
  const draft = readDraft(kept?.value);
  if (kept === undefined || draft === null) return field.replace("turn");
  await core.drafts.write({ ...kept, value: { ...draft, who: whoOf(core, who) } });
  field.replace("hand-over", draftId);
}

/** A hand-over that was begun and not given yet. `gross` in kilograms. */
export type Begun = {
  readonly id: string;
  readonly who: Who;
  readonly begun: string;
  readonly bags: number;
  readonly gross: string;
};

/** All that were begun, the newest first. */
export const begunHandOvers = (core: FieldCore): readonly Begun[] =>
  core.drafts
    .all()
    .filter((one) => one.kind === draftKind)
    .flatMap((one) => {
      const draft = readDraft(one.value);
      if (draft === null) return [];
      const { agent, unknown } = draft.who;
      const who: Who = unknown === undefined ? { agent } : { unknown: { name: unknown } };
      const bags = standing(draft).reduce((sum, { count }) => sum + count, 0);
      return [{ id: one.id, who, begun: one.begun, bags, gross: kilogramsOf(weightsIn(draft).gross) }];
    })
    .sort((a, b) => (a.begun < b.begun ? 1 : -1));

/** Goes on with a hand-over where it was left. */
export const resumeHandOver = (field: Field, id: string): void => field.go("hand-over", id);
