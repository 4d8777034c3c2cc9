/** Every place a story is told in: the rules alone, the writer on PostgreSQL, and the server's own door. */
import { apiTeller } from "./api-teller.ts";
import { postgresTeller } from "./postgres-teller.ts";
import { type AskedTeller, memoryTeller } from "./teller.ts";

const tellers = {
  kernel: async (): Promise<AskedTeller> => memoryTeller(),
  PostgreSQL: (): Promise<AskedTeller> => postgresTeller(),
  API: apiTeller,
} as const;

export type Where = keyof typeof tellers;
/** The places by name, for `describe.each`. */
export const everywhere = Object.keys(tellers) as readonly Where[];
/** A book to tell a story to, in one of the places. */
export const tellerIn = (where: Where): Promise<AskedTeller> => tellers[where]();
