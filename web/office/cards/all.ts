/** Pages and forms of members' cards. They stand before the page of any member: their word is nobody's id. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { cardsForm, cardsPage } from "./list.tsx";
import { cardSheetPage } from "./sheet.ts";
import { voidCardForm, voidCardPage } from "./void.tsx";

export const cardPages: readonly BookPage[] = [cardsPage, cardSheetPage, voidCardPage];
export const cardForms: readonly BookForm[] = [cardsForm, voidCardForm];
