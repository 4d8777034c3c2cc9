/** The pages and forms of paying in cash. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { cashPage } from "./bring.tsx";
import { denominationsForm, denominationsPage } from "./denominations.tsx";
import { paymentSheetPage } from "./sheet.ts";

export const cashPages: readonly BookPage[] = [cashPage, denominationsPage, paymentSheetPage];
export const cashForms: readonly BookForm[] = [denominationsForm];
