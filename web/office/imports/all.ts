/** The pages and forms of imports. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { columnsForm } from "./columns.ts";
import { bringForm, importsPage } from "./list.ts";
import { openingsPage } from "./openings.ts";
import { againForm, goForm, importPage, waitingPages } from "./run.ts";

export const importPages: readonly BookPage[] = [importsPage, openingsPage, importPage, ...waitingPages];
export const importForms: readonly BookForm[] = [bringForm, columnsForm, goForm, againForm];
