/** The beginning of a book, and access to it: pages and forms. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { beginPage } from "../begin.tsx";
import { giveForm, givePage } from "./give.tsx";
import { inviteForm, revokeForm } from "./invite.tsx";
import { accessPage } from "./list.tsx";
import { recoveryForm } from "./recovery.tsx";
import { endForm, rolesForm, seatPage } from "./seat.tsx";

/** In this order: "give" is no seat. */
export const accessPages: readonly BookPage[] = [beginPage, accessPage, givePage, seatPage];
export const accessForms: readonly BookForm[] = [giveForm, rolesForm, endForm, inviteForm, revokeForm, recoveryForm];
