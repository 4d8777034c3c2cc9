/** One document: as it was issued, the person on it, and what was paid of it. */
import * as z from "zod/mini";
import { sql, view } from "../../../kernel/view.ts";

const text = z.nullable(z.string());
const askers = ["pay", "see-ledger", "see-statements", "audit"];

/**
 * One document as it was issued, with the sheet's version that made it, the seller's name on its day, and whether it was annulled.
 * `content` is canonical JSON as kept, a `PurchaseDocumentContent`. With `agent`, only that seller's.
 */
export const purchaseDocumentOne = view({
  name: "purchase-document.one",
  room: "purchases",
  question: "What does this purchase document say?",
  asks: z.object({ document: z.uuid(), agent: z.optional(z.uuid()) }),
  askers,
  self: "agent",
  sql: ({ document, agent }) => sql`
    select d.document::text, d.number, d.agent::text, a.content, t.body as sheet, n.value as name, e.on_day::text as erased,
           x.reason as void_reason, x.number as void_number, x.voided_on::text, b.value as buyer_tax_number, c.value as buyer_address
      from books.purchase_document d
      join books.paper a on a.book_id = d.book_id and a.kind = 'purchase-document' and a.number = d.number
      join books.purchase_taxes t on t.book_id = d.book_id and t.sheet = d.sheet and t.version = d.sheet_version
      left join books.personal_value n on n.book_id = d.book_id and n.digest = a.content::jsonb -> 'seller' ->> 'name'
      left join books.personal_value b on b.book_id = d.book_id and b.digest = a.content::jsonb -> 'buyer' ->> 'taxNumber'
      left join books.personal_value c on c.book_id = d.book_id and c.digest = a.content::jsonb -> 'buyer' ->> 'address'
      left join (select book_id, agent, max(on_day) as on_day from books.erasure group by 1, 2) e
        on e.book_id = d.book_id and e.agent = d.agent
      left join books.purchase_document_void x on x.book_id = d.book_id and x.document = d.document
     where d.document = ${document}::uuid and (${agent ?? null}::uuid is null or d.agent = ${agent ?? null}::uuid)`,
  answer: z.object({
    document: z.string(),
    number: z.string(),
    agent: z.string(),
    content: z.string(),
    sheet: z.looseObject({ code: z.string() }),
    name: text,
    erased: text,
    void_reason: text,
    void_number: text,
    voided_on: text,
    buyer_tax_number: text,
    buyer_address: text,
  }),
});

/** Identity number, tax number and address of the seller as the document names them. Who reads them of somebody else is written down. */
export const purchaseDocumentPerson = view({
  name: "purchase-document.person",
  room: "purchases",
  question: "Which identity number and address stand on this purchase document?",
  asks: z.object({ document: z.uuid(), agent: z.uuid() }),
  askers: ["see-personal"],
  self: "agent",
  reads: { kinds: ["identity-number", "address"], about: "agent" },
  sql: ({ document, agent }) => sql`
    select i.value as identity, t.value as tax_number, h.value as address
      from books.purchase_document d
      join books.paper a on a.book_id = d.book_id and a.kind = 'purchase-document' and a.number = d.number
      left join books.personal_value i on i.book_id = d.book_id and i.digest = a.content::jsonb -> 'seller' ->> 'identity'
      left join books.personal_value t on t.book_id = d.book_id and t.digest = a.content::jsonb -> 'seller' ->> 'taxNumber'
      left join books.personal_value h on h.book_id = d.book_id and h.digest = a.content::jsonb -> 'seller' ->> 'address'
     where d.document = ${document}::uuid and d.agent = ${agent}::uuid`,
  answer: z.object({ identity: text, tax_number: text, address: text }),
});

/** Payments of the statements that a document is for: what it is paid by, apart from it. Whole line grains as text. */
export const purchaseDocumentPaid = view({
  name: "purchase-document.paid",
  room: "purchases",
  question: "What was paid of the statements of this purchase document?",
  asks: z.object({ document: z.uuid() }),
  askers,
  sql: ({ document }) => sql`
    select r.number, p.paid_on::text, p.amount::text, p.currency, r.line_grain, p.paid_in
      from books.purchase_document_statement s
      join books.statement_result r on r.book_id = s.book_id and r.statement = s.statement
      join books.payment p on p.book_id = s.book_id and p.statement = s.statement
     where s.document = ${document}::uuid
     order by p.paid_on, r.number, p.payment limit 1000`,
  answer: z.object({
    number: z.string(),
    paid_on: z.string(),
    amount: z.string(),
    currency: z.string(),
    line_grain: z.string(),
    paid_in: z.string(),
  }),
});
