/** One's own pages and forms: what everybody who sits in a book finds about themselves. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { ownAgreementsPage } from "./agreements.ts";
import { ownDataPage } from "./data.tsx";
import { ownDeliveriesPage } from "./deliveries.ts";
import { ownDeliveryPage, ownObjectionForm } from "./delivery.ts";
import { historyFilePage, historyOfMemberPage, historyPage } from "./history.ts";
import { ownHomePage } from "./home.ts";
import { ownStatementsPage } from "./statements.ts";

export const ownPages: readonly BookPage[] = [
  ownHomePage,
  ownDeliveriesPage,
  ownDeliveryPage,
  ownStatementsPage,
  ownAgreementsPage,
  ownDataPage,
  historyPage,
  historyFilePage,
  historyOfMemberPage,
];
export const ownForms: readonly BookForm[] = [ownObjectionForm];
