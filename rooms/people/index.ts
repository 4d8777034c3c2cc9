/** The room `people`: persons, households, organisations, and the dated ties between them. */
import type { ActDeclaration } from "../../kernel/act/declaration.ts";
import type { RecordDeclaration } from "../../kernel/act/record.ts";
import type { ViewDeclaration } from "../../kernel/view.ts";
import * as declared from "./acts.ts";
import { agent, agentAccount, agentDeath, erasure, memberCard, profile, retention, taxpayer, tie } from "./records.ts";
import * as shown from "./views.ts";

/** The acts of this room. */
export const acts: readonly ActDeclaration[] = Object.values(declared);
/** The views of this room. */
export const views: readonly ViewDeclaration[] = Object.values(shown);
/** The records of this room. */
export const records = [
  ...[agent, profile, tie, erasure, retention, memberCard, agentAccount, agentDeath, taxpayer],
] as unknown as readonly RecordDeclaration[];
