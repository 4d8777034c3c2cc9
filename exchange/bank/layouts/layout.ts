/**
 * A layout says as data how an order is written for a bank: which fields in which order, how long, in which letters. A bank that wants
 * another file gets another layout, not another program. A layout that was released never changes: a change is a new version.
 */

/** Letters that a layout may hold; which they are stands in `letters.ts`. */
export type LetterSet = "latin" | "basic";

/** What a layout says of itself. `code` with its version names it in orders: "pain.001.001.09/1". */
type Heading = {
  readonly code: string;
  readonly version: number;
  /** Since when it may be chosen, and where its fields are described. */
  readonly since: string;
  readonly source: string;
  readonly letters: LetterSet;
  readonly media: string;
  readonly extension: string;
};

/**
 * One element. It holds a field (`is`), a constant (`says`) or elements (`of`); one whose field is empty, or that holds nothing, is not
 * written. `words` are brought to the layout's letters, and cut at `longest`; what is no words stands as it is. `each` repeats it.
 */
export type XmlElement = {
  readonly tag: string;
  readonly is?: FieldName;
  readonly says?: string;
  readonly words?: true;
  readonly longest?: number;
  readonly attribute?: { readonly name: string; readonly is: FieldName };
  readonly of?: readonly XmlElement[];
  readonly each?: "payments";
};

export type XmlLayout = Heading & {
  readonly kind: "xml";
  readonly namespace: string;
  readonly root: XmlElement;
};

/** One column of a sheet with a row for each payment. */
export type SheetColumn = {
  readonly head: string;
  readonly is: FieldName;
  readonly words?: true;
  readonly longest?: number;
};

export type SheetLayout = Heading & { readonly kind: "csv"; readonly columns: readonly SheetColumn[] };

export type Layout = XmlLayout | SheetLayout;

/** Parts of an account that a layout may name. At most one of `iban` and `account-number` is there, and one of the three of the bank. */
const accountFields = [
  "name",
  "town",
  "country",
  "scheme",
  "institution",
  "branch",
  "number",
  "iban",
  "account-number",
  "bic",
  "bank-code",
  "wallet",
] as const;

/** Every field that a layout may name: of the order, of whom is paid from, and of one payment and whom it is paid to. */
export type FieldName =
  | "order.message"
  | "order.number"
  | "order.replaces"
  | "order.made"
  | "order.day"
  | "order.count"
  | "order.sum"
  | "order.currency"
  | "payment.number"
  | "payment.amount"
  | "payment.statement"
  | `${"from" | "to"}.${(typeof accountFields)[number]}`;
