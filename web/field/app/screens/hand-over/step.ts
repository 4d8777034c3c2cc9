/** What each step of a hand-over is given. */
import type { Facts } from "./facts.ts";
import type { HandOverDraft } from "./rules/draft.ts";
import type { Change } from "./use-draft.ts";

export type Step = {
  readonly id: string;
  readonly draft: HandOverDraft;
  readonly facts: Facts;
  readonly change: Change;
};
