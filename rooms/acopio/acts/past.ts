/** A hand-over of the time before the book, settled and paid elsewhere. */
import * as z from "zod/mini";
import { type ActDeclaration, fact } from "../../../kernel/act/declaration.ts";
import type { PartsOfFollows } from "../../../kernel/act/follows.ts";
import { row, rows, together } from "../../../kernel/act/need.ts";
import { sameRow, write } from "../../../kernel/act/record.ts";
import { question } from "../../../kernel/refusal.ts";
import { currencySchema, daySchema, decimalSchema, textSchema } from "../../../kernel/schema.ts";
import { member } from "../../people/needs.ts";
import { deliveryDoubts, foreignUnits } from "../doubts.ts";
import { delivery } from "../needs.ts";
import { deliveryNote, delivery as deliveryRecord, pastDelivery, settledDelivery } from "../records.ts";
import { receiveSaid } from "../said.ts";
import { termsOn } from "../terms.ts";
import { rowOf } from "./receive.ts";

/** What is known of the settling: price for a unit, what was paid, when, and the paper. All may be unsaid. */
const settledSaid = z.object({
  price: z.optional(decimalSchema),
  per: z.optional(textSchema(64)),
  paid: z.optional(decimalSchema),
  currency: z.optional(currencySchema),
  on: z.optional(daySchema),
  paper: z.optional(textSchema(64)),
});

/** A hand-over that was settled elsewhere belongs to nobody's store any more. */
export const settledElsewhere = "settled-elsewhere";

/** Nobody need have kept the seasons and the membership days of the time before the book. */
const notAskedOfThePast: readonly string[] = ["delivery.season-closed", "delivery.not-a-member"];

/**
 * Keeps a hand-over that was settled and paid before the book: a document with its weights and readings, and nothing else. No
 * goods go into stock, nothing is owed, and no settlement takes it. A fact. The same told again is one; told otherwise it asks.
 * Questions: those of `delivery.receive`, but for season and membership of the day, which the past need not have;
 * `delivery.id-used`.
 */
export const recordPastDelivery: ActDeclaration = fact({
  kind: "delivery.record-past",
  version: 1,
  rules: 1,
  room: "acopio",
  power: "record-opening",
  says: z.object({ ...receiveSaid.shape, settled: z.optional(settledSaid) }),
  needs: (said) => ({
    kept: together({ delivery: delivery(said.delivery), past: row(pastDelivery, said.delivery) }),
    member: member(said.member, said.on),
    terms: termsOn(said.product, said.on, said.measurements, foreignUnits(said.bags)),
    before: rows(deliveryRecord, "byReceipt", [said.receipt ?? ""]),
  }),
  follows: (said, { kept, member, terms, before }, context): PartsOfFollows => {
    const document = {
      ...rowOf(said, member.agent !== null, terms, said.receipt ?? null, context),
      mode: settledElsewhere,
    };
    const past = {
      delivery: said.delivery,
      price: said.settled?.price ?? null,
      per_unit: said.settled?.per ?? null,
      paid: said.settled?.paid ?? null,
      currency: said.settled?.currency ?? null,
      paid_on: said.settled?.on ?? null,
      paper: said.settled?.paper ?? null,
    };
    if (kept.delivery !== null) {
      const { origin, act_position, member_known, season_agreement, season, ...told } = document;
      if (kept.past !== null && sameRow(kept.past, past) && sameRow(kept.delivery, told)) return {};
      const note = {
        act: context.act,
        delivery: said.delivery,
        kind: "told-otherwise",
        body: said,
        on_day: context.today,
      };
      return {
        records: [write(deliveryNote, note)],
        questions: [question("delivery.id-used", "manager", said.delivery, { field: "settled" })],
      };
    }
    const same = said.receipt === undefined ? [] : before;
    const doubts = deliveryDoubts(said, document, { member, terms, before: same }, context.today);
    return {
      records: [
        write(deliveryRecord, document),
        write(pastDelivery, past),
        // The act stands where a statement would: whoever asks what settled it finds who said so.
        write(settledDelivery, { delivery: said.delivery, statement: context.act, value: 0n }),
      ],
      questions: doubts.filter((one) => !notAskedOfThePast.includes(one.code)),
    };
  },
});
