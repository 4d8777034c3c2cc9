/** The pages and forms of what the bank said. One whose path has a word of its own stands before those with a parameter in its place. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { movementForm, movementPage } from "./decide.tsx";
import { bankPage, bringBankForm } from "./list.tsx";
import { trialForm, trialPage } from "./trial.tsx";

export const bankPages: readonly BookPage[] = [bankPage, trialPage, movementPage];
export const bankForms: readonly BookForm[] = [bringBankForm, trialForm, movementForm];
