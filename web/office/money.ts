/** The office's pages of money: settling, paying, prices, and the ledger. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { paymentSheetPage, paymentsForm, paymentsPage } from "./payments.ts";
import { settlementForm, settlementPage } from "./settlement.ts";
import { settlementNewForm, settlementNewPage } from "./settlement-new.ts";
import { draftStatementPage } from "./settlement-statement.tsx";
import { settlementsPage } from "./settlements.ts";

/** The pages. One whose path has a word of its own stands before those with a parameter in its place. */
export const moneyPages: readonly BookPage[] = [
  settlementsPage,
  settlementNewPage,
  settlementPage,
  draftStatementPage,
  paymentsPage,
  paymentSheetPage,
];
/** The forms. */
export const moneyForms: readonly BookForm[] = [settlementNewForm, settlementForm, paymentsForm];
