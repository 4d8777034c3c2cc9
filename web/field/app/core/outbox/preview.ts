/** What would follow from an act, if it were said now. */
import type { Preview } from "../../ports.ts";
import { heardHere } from "../book/overlay.ts";
import type { Telephone } from "../telephone.ts";
import { bodyText, tried } from "./body.ts";
import { newId } from "./naming.ts";

/** Folds an act on trial, as if the clerk who is in said it now. Nothing is kept. */
export function preview(telephone: Telephone, kind: string, says: unknown): Preview {
  const { enrolled, clerk, counters, clerks, tools } = telephone;
  const at = telephone.now();
  const by = clerk ?? clerks.keys().next().value ?? enrolled.device;
  const text = bodyText(telephone, { act: newId(telephone), kind, says, by, at });
  if (text === null) return { unreadable: [{ code: "act.kind-unknown", facts: { kind } }] };
  const hearing = heardHere({ text, book: enrolled.book, at, sequence: counters.next }, tools);
  if ("heard" in hearing && hearing.heard.misread.length > 0) return { unreadable: hearing.heard.misread };
  const laid = tried(telephone, text, at);
  return "kept" in laid ? { unreadable: [laid.kept] } : laid;
}
