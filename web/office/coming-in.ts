/** Where goods and people come in: the first page, hand-overs, members, advances and credit, the book about itself. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { gradeForm, gradePage } from "./deliveries/grade.tsx";
import { laterForms, laterPages } from "./deliveries/later.tsx";
import { newDeliveryForm, newDeliveryPage } from "./deliveries/new.tsx";
import { deliveriesPage } from "./deliveries.ts";
import { deliveryPage } from "./delivery.ts";
import { membersPage } from "./members.ts";
import { todayPage } from "./today.ts";

/** A page of a fixed address stands before the one that takes any. */
export const comingInPages: readonly BookPage[] = [
  ...[todayPage, deliveriesPage, newDeliveryPage, deliveryPage, gradePage, ...laterPages],
  membersPage,
];
export const comingInForms: readonly BookForm[] = [newDeliveryForm, gradeForm, ...laterForms];
