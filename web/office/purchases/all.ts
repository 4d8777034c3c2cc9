/** The pages and forms of documented purchases. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { purchasesPage } from "./book.tsx";
import { certificatePage } from "./certificate.tsx";
import { documentPage, voidForm } from "./document.tsx";
import { issueForm, issuePage } from "./issue.tsx";
import { rulesPage, seriesForm } from "./rules.tsx";
import { sheetForm, sheetPage } from "./sheet-page.tsx";
import { taxpayerForm, taxpayerPage } from "./taxpayer.tsx";

export const purchasePages: readonly BookPage[] = [
  ...[purchasesPage, issuePage, rulesPage, sheetPage, certificatePage, documentPage, taxpayerPage],
];
export const purchaseForms: readonly BookForm[] = [issueForm, seriesForm, sheetForm, voidForm, taxpayerForm];
