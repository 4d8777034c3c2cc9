/** A bank's file was read: its statement, and each movement in it once. Facts: the bank says so. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import { write } from "../../../kernel/act/record.ts";
import { movedGrains } from "../../../kernel/act/weigh.ts";
import { idSchema } from "../../../kernel/ids.ts";
import { amountFromText, grainIn } from "../../../kernel/money/index.ts";
import { question } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, decimalSchema, notNegativeSchema, textSchema } from "../../../kernel/schema.ts";
import { bankEntryOf, bankFileOf } from "../needs/bank.ts";
import { bankEntry, bankFile } from "../records.ts";
import { natures } from "../rules/bank/movement.ts";
import { BankEntryId, BankFileId, misfitOf, placedParts, placedSaid } from "./bank-said.ts";

/** An account of the organisation. */
const AccountId = idSchema<"AgentAccount">();
const count = z.int().check(z.nonnegative(), z.maximum(1_000_000));

/**
 * A statement of an account was let in, with the balances it says. A fact. The same statement of the same file told again changes
 * nothing.
 */
export const readBankFile: ActDeclaration = fact({
  kind: "bank-file.read",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says: z.strictObject({
    file: BankFileId,
    /** SHA-256 of the file's bytes. */
    digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    account: AccountId,
    currency: currencySchema,
    from: z.optional(daySchema),
    until: z.optional(daySchema),
    opening: z.optional(decimalSchema),
    closing: z.optional(z.strictObject({ amount: decimalSchema, on: daySchema })),
    movements: count,
  }),
  needs: ({ file }) => ({ kept: bankFileOf(file) }),
  follows: (said, { kept }, { by, today, settings }) =>
    kept !== null
      ? {}
      : {
          records: [
            write(bankFile, {
              bank_file: said.file,
              digest: said.digest,
              account: said.account,
              currency: said.currency,
              line_grain: grainIn(settings, said.currency)?.line ?? "1",
              from_day: said.from ?? null,
              until_day: said.until ?? null,
              opening: said.opening ?? null,
              closing: said.closing?.amount ?? null,
              closing_day: said.closing?.on ?? null,
              movements: said.movements,
              by_agent: by,
              on_day: today,
            }),
          ],
        },
});

const entrySaid = z.strictObject({
  entry: BankEntryId,
  file: BankFileId,
  account: AccountId,
  nature: z.enum(natures),
  amount: notNegativeSchema,
  currency: currencySchema,
  on: daySchema,
  number: z.optional(textSchema(35)),
  order: z.optional(textSchema(35)),
  reference: z.optional(textSchema(140)),
  reason: z.optional(textSchema(40)),
  /** Where it is certain what it is; else why it is left to a person. */
  placed: z.optional(placedSaid),
  because: z.optional(textSchema(40)),
});

/**
 * The bank says that something moved. A fact, under an id that follows from the movement itself: told again, from this file or another,
 * it changes nothing. Where it is certain what it is, the payment is made or failed, or the charge posted, on the bank's day; else it is
 * kept and waits for `bank-entry.place`. Question: `bank-entry.does-not-fit`, where what it is said to be cannot be.
 */
export const readBankEntry: ActDeclaration = fact({
  kind: "bank-entry.read",
  version: 1,
  rules: 1,
  room: "settlement",
  power: "pay",
  says: entrySaid,
  needs: ({ entry }) => ({ known: bankEntryOf(entry) }),
  weighs: ({ placed, amount, currency }, _, { settings }) => {
    const grain = grainIn(settings, currency);
    const grains = grain === null ? null : amountFromText(amount, grain);
    return placed?.as === "paid" && grains !== null
      ? { amounts: [movedGrains(settings, currency, grains, "amount")] }
      : {};
  },
  follows: (said, { known }, context) => {
    if (known.kept !== null) return {};
    const misfit = said.placed === undefined ? null : misfitOf(said, said.placed, context);
    const kept = {
      entry: said.entry,
      bank_file: said.file,
      account: said.account,
      nature: said.nature,
      amount: said.amount,
      currency: said.currency,
      on_day: said.on,
      number: said.number ?? null,
      payment_order: said.order ?? null,
      reference: said.reference ?? null,
      reason: said.reason ?? null,
      because: said.placed === undefined ? (said.because ?? "none") : misfit === null ? null : "does-not-fit",
    };
    if (said.placed === undefined) return { records: [write(bankEntry, kept)] };
    if (misfit !== null) {
      const facts = { day: said.on, amount: said.amount, currency: said.currency, misfit };
      const asked = question("bank-entry.does-not-fit", "treasurer", said.entry, facts);
      return { records: [write(bankEntry, kept)], questions: [asked] };
    }
    const parts = placedParts(kept, said.placed, context);
    return { ...parts, records: [write(bankEntry, kept), ...parts.records] };
  },
});
