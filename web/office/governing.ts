/** How the book is governed: what it asks, who may do what, what waits for a second signature, its settings. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { questionsForm, questionsPage } from "./questions.ts";

export const governingPages: readonly BookPage[] = [questionsPage];
export const governingForms: readonly BookForm[] = [questionsForm];
