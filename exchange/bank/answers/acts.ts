/** What a bank's file says to a book: its statement, each movement that the book has not, and returns that waited for their payment. */
import { derivedUuid } from "../../../kernel/ids.ts";
import { type Placement, placementsOf, type Standing } from "../../../rooms/settlement/rules/bank/matching.ts";
import type { Movement } from "../../../rooms/settlement/rules/bank/movement.ts";
import type { FileAct } from "../../act.ts";
import type { Converted, Told } from "./movements.ts";
import type { RawStatement } from "./raw.ts";

/** A movement of the file with what becomes of it; null: the book has it already. */
export type Outcome = Told & { readonly placement: Placement | null };

/** What would come of a statement. `late`: returns from files before, whose payment is known only now. */
export type Tried = {
  readonly outcomes: readonly Outcome[];
  readonly late: readonly { movement: Movement; placement: Placement }[];
};

/** What the book knows, and which movements it keeps; `waiting`: returns that came before their payment. */
export type BookSays = Omit<Standing, "inFile"> & { readonly waiting: readonly Movement[] };

/** Tries a statement on what the book knows. Nothing is said. */
export function tryStatement({ told }: Converted, book: BookSays): Tried {
  const have = new Set(book.kept.map((one) => one.entry));
  const fresh = told.filter(({ movement }) => !have.has(movement.entry));
  const inFile = new Set(told.map(({ movement }) => movement.entry));
  const waiting = book.waiting.filter((one) => !fresh.some(({ movement }) => movement.entry === one.entry));
  const placements = placementsOf([...fresh.map((one) => one.movement), ...waiting], { ...book, inFile });
  const of = new Map(fresh.map((one, at) => [one.movement.entry, placements[at] as Placement]));
  return {
    outcomes: told.map((one) => ({ ...one, placement: of.get(one.movement.entry) ?? null })),
    late: waiting.flatMap((movement, at) => {
      const placement = placements[fresh.length + at] as Placement;
      return placement.as === "failed" ? [{ movement, placement }] : [];
    }),
  };
}

/** The file as it was let in: its digest, the account, and which of its statements. */
export type FileSaid = { readonly digest: string; readonly account: string; readonly at: number };

/** The id of one statement of a file. */
export const bankFileId = (book: string, { digest, account, at }: FileSaid): string =>
  derivedUuid(`bank file ${book} ${digest} ${account} ${at}`);

/** All that is said to the book, in the order in which it is said. The same movement says the same act, whatever file it stands in. */
export function bankActs(
  book: string,
  file: FileSaid,
  raw: RawStatement,
  tried: Tried,
  currency: string,
): readonly FileAct[] {
  const id = bankFileId(book, file);
  const optional = (name: string, value: string | null) => (value === null || value === "" ? {} : { [name]: value });
  const says = {
    ...{ file: id, digest: file.digest, account: file.account, currency, movements: raw.movements.length },
    ...{
      ...optional("from", raw.from),
      ...optional("until", raw.until),
      ...optional("opening", raw.opening?.amount ?? null),
    },
    ...(raw.closing === null || raw.closing.on === "" || raw.closing.amount === ""
      ? {}
      : { closing: { amount: raw.closing.amount, on: raw.closing.on } }),
  };
  const acts: FileAct[] = [{ id: derivedUuid(`read ${id}`), row: 0, kind: "bank-file.read", says }];
  for (const [row, { movement, placement }] of tried.outcomes.entries()) {
    if (placement === null || placement.as === "known") continue;
    acts.push({
      id: derivedUuid(`read ${movement.entry}`),
      row: row + 1,
      kind: "bank-entry.read",
      says: entrySays(movement, placement, id),
    });
  }
  for (const { movement, placement } of tried.late) {
    const placed = placedSays(placement);
    if (placed !== null)
      acts.push({
        id: derivedUuid(`late ${movement.entry}`),
        row: 0,
        kind: "bank-entry.place",
        says: { entry: movement.entry, placed },
      });
  }
  return acts;
}

function entrySays(movement: Movement, placement: Placement, file: string): object {
  const { entry, account, nature, amount, currency, on } = movement;
  const placed = placedSays(placement);
  const texts = {
    number: movement.number,
    order: movement.order,
    reference: movement.reference,
    reason: movement.reason,
  };
  return {
    ...{ entry, file, account, nature, amount, currency, on },
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== null)),
    ...(placed === null ? {} : { placed }),
    ...(placement.as === "left" ? { because: placement.because } : {}),
  };
}

function placedSays(placement: Placement): object | null {
  if (placement.as === "charge") return { as: "charge", way: "code" };
  if (placement.as === "confirmed") {
    const { as, way, number, payment } = placement;
    return { as, way, number, payment };
  }
  if (placement.as === "failed") return { as: "failed", way: placement.way, number: placement.number };
  if (placement.as !== "paid") return null;
  const payments = placement.payments.map(({ payment, statement, amount, number }) => ({
    payment,
    statement,
    amount: `${amount}`,
    number,
  }));
  return { as: "paid", way: placement.way, payments };
}
