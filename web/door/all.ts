/** The pages and forms of the door: every one that there is. */
import { accountPage, endSessionsForm } from "./account.tsx";
import type { DoorForm, DoorPage } from "./at.ts";
import { certificateFile, certificatePage } from "./certificate/certificate.tsx";
import { forgottenForm, forgottenPage, recoverForm, recoverPage } from "./forgotten.tsx";
import { signInForm, signInPage } from "./front.tsx";
import { invitationForm, invitationLink, invitationPage, joinForm } from "./invitation.tsx";
import { lookForm, lookPage, removeForm } from "./look.tsx";
import { newForm, newPage } from "./new.tsx";
import { newsForm, newsPage } from "./news.tsx";
import { organisationsForm, organisationsPage } from "./organisations.tsx";
import { pinForm, pinPage } from "./pin.tsx";

export const doorPagesAll: readonly DoorPage[] = [
  ...[signInPage, organisationsPage, accountPage, newsPage, pinPage, forgottenPage, recoverPage],
  ...[invitationPage, invitationLink, lookPage, newPage, certificatePage, certificateFile],
];

export const doorFormsAll: readonly DoorForm[] = [
  ...[signInForm, organisationsForm, endSessionsForm, newsForm, pinForm, forgottenForm, recoverForm],
  ...[invitationForm, joinForm, lookForm, removeForm, newForm],
];
