/** What documented purchases leave in the book: sheets of rules, series of numbers, documents with what they are for, and their annulment. */
import { column, record } from "../../kernel/act/record.ts";

const room = "purchases";

/** A country's rules for buying from growers (body: `PurchaseTaxSheet`). The version in force on a document's day makes it, for ever. */
export const purchaseTaxes = record({
  table: "purchase_taxes",
  room,
  shape: "sheet",
  columns: {
    sheet: column.uuid,
    code: column.text,
    currency: column.text,
    body: column.json,
    /** Why it holds from a day that was past when it was published; empty when it was not. */
    reason: column.maybe(column.text),
  },
  key: ["sheet"],
  finds: { byCode: ["code"] },
});

/**
 * A range of numbers that the authority allowed. `kind` is "document", or "annulment" for the notes that annul them. The newest version
 * counts: an authorisation is renewed, an expiry put right; what was used stays.
 */
export const purchaseSeries = record({
  table: "purchase_series",
  room,
  shape: "sheet",
  columns: {
    series: column.uuid,
    sheet: column.uuid,
    kind: column.text,
    prefix: column.text,
    first_number: column.bigint,
    last_number: column.bigint,
    /** Digits that a number is filled up to with zeros. */
    digits: column.int,
    authorisation: column.maybe(column.text),
    /** The last day on which it may be used. */
    until: column.maybe(column.day),
  },
  key: ["series"],
  finds: { byPrefix: ["prefix"] },
});

/** One purchase document as issued, in whole line grains. What it is of stands in the records below, its words on its paper. */
export const purchaseDocument = record({
  table: "purchase_document",
  room,
  shape: "event",
  columns: {
    document: column.uuid,
    number: column.text,
    series: column.uuid,
    sheet: column.uuid,
    sheet_version: column.int,
    agent: column.uuid,
    is_member: column.boolean,
    currency: column.text,
    line_grain: column.text,
    grams: column.bigint,
    value: column.bigint,
    included: column.bigint,
    added: column.bigint,
    withheld: column.bigint,
    payable: column.bigint,
    /** Tax withheld after the money was paid: on the account `unresolved`, and asked about. */
    unresolved: column.bigint,
    issued_on: column.day,
    by_agent: column.uuid,
    act_position: column.bigint,
  },
  key: ["document"],
  finds: { byNumber: ["number"] },
});

/** A statement that a document is for. `collected`: by how much the document made less what is owed on it; `coins` of that for coins. */
export const purchaseDocumentStatement = record({
  table: "purchase_document_statement",
  room,
  shape: "event",
  columns: {
    document: column.uuid,
    statement: column.uuid,
    agreement: column.uuid,
    value: column.bigint,
    collected: column.bigint,
    coins: column.bigint,
  },
  key: ["document", "statement"],
  finds: { byDocument: ["document"], byStatement: ["statement"] },
});

/** A hand-over that a document is for. */
export const purchaseDocumentDelivery = record({
  table: "purchase_document_delivery",
  room,
  shape: "event",
  columns: { document: column.uuid, delivery: column.uuid, value: column.bigint },
  key: ["document", "delivery"],
  finds: { byDelivery: ["delivery"] },
});

/** A tax of a document. `by_statements` is the part that statements had withheld before. */
export const purchaseDocumentTax = record({
  table: "purchase_document_tax",
  room,
  shape: "event",
  columns: {
    document: column.uuid,
    tax: column.text,
    effect: column.text,
    account: column.text,
    base: column.bigint,
    amount: column.bigint,
    by_statements: column.bigint,
  },
  key: ["document", "tax"],
  finds: { byDocument: ["document"] },
});

/** That a document was annulled, why, and by which note. Its number is never used again; what it was for is free. */
export const purchaseDocumentVoid = record({
  table: "purchase_document_void",
  room,
  shape: "event",
  columns: {
    document: column.uuid,
    reason: column.text,
    number: column.maybe(column.text),
    voided_on: column.day,
    by_agent: column.uuid,
  },
  key: ["document"],
});

/** Every record of this room. */
export const records = [
  ...[purchaseTaxes, purchaseSeries, purchaseDocument, purchaseDocumentStatement],
  ...[purchaseDocumentDelivery, purchaseDocumentTax, purchaseDocumentVoid],
];
