/** A sheet with a row for each payment, for banks and wallets that take a list: described in docs/payments.md. */
import type { SheetLayout } from "./layout.ts";

export const csvSheet: SheetLayout = {
  code: "csv",
  version: 1,
  since: "2026-11-22",
  source: "docs/payments.md",
  letters: "latin",
  media: "text/csv",
  extension: "csv",
  kind: "csv",
  columns: [
    { head: "order", is: "order.number" },
    { head: "replaces", is: "order.replaces" },
    { head: "execution_day", is: "order.day" },
    { head: "from_institution", is: "from.institution", words: true, longest: 35 },
    { head: "from_account", is: "from.number" },
    { head: "payment", is: "payment.number" },
    { head: "amount", is: "payment.amount" },
    { head: "currency", is: "order.currency" },
    { head: "scheme", is: "to.scheme" },
    { head: "institution", is: "to.institution", words: true, longest: 35 },
    { head: "branch", is: "to.branch", words: true, longest: 35 },
    { head: "account", is: "to.number" },
    { head: "holder", is: "to.name", words: true, longest: 140 },
    { head: "town", is: "to.town", words: true, longest: 35 },
    { head: "country", is: "to.country" },
    { head: "statement", is: "payment.statement" },
  ],
};
