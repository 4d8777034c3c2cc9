/** Everything that may be said about the book itself. */
export { closeAccountingDay } from "./acts/accounting.ts";
export { publishChart } from "./acts/chart.ts";
export { releaseDevice, revokeDevice } from "./acts/device-loss.ts";
export { enrolDevice } from "./acts/devices.ts";
export { receiveLetter, sendLetter } from "./acts/letters.ts";
export { changeSettings, openBook } from "./acts/open.ts";
export { closeAccountingPeriod, openAccountingPeriod } from "./acts/periods.ts";
export { publishPowers } from "./acts/powers.ts";
export { declineProposal, signProposal, withdrawProposal } from "./acts/proposals.ts";
export { publishPublicPage } from "./acts/public-page.ts";
export { answerQuestion } from "./acts/questions.ts";
export { endSeat, giveSeat } from "./acts/seats.ts";
export { endWaiver, waiveSecond } from "./acts/waiver.ts";
