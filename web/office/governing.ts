/** How the book is governed: what it asks, who may do what, what waits for a second signature, its settings. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { changePowersForm, changePowersPage } from "./change-powers.ts";
import { endWaiverForm, powersPage, waiverForm } from "./powers.ts";
import { declineForm, proposalsPage, signForm, withdrawForm } from "./proposals.ts";
import { questionsForm, questionsPage } from "./questions.ts";
import { settingsForm, settingsPage, unitForm } from "./settings.ts";

export const governingPages: readonly BookPage[] = [
  questionsPage,
  powersPage,
  changePowersPage,
  proposalsPage,
  settingsPage,
];
export const governingForms: readonly BookForm[] = [
  ...[questionsForm, changePowersForm, waiverForm, endWaiverForm],
  ...[signForm, declineForm, withdrawForm, settingsForm, unitForm],
];
