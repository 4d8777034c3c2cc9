/** What a producer says themselves against a hand-over of theirs. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { seated } from "../../../kernel/act/ground.ts";
import { row } from "../../../kernel/act/need.ts";
import { DeliveryId, idSchema } from "../../../kernel/ids.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { delivery } from "../needs.ts";
import { objection } from "../records.ts";
import { objectedAgainst } from "./object.ts";

/**
 * Objects to a hand-over of one's own, from one's own seat: no power is needed to say that something is not right. Nothing was
 * witnessed by it, so it may be refused (a decision): of what is not one's own, or not there. What follows is `delivery.object`:
 * kept, asked about, and closings that concern it wait. Codes: `objection.not-your-delivery`, `objection.said-before`.
 */
export const objectOwnDelivery: ActDeclaration = decision({
  kind: "delivery.object-own",
  version: 1,
  rules: 1,
  room: "acopio",
  power: seated,
  says: z.strictObject({
    objection: idSchema<"Objection">(),
    delivery: DeliveryId,
    against: z.enum(objectedAgainst),
    words: z.optional(textSchema(1_000)),
  }),
  needs: (said) => ({ kept: row(objection, said.objection), found: delivery(said.delivery) }),
  follows: (said, { kept, found }, { by, today }) => {
    if (found === null || found.member !== by)
      return refuse(refused("objection.not-your-delivery", { delivery: said.delivery }, "delivery").refusal);
    if (kept !== null) return refuse(refused("objection.said-before", {}, "objection").refusal);
    const { words, ...rest } = said;
    const says = { ...rest, on: today, ...(words === undefined ? {} : { words }) };
    return { also: [{ kind: "delivery.object", version: 1, says }] };
  },
});
