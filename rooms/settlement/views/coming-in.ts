/** Every view that pages of the office ask where goods and people come in. */
export { debtsOpen, debtsSums } from "./debts.ts";
export { deliveriesFound, deliveriesPlaces, deliveriesSums } from "./deliveries.ts";
export { deliveryWhole } from "./delivery.ts";
export {
  memberAccounts,
  memberAgreements,
  memberCalled,
  memberQuestions,
  memberRegister,
  memberSealed,
  memberSeasons,
  membersAlike,
  membersCommunities,
  memberTies,
} from "./member.ts";
export {
  todayCameIn,
  todayInDoubt,
  todayMoney,
  todayMonths,
  todayOwed,
  todayQuestions,
  todayStock,
} from "./today.ts";
