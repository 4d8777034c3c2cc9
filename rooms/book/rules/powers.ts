/** Powers: what a role may do, up to which limits. A matrix is dated data of the book, never code. */
import * as z from "zod/mini";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { codeSchema, currencySchema, notNegativeSchema } from "../../../kernel/schema.ts";

/** Every power there is. Those beginning with `see-`, and `audit`, only let one look. */
export const allPowers = [
  "settings",
  "manage-seats",
  "manage-devices",
  "keep-register",
  "erase-person",
  "open-season",
  "publish-price",
  "record-price",
  "receive",
  "void-receipt",
  "grade",
  "give-advance",
  "grant-credit",
  "draft-settlement",
  "review-settlement",
  "close-settlement",
  "pay",
  "answer-question",
  "close-accounting-day",
  "exchange-letters",
  "record-opening",
  "back-up",
  "see-members",
  "see-deliveries",
  "see-statements",
  "see-ledger",
  "see-personal",
  "audit",
] as const;

/** A power with its limits: `upTo` an amount of `currency` per act, one `product` only, a `second` signature wanted. */
export const powerLimit = z.strictObject({
  power: codeSchema,
  upTo: z.optional(notNegativeSchema),
  currency: z.optional(currencySchema),
  product: z.optional(codeSchema),
  second: z.optional(z.boolean()),
});
export type PowerLimit = z.infer<typeof powerLimit>;

/** Role to powers. */
export const powerMatrix = z.record(codeSchema, z.array(powerLimit).check(z.maxLength(100)));
export type PowerMatrix = Readonly<Record<string, readonly PowerLimit[]>>;

/** What the role `manager` never loses, so that no matrix can lock everybody out of the book. */
export const keptByManager = ["settings", "manage-seats", "manage-devices", "answer-question"] as const;

/**
 * What is wrong with a matrix; empty when nothing is.
 * Codes: `powers.unknown` (a power that does not exist), `powers.limit-without-currency`, `powers.manager-keeps`.
 */
export function checkMatrix(matrix: PowerMatrix): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const [role, limits] of Object.entries(matrix)) {
    for (const [at, limit] of limits.entries()) {
      const field = `powers.${role}.${at}`;
      if (!allPowers.some((power) => power === limit.power))
        found.push(refused("powers.unknown", { power: limit.power, role }, field).refusal);
      if (limit.upTo !== undefined && limit.currency === undefined)
        found.push(refused("powers.limit-without-currency", { power: limit.power, role }, field).refusal);
    }
  }
  for (const power of keptByManager) {
    const held = limitsOfRole(matrix, "manager").some((limit) => limit.power === power && limit.upTo === undefined);
    if (!held) found.push(refused("powers.manager-keeps", { power }, "powers.manager").refusal);
  }
  return found;
}

/** What a role holds; a role that the matrix does not name holds nothing (and "constructor" is no role by accident). */
const limitsOfRole = (matrix: PowerMatrix, role: string): readonly PowerLimit[] =>
  Object.hasOwn(matrix, role) ? (matrix[role] ?? []) : [];

/** The limits under which any of these roles holds a power; empty when none does. */
export const limitsFor = (matrix: PowerMatrix, roles: readonly string[], power: string): readonly PowerLimit[] =>
  roles.flatMap((role) => limitsOfRole(matrix, role).filter((limit) => limit.power === power));

/** Whether any of these roles holds a power. */
export const holds = (matrix: PowerMatrix, roles: readonly string[], power: string): boolean =>
  roles.some((role) => limitsOfRole(matrix, role).some((limit) => limit.power === power));
