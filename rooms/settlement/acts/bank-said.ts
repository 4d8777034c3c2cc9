/** What acts about a bank's movements say in common, and what follows from where a movement is put. */
import * as z from "zod/mini";
import type { Context } from "../../../kernel/act/declaration.ts";
import type { Also, PartsOfFollows } from "../../../kernel/act/follows.ts";
import { type Row, write } from "../../../kernel/act/record.ts";
import { idSchema, StatementId } from "../../../kernel/ids.ts";
import { moneyOf } from "../../../kernel/ledger/commodity.ts";
import { type Entry, posting } from "../../../kernel/ledger/entry.ts";
import { amountFromText, grainIn } from "../../../kernel/money/index.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { type bankEntry, bankMatch, bankPlacing } from "../records.ts";
import { reasonOf } from "../rules/bank/reasons.ts";
import { amountSaid, PaymentId } from "./said.ts";

/** The id of a movement, and of a statement in a bank's file. */
export const BankEntryId = idSchema<"BankEntry">();
export const BankFileId = idSchema<"BankFile">();

/** By which way it was told what a movement is: by our number, by our order, by amount and day, by the bank's code, or by a person's own hand. */
const way = z.enum(["number", "order", "amount-and-day", "code", "hand"]);

/** What a movement is. */
export const placedSaid = z.discriminatedUnion("as", [
  z.strictObject({
    as: z.literal("paid"),
    way,
    payments: z
      .array(
        z.strictObject({
          payment: PaymentId,
          statement: StatementId,
          /** Whole line grains. */
          amount: amountSaid,
          number: textSchema(35),
        }),
      )
      .check(z.minLength(1), z.maxLength(1_000)),
  }),
  z.strictObject({ as: z.literal("failed"), way, number: textSchema(35) }),
  z.strictObject({ as: z.literal("charge"), way }),
  /** A person had told it before, and the bank says the same: nothing is booked again. */
  z.strictObject({ as: z.literal("confirmed"), way, number: textSchema(35), payment: PaymentId }),
  /** Booked another way, or nothing of ours: it is set aside with a note. */
  z.strictObject({ as: z.literal("aside"), way, note: textSchema(200) }),
]);
export type PlacedSaid = z.infer<typeof placedSaid>;

type Kept = Row<typeof bankEntry>;

/** What each kind of movement may be put as. */
const fitting: Readonly<Record<string, readonly PlacedSaid["as"][]>> = {
  payment: ["paid", "confirmed", "charge", "aside"],
  charge: ["charge", "aside"],
  return: ["failed", "confirmed", "aside"],
  rejection: ["failed", "confirmed", "aside"],
  incoming: ["failed", "aside"],
};

/** Why a movement cannot be put there; null when it can. */
export function misfitOf(
  kept: Pick<Kept, "nature" | "amount" | "currency">,
  placed: PlacedSaid,
  context: Context,
): string | null {
  if (!(fitting[kept.nature] ?? []).includes(placed.as)) return "nature";
  const grain = grainIn(context.settings, kept.currency);
  const grains = grain === null ? null : amountFromText(kept.amount, grain);
  if (placed.as === "aside" || placed.as === "failed" || placed.as === "confirmed") return null;
  if (grains === null) return "grains";
  if (placed.as !== "paid") return null;
  return placed.payments.reduce((sum, one) => sum + BigInt(one.amount), 0n) === grains ? null : "sum";
}

/** What follows: the placing is kept with who said it, and the payment is made, failed, or the charge posted. */
export function placedParts(
  kept: Kept,
  placed: PlacedSaid,
  context: Context,
): Required<Pick<PartsOfFollows, "records" | "entries" | "also">> {
  const { entry } = kept;
  const placing = write(bankPlacing, {
    entry,
    placed_as: placed.as,
    way: placed.way,
    note: placed.as === "aside" ? placed.note : null,
    by_agent: context.by,
    on_day: context.today,
  });
  const numbers =
    placed.as === "paid"
      ? placed.payments.map(({ number, payment }) => ({ entry, number, payment }))
      : placed.as === "failed"
        ? [{ entry, number: placed.number, payment: null }]
        : placed.as === "confirmed"
          ? [{ entry, number: placed.number, payment: placed.payment }]
          : [];
  return {
    records: [placing, ...numbers.map((one) => write(bankMatch, one))],
    entries: placed.as === "charge" ? chargeEntries(kept, context) : [],
    also: alsoOf(kept, placed),
  };
}

function alsoOf(kept: Kept, placed: PlacedSaid): readonly Also[] {
  const reference = kept.reference === null ? {} : { reference: kept.reference };
  if (placed.as === "failed") {
    const words = kept.reason === null ? {} : { words: kept.reason };
    const says = { number: placed.number, reason: reasonOf(kept.reason), on: kept.on_day, ...words, ...reference };
    return [{ kind: "payment-order.failed", version: 1, says }];
  }
  if (placed.as !== "paid") return [];
  return placed.payments.map((one) => ({
    kind: "payment.make",
    version: 1,
    says: { ...one, currency: kept.currency, paidIn: "transfer", on: kept.on_day, ...reference },
  }));
}

/** What the bank took for itself, as its own line. */
function chargeEntries(kept: Kept, { settings }: Context): readonly Entry[] {
  const grain = grainIn(settings, kept.currency);
  const amount = grain === null ? null : amountFromText(kept.amount, grain);
  if (grain === null || amount === null || amount === 0n) return [];
  const money = moneyOf(grain.currency, grain.line);
  return [
    {
      because: "bank.charged",
      about: kept.entry,
      happened: kept.on_day,
      reverses: null,
      postings: [posting("bank-charges", money, amount), posting("bank", money, -amount)],
    },
  ];
}
