/** A person says what a movement of the bank is that could not be told for certain. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { type PartsOfFollows, type Refused, refuse } from "../../../kernel/act/follows.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { refused } from "../../../kernel/refusal.ts";
import { bankEntryOf } from "../needs/bank.ts";
import { BankEntryId, misfitOf, placedParts, placedSaid } from "./bank-said.ts";

/**
 * Puts a movement where it belongs: a payment it is, a payment that came back, a charge, or aside with a note. A decision, once for each
 * movement; who said it is kept. Refusals: `bank-entry.unknown`, `bank-entry.placed-already`, `bank-entry.misfit`.
 */
export const placeBankEntry: ActDeclaration = decision({
  kind: "bank-entry.place",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says: z.strictObject({ entry: BankEntryId, placed: placedSaid }),
  needs: ({ entry }) => ({ known: bankEntryOf(entry) }),
  weighs: ({ placed }, { known }, { settings }) => {
    if (placed.as !== "paid" || known.kept === null) return {};
    const sum = placed.payments.reduce((all, one) => all + BigInt(one.amount), 0n);
    return { amounts: [movedGrains(settings, known.kept.currency, sum, "placed")] };
  },
  follows: (said, { known }, context): PartsOfFollows | Refused => {
    const { kept, placed } = known;
    if (kept === null) return refuse(refused("bank-entry.unknown", { entry: said.entry }, "entry").refusal);
    if (placed !== null)
      return refuse(
        refused("bank-entry.placed-already", { day: placed.on_day, as: placed.placed_as }, "entry").refusal,
      );
    const misfit = misfitOf(kept, said.placed, context);
    if (misfit !== null) return refuse(refused("bank-entry.misfit", { misfit }, "placed").refusal);
    return placedParts(kept, said.placed, context);
  },
});
