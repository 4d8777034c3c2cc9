/** Pages and forms of payments through a bank: accounts, orders and their files. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { memberAccountForm, memberAccountPage, ourAccountsForm, ourAccountsPage } from "./accounts.tsx";
import { diedForm, diedPage } from "./died.tsx";
import { orderFile } from "./file.ts";
import { ordersPage } from "./list.tsx";
import { newOrderForm, newOrderPage } from "./new.tsx";
import { orderForm, orderPage } from "./order.tsx";

export const orderPages: readonly BookPage[] = [
  ourAccountsPage,
  memberAccountPage,
  diedPage,
  ordersPage,
  newOrderPage, // Before the page of any order: its word is no order's id.
  orderPage,
  orderFile,
];
export const orderForms: readonly BookForm[] = [ourAccountsForm, memberAccountForm, diedForm, newOrderForm, orderForm];
