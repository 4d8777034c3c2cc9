/** What a bank says of an account, as it stands in its file: nothing is brought to the book's grains or days yet. */

/** One movement. Texts that the file does not have are empty; `amount` is the decimal text of the file, without its sign. */
export type RawMovement = {
  /** Place in the file, counted from 1: an entry of camt, with its detail behind a point; a row of a sheet. */
  readonly place: string;
  readonly direction: "in" | "out";
  readonly amount: string;
  readonly currency: string;
  readonly on: string;
  /** Booked; or only told of: announced, or refused before anything moved. */
  readonly status: "booked" | "pending" | "information";
  readonly endToEnd: string;
  /** The bank's own reference of this movement, and the ids of the message and batch it answers. */
  readonly reference: string;
  readonly message: string;
  /** Everything else in words that may hold our number: remittance text, other references, additional information. */
  readonly words: string;
  /** The bank's code of the kind of transaction: "PMNT/ICDT/DMCT", or its own. */
  readonly code: string;
  /** It takes back another: an entry that reverses, or one with return information. `reason` is the bank's code why. */
  readonly returns: boolean;
  readonly reason: string;
  /** Charges that the amount includes, as decimal text; empty when none. */
  readonly charges: string;
  /** It stands for several payments of which the file gives no details that add up to it. */
  readonly gathered: boolean;
};

/** A balance as the bank tells it; `amount` signed. */
export type RawBalance = { readonly amount: string; readonly currency: string; readonly on: string };

/** One statement of one account. */
export type RawStatement = {
  /** The account's number, and its currency; empty where the file does not say. */
  readonly account: string;
  readonly currency: string;
  readonly from: string;
  readonly until: string;
  readonly opening: RawBalance | null;
  readonly closing: RawBalance | null;
  readonly movements: readonly RawMovement[];
};
