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

/**
 * A power with its limits: `upTo` an amount of `currency` per act, one `product` only, a `second` signature wanted, kept `apart`
 * from the steps before (who reviewed does not close). A role may hold a power several times: alone up to an amount, beyond it
 * with a second signature.
 */
export const powerLimit = z.strictObject({
  power: codeSchema,
  upTo: z.optional(notNegativeSchema),
  currency: z.optional(currencySchema),
  product: z.optional(codeSchema),
  second: z.optional(z.boolean()),
  apart: z.optional(z.boolean()),
});
export type PowerLimit = z.infer<typeof powerLimit>;

/** Role to powers. */
export const powerMatrix = z.record(codeSchema, z.array(powerLimit).check(z.maxLength(100)));
export type PowerMatrix = Readonly<Record<string, readonly PowerLimit[]>>;

/** What the role `manager` never loses, so that no matrix can lock everybody out of the book. */
export const keptByManager = ["settings", "manage-seats", "manage-devices", "answer-question"] as const;

/** How the limits of a matrix are read: since release 0.2.0 every act obeys them; before, only advances and credit looked at `upTo`. */
export const limitsObeyed = 2;

const isFree = (limit: PowerLimit): boolean =>
  limit.upTo === undefined && limit.product === undefined && limit.second !== true && limit.apart !== true;

/** How 0.1.0 asked what the manager keeps: only an amount counted as a limit. */
export const isWithoutAmount = (limit: PowerLimit): boolean => limit.upTo === undefined;

/**
 * What is wrong with a matrix; empty when nothing is. `keeps`: whether the manager keeps a power under this limit.
 * Codes: `powers.unknown` (a power that does not exist), `powers.limit-without-currency`, `powers.manager-keeps`.
 */
export function checkMatrix(matrix: PowerMatrix, keeps: (limit: PowerLimit) => boolean = isFree): readonly Refusal[] {
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
    const held = limitsOfRole(matrix, "manager").some((limit) => limit.power === power && keeps(limit));
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

const usualRoles = ["manager", "treasurer", "clerk", "technician", "auditor", "member"];

/** The roles of a matrix as people name them: the usual ones first, in their order, then those the book made itself. */
export const rolesInOrder = (matrix: PowerMatrix): readonly string[] => [
  ...usualRoles.filter((role) => Object.hasOwn(matrix, role)),
  ...Object.keys(matrix)
    .filter((role) => !usualRoles.includes(role))
    .sort(),
];

/** Whether any of these roles holds a power. */
export const holds = (matrix: PowerMatrix, roles: readonly string[], power: string): boolean =>
  roles.some((role) => limitsOfRole(matrix, role).some((limit) => limit.power === power));

/** Which limits besides the second signature its acts look at: what a form may offer. A test compares it with what acts weigh. */
export const boundBy: Readonly<Record<string, readonly ("amount" | "product" | "apart")[]>> = {
  receive: ["product"],
  "give-advance": ["amount"],
  "grant-credit": ["amount"],
  "review-settlement": ["apart"],
  "close-settlement": ["amount", "apart"],
  pay: ["amount"],
};

/** Whether a second signature may be asked for: not where only looking is allowed, nor where powers themselves are mended. */
export const mayAskSecond = (power: string): boolean =>
  !onlyLooks(power) && !keptByManager.some((one) => one === power);

/** Whether a power only lets one look. */
export const onlyLooks = (power: string): boolean => power.startsWith("see-") || power === "audit";

/** The roles that may change something: who holds one is an officer, and can give a second signature. */
export const officerRoles = (matrix: PowerMatrix): ReadonlySet<string> =>
  new Set(Object.keys(matrix).filter((role) => limitsOfRole(matrix, role).some((limit) => !onlyLooks(limit.power))));

/** Whether a matrix asks anywhere for two people. */
export const asksForTwo = (limits: readonly PowerLimit[]): boolean =>
  limits.some((limit) => limit.second === true || limit.apart === true);
