/** The office's pages and forms: every one that there is. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { accessForms, accessPages } from "../door/access/all.ts";
import { backupForms, backupPages } from "./backup.ts";
import { booksForms, booksPages } from "./books/all.ts";
import { cardForms, cardPages } from "./cards/all.ts";
import { comingInForms, comingInPages } from "./coming-in.ts";
import { exportPages } from "./export.ts";
import { governingForms, governingPages } from "./governing.ts";
import { importForms, importPages } from "./imports/all.ts";
import { moneyForms, moneyPages } from "./money.ts";
import { orderForms, orderPages } from "./orders/all.ts";
import { paperReceiptsForm, paperReceiptsPage } from "./paper-receipts/page.tsx";
import { erasureForm, onePersonalPage, personalPage, retentionForm } from "./personal.ts";
import { pointsForms, pointsPages } from "./points/all.ts";
import { publicPageForm, publicPagePage } from "./public-page.tsx";
import { purchaseForms, purchasePages } from "./purchases/all.ts";
import { receiptPage } from "./receipt.ts";
import { statementPage } from "./statement.ts";
import { statementsPage } from "./statements.ts";
import { termsForms, termsPages } from "./terms/all.ts";

export const officePages: readonly BookPage[] = [
  ...accessPages,
  ...cardPages,
  ...comingInPages,
  paperReceiptsPage, // Before the page of any point: its word is no point's code.
  ...pointsPages,
  statementsPage,
  statementPage,
  receiptPage,
  ...booksPages, // Before one person's own pages with a word in the path.
  ...orderPages,
  ...termsPages,
  ...moneyPages,
  ...purchasePages,
  ...governingPages,
  ...importPages,
  ...backupPages,
  ...exportPages,
  personalPage,
  publicPagePage,
  onePersonalPage,
];
export const officeForms: readonly BookForm[] = [
  ...accessForms,
  ...cardForms,
  ...comingInForms,
  paperReceiptsForm,
  ...pointsForms,
  ...governingForms,
  ...importForms,
  ...backupForms,
  ...booksForms,
  ...orderForms,
  ...termsForms,
  ...moneyForms,
  ...purchaseForms,
  retentionForm,
  publicPageForm,
  erasureForm,
];
