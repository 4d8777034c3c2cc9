/** What may be asked of documented purchases. */
export { purchaseBook, purchaseBookIdentified, purchaseBookTies } from "./views/book.ts";
export { purchaseCertificate } from "./views/certificate.ts";
export { purchaseDocumentOne, purchaseDocumentPaid, purchaseDocumentPerson } from "./views/document.ts";
export { purchaseSeriesList, purchaseTaxesList } from "./views/sheets.ts";
export { purchasesWaiting } from "./views/waiting.ts";
