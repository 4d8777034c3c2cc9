/** The pages and forms of dated data that price plans and deductions refer to: schemes, laboratory, fixings, consents. */
import type { BookForm, BookPage } from "../../desk/page.ts";
import { consentForm, consentsPage } from "./consents.tsx";
import { fixingForm, fixingsPage } from "./fixings.tsx";
import { laboratoryForm, laboratoryPage } from "./laboratory.tsx";
import { schemeForm, schemesPage } from "./schemes.tsx";

/** Each lists what there is, with a form for one more. */
export const termsPages: readonly BookPage[] = [schemesPage, laboratoryPage, fixingsPage, consentsPage];
export const termsForms: readonly BookForm[] = [schemeForm, laboratoryForm, fixingForm, consentForm];
