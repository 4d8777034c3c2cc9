/** The pages and forms of collection points. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { devicePage, releaseForm, revokeForm } from "./device.tsx";
import { pointForms } from "./forms.ts";
import { pointsPage } from "./list.tsx";
import { pointPage } from "./point.tsx";
import { newPointForm, newPointPage, sheetForm, sheetPage } from "./sheet.tsx";
import { revokeTicketForm, ticketForm, ticketPage } from "./tickets.tsx";
import { unsentForm, unsentPage } from "./unsent.tsx";

/** A new point and the unsent work stand before the page of any point: their words are no point's code. */
export const pointsPages: readonly BookPage[] = [
  ...[pointsPage, newPointPage, unsentPage, sheetPage, ticketPage, pointPage, devicePage],
];
export const pointsForms: readonly BookForm[] = [
  ...[newPointForm, unsentForm, sheetForm, ticketForm, revokeTicketForm, revokeForm, releaseForm],
  ...pointForms,
];
