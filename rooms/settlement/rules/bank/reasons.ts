/**
 * A bank's code for a payment that it returned or refused, in our lasting words. Source: external return and status reason codes of
 * ISO 20022 (the names of the codes; which bank uses which differs) [K].
 */
import type { failureReasons } from "../order/reasons.ts";

const reasons: Readonly<Record<string, (typeof failureReasons)[number]>> = {
  AC01: "account-unknown",
  AC02: "account-unknown",
  AC03: "account-unknown",
  AC04: "account-closed",
  AC05: "account-closed",
  AC07: "account-closed",
  AC06: "account-blocked",
  AG01: "account-blocked",
  BE01: "holder-differs",
  MD07: "holder-died",
  AM04: "no-funds",
  AM02: "limit",
  AM14: "limit",
};

/** The reason of a code; a code that we do not know is "other", and stands beside it as it was written. */
export const reasonOf = (code: string | null): (typeof failureReasons)[number] =>
  reasons[(code ?? "").trim().toUpperCase()] ?? "other";
