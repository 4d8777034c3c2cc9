/** What schemes publish, and what producers consent to: dated, with who says so. */
import { column, record } from "../../../kernel/act/record.ts";

const room = "agreements";

/** The published sheet of a certification scheme (body: `SchemeSheet`): minimum prices, organic differentials, premiums, by version. */
export const schemeSheet = record({
  table: "scheme_sheet",
  room,
  shape: "sheet",
  columns: { sheet: column.uuid, code: column.text, title: column.text, source: column.text, body: column.json },
  key: ["sheet"],
  finds: { byCode: ["code"] },
});

/** That a producer lets a deduction for somebody else be taken, from a day on, or no longer. `until` is the last day it holds. */
export const deductionConsent = record({
  table: "deduction_consent",
  room,
  shape: "sheet",
  columns: {
    agent: column.uuid,
    deduction: column.text,
    given: column.boolean,
    until: column.maybe(column.day),
    creditor: column.maybe(column.text),
    /** How it was said: "signed", "spoken", "message". */
    made: column.text,
  },
  key: ["agent", "deduction"],
});
