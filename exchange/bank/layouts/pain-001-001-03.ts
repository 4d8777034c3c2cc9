/** ISO 20022 credit transfers as many banks took them before 2019, and still do: pain.001.001.03. Only letters without marks. */
import { creditTransfers } from "./pain-001.ts";

export const pain00100103 = creditTransfers({
  code: "pain.001.001.03",
  version: 1,
  since: "2026-11-22",
  source: "ISO 20022, CustomerCreditTransferInitiationV03 (2009); schema beside it",
  letters: "basic",
  bic: "BIC",
  day: { is: "order.day" },
});
