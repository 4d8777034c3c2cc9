/** Where goods and people come in: the first page, hand-overs, members, advances and credit, the book about itself. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { membersPage } from "./members.ts";
import { todayPage } from "./today.ts";

export const comingInPages: readonly BookPage[] = [todayPage, membersPage];
export const comingInForms: readonly BookForm[] = [];
