/** Why a bank did not carry out a payment, in lasting words; any other word is kept as it was told. */
export const failureReasons = [
  "account-unknown",
  "account-closed",
  "account-blocked",
  "holder-differs",
  "holder-died",
  "no-funds",
  "limit",
  "other",
] as const;

/** Whether a bank's reason says that the account is closed, so that nothing more is sent there. */
export const closesAccount = (reason: string): boolean => reason === "account-closed";
