/** The office's pages of money: settling, paying, prices, and the ledger. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { bankForms, bankPages } from "./bank/all.ts";
import { cashForms, cashPages } from "./cash/all.ts";
import { correctForm, correctPage } from "./corrections/correct.tsx";
import { correctionsPage, takeBackForm } from "./corrections/list.tsx";
import { closeDaysForm, ledgerPage } from "./ledger.ts";
import { accountPage, entryPage, personLedgerPage } from "./ledger-account.ts";
import { journalFile } from "./ledger-journal.ts";
import { paymentsForm, paymentsPage } from "./payments.ts";
import { editPlanForm, editPlanPage, newPlanForm, newPlanPage } from "./plan.ts";
import { openPoolForm, poolsPage } from "./pools/list.tsx";
import { poolForm, poolPage } from "./pools/pool.tsx";
import { premiumForm, premiumPage } from "./pools/premium.tsx";
import { pricesPage, recordPriceForm } from "./prices.ts";
import { newSeasonForm, newSeasonPage, newSeriesForm, newSeriesPage, seasonForm, seasonPage } from "./season.ts";
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
  correctionsPage,
  correctPage,
  poolsPage,
  poolPage,
  premiumPage,
  paymentsPage,
  ...bankPages,
  ...cashPages,
  pricesPage,
  newPlanPage,
  editPlanPage,
  newSeasonPage,
  seasonPage,
  newSeriesPage,
  ledgerPage,
  accountPage,
  entryPage,
  personLedgerPage,
  journalFile,
];
/** The forms. */
export const moneyForms: readonly BookForm[] = [
  settlementNewForm,
  settlementForm,
  correctForm,
  takeBackForm,
  openPoolForm,
  poolForm,
  premiumForm,
  paymentsForm,
  ...bankForms,
  ...cashForms,
  recordPriceForm,
  newPlanForm,
  editPlanForm,
  newSeasonForm,
  seasonForm,
  newSeriesForm,
  closeDaysForm,
];
