/** Everything that may be said about who is who. */
export { closeAccount, stateAccount } from "./acts/accounts.ts";
export { issueCards, voidCard } from "./acts/cards.ts";
export { correctProfile } from "./acts/correct.ts";
export { personDied } from "./acts/death.ts";
export { erasePerson } from "./acts/erase.ts";
export { maybeSamePerson } from "./acts/maybe-same.ts";
export { registerHousehold, registerOrganisation, registerPerson } from "./acts/register.ts";
export { publishRetention } from "./acts/retention.ts";
export { stateTaxpayer } from "./acts/taxpayer.ts";
export { beginTie, endTie } from "./acts/ties.ts";
