/** Everything that may be said of what was promised. */
export { recordAgreement } from "./acts/agreement.ts";
export { recordConsent } from "./acts/consent.ts";
export { publishGradingScheme } from "./acts/grading-scheme.ts";
export { publishPricePlan } from "./acts/price-plan.ts";
export { publishSchemeSheet } from "./acts/scheme-sheet.ts";
export { changeSeason, closeSeason, openSeason } from "./acts/seasons.ts";
export { defineUnit } from "./acts/unit.ts";
