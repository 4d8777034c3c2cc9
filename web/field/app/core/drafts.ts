/** Drafts: what was typed and not said yet. Each key that is pressed is kept; the newest wins. */
import type { Draft } from "../ports.ts";
import { drop, put, StorageFull } from "./storage/storage.ts";
import type { Telephone } from "./telephone.ts";

/** Keeps a draft as it is now. False: there was no room, and the screen says so. */
export async function writeDraft(telephone: Telephone, draft: Draft): Promise<boolean> {
  telephone.drafts = new Map([...telephone.drafts, [draft.id, draft]]);
  try {
    await telephone.effects.storage.commit([put("drafts", draft.id, draft)]);
    telephone.ailing.storageFull = false;
    return true;
  } catch (error) {
    telephone.ailing.storageFull = error instanceof StorageFull;
    return false;
  } finally {
    telephone.told("drafts");
  }
}

/** Lets a draft go. */
export async function dropDraft(telephone: Telephone, id: string): Promise<void> {
  telephone.drafts = new Map([...telephone.drafts].filter(([one]) => one !== id));
  await telephone.effects.storage.commit([drop("drafts", id)]).catch(() => false);
  telephone.told("drafts");
}
