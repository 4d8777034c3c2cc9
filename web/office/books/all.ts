/** The books: trial balance, journal by codes, people's accounts, stock, periods and the chart. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { chartPage } from "./chart.tsx";
import { chartForm } from "./chart-publish.ts";
import { chartSheetForm, chartSheetPublish } from "./chart-sheet.tsx";
import { entriesPage } from "./entries.tsx";
import { booksFile } from "./files.ts";
import { memberLedgerFile, memberLedgerPage, ownLedgerFile, ownLedgerPage } from "./member-ledger.tsx";
import { periodPage } from "./period.tsx";
import { periodsForm, periodsPage } from "./periods.tsx";
import { stockPage } from "./stock.tsx";
import { trialPage } from "./trial.tsx";

export const booksPages: readonly BookPage[] = [
  ...[trialPage, entriesPage, stockPage, periodsPage, periodPage, chartPage, booksFile],
  ...[memberLedgerPage, memberLedgerFile, ownLedgerPage, ownLedgerFile],
];
export const booksForms: readonly BookForm[] = [periodsForm, chartForm, chartSheetForm, chartSheetPublish];
