/** Where goods and people come in: the first page, hand-overs, members, advances and credit, the book about itself. */
import type { BookForm, BookPage } from "../desk/page.ts";
import { givingForms, givingPages } from "./credit/give.tsx";
import { creditPage } from "./credit.ts";
import { gradeForm, gradePage } from "./deliveries/grade.tsx";
import { laterForms, laterPages } from "./deliveries/later.tsx";
import { newDeliveryForm, newDeliveryPage } from "./deliveries/new.tsx";
import { deliveriesPage } from "./deliveries.ts";
import { deliveryPage } from "./delivery.ts";
import { memberPage } from "./member.ts";
import { correctForm, correctPage } from "./members/correct.tsx";
import { newPlotForm, newPlotPage } from "./members/plot.tsx";
import { newMemberForm, newMemberPage } from "./members/profile.tsx";
import { endTieForm, endTiePage, newTieForm, newTiePage } from "./members/ties.tsx";
import { membersPage } from "./members.ts";
import { ourBookPage } from "./our-book.tsx";
import { todayPage } from "./today.ts";

/** A page of a fixed address stands before the one that takes any. */
export const comingInPages: readonly BookPage[] = [
  ...[todayPage, deliveriesPage, newDeliveryPage, deliveryPage, gradePage, ...laterPages],
  ...[membersPage, newMemberPage, memberPage, correctPage, newTiePage, endTiePage, newPlotPage],
  ...[creditPage, ...givingPages, ourBookPage],
];
export const comingInForms: readonly BookForm[] = [
  ...[newDeliveryForm, gradeForm, ...laterForms],
  ...[newMemberForm, correctForm, newTieForm, endTieForm, newPlotForm, ...givingForms],
];
