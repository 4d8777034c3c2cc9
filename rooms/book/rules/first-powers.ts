/**
 * The matrix a book begins with when its founders name none. Money and goods are kept apart: who receives does not settle, who
 * settles does not close, and the auditor sees everything and changes nothing. Any book changes it by `powers.publish`.
 */
import { allPowers, type PowerLimit, type PowerMatrix } from "./powers.ts";

const may = (...powers: readonly (typeof allPowers)[number][]): readonly PowerLimit[] =>
  powers.map((power) => ({ power }));

/**
 * Two people where one could hurt the group unseen: who reviewed a settlement does not close it, and a credit granted by the
 * treasurer waits for the manager. A group of fewer than three officers may waive it, and begins so (`powers.waive-second`).
 *
 * Powers of the manager, treasurer, clerk, technician, auditor and member. Balances a book starts with are recorded, and its
 * backups made, by the manager and the treasurer; identity numbers and telephones are shown to the manager and to the clerk,
 * who keeps the register by them.
 */
export const firstPowers: PowerMatrix = {
  manager: may(...allPowers).map((one) => (one.power === "close-settlement" ? { ...one, apart: true } : one)),
  treasurer: may(
    "record-price",
    "give-advance",
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
  ).concat({ power: "grant-credit", second: true }),
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
