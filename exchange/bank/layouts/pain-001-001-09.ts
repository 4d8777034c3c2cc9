/** ISO 20022 credit transfers as banks take them since 2019: pain.001.001.09. */
import { creditTransfers } from "./pain-001.ts";

export const pain00100109 = creditTransfers({
  code: "pain.001.001.09",
  version: 1,
  since: "2026-11-22",
  source: "ISO 20022, CustomerCreditTransferInitiationV09 (2019); schema beside it",
  letters: "latin",
  bic: "BICFI",
  day: { of: [{ tag: "Dt", is: "order.day" }] },
});
