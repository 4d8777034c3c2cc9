/** Matrices that earlier releases gave a new book, kept as they were: what stands in old books is derived from them. Never edited. */
import type { PowerMatrix } from "./powers.ts";

const may = (powers: string): PowerMatrix[string] => powers.split(" ").map((power) => ({ power }));

const seeing = "see-members see-deliveries";
const seeingAll = `${seeing} see-statements see-ledger`;

/** The first matrix of release 0.1.0, under rules 1 of `book.open`. */
export const firstPowersOf010: PowerMatrix = {
  manager: may(
    `settings manage-seats manage-devices keep-register erase-person open-season publish-price record-price receive void-receipt grade give-advance grant-credit draft-settlement review-settlement close-settlement pay answer-question close-accounting-day exchange-letters ${seeingAll} audit`,
  ),
  treasurer: may(
    `record-price give-advance grant-credit draft-settlement review-settlement pay answer-question close-accounting-day ${seeingAll}`,
  ),
  clerk: may(`receive void-receipt keep-register record-price draft-settlement ${seeing}`),
  technician: may(`grade keep-register ${seeing}`),
  auditor: may(`audit ${seeingAll}`),
  member: [],
};
