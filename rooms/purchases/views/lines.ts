/** Lines of the purchase book: each document on the day it was issued, and taken back on the day it was annulled. For a common table `lines`. */
import { type Query, sql } from "../../../kernel/view.ts";

/** `sign` is 1, or -1 of an annulment; `number` is the document's, `note` that of the annulment. */
export const lines = (from: string, until: string): Query => sql`
      select d.book_id, d.document, d.number, null::text as note, 'issued' as line, d.issued_on as on_day, 1 as sign, d.agent, d.sheet,
             d.sheet_version, d.is_member, d.currency, d.line_grain, d.grams, d.value, d.included, d.added, d.withheld, d.payable
        from books.purchase_document d
       where d.issued_on between ${from}::date and ${until}::date
      union all
      select d.book_id, d.document, d.number, v.number, 'annulled', v.voided_on, -1, d.agent, d.sheet, d.sheet_version, d.is_member,
             d.currency, d.line_grain, -d.grams, -d.value, -d.included, -d.added, -d.withheld, -d.payable
        from books.purchase_document_void v
        join books.purchase_document d on d.book_id = v.book_id and d.document = v.document
       where v.voided_on between ${from}::date and ${until}::date`;
