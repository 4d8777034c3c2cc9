/**
 * The matrix a book begins with when its founders name none. Money and goods are kept apart: who receives does not settle, who
 * settles does not close, and the auditor sees everything and changes nothing. Any book changes it by `powers.publish`.
 */
import { allPowers, type PowerLimit, type PowerMatrix } from "./powers.ts";

const may = (...powers: readonly (typeof allPowers)[number][]): readonly PowerLimit[] =>
  powers.map((power) => ({ power }));

/**
 * Powers of the manager, treasurer, clerk, technician, auditor and member. Balances a book starts with are recorded, and its
 * backups made, by the manager and the treasurer; identity numbers and telephones are shown to the manager and to the clerk,
 * who keeps the register by them.
 */
export const firstPowers: PowerMatrix = {
  manager: may(...allPowers),
  treasurer: may(
    "record-price",
    "give-advance",
    "grant-credit",
    "draft-settlement",
    "review-settlement",
    "pay",
    "answer-question",
    "close-accounting-day",
    "record-opening",
    "back-up",
    "see-members",
    "see-deliveries",
    "see-statements",
    "see-ledger",
  ),
  clerk: may(
    "receive",
    "void-receipt",
    "keep-register",
    "record-price",
    "draft-settlement",
    "see-members",
    "see-deliveries",
    "see-personal",
  ),
  technician: may("grade", "keep-register", "see-members", "see-deliveries"),
  auditor: may("audit", "see-members", "see-deliveries", "see-statements", "see-ledger"),
  member: may(),
};
