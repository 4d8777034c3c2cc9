/** One's own pages and forms: what everybody who sits in a book finds about themselves. */
import type { BookForm, BookPage } from "../desk/page.ts";

export const ownPages: readonly BookPage[] = [];
export const ownForms: readonly BookForm[] = [];
