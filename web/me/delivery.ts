/** `/o/BOOK/me/deliveries/DELIVERY`: one of my hand-overs, and what I say to it. */
import { isUuid } from "../../kernel/ids.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { ownDeliveryPage as draw, type OwnDeliveryProps } from "../../rooms/settlement/pages/own/deliveries.tsx";
import { type Filled, fresh } from "../components/fields.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import { wordOr } from "../language/names.ts";
import type { Page } from "../render.ts";
import { type OwnDeliveryRow, type OwnStanding, ownDelivery, ownRows, whoOf } from "./own.ts";

/** What the view `delivery.one` answers, as far as it is shown here. */
type Whole = Readonly<Record<"gross_g" | "tare_g" | "net_g" | "product" | "place" | "happened", string>> &
  Readonly<Record<"clock" | "receipt" | "season" | "void_reason" | "voided_on", string | null>> & {
    readonly bags: number;
    readonly measurements: readonly Reading[];
    readonly results: readonly { readonly measurements: readonly Reading[]; readonly laboratory: string | null }[];
    readonly objections: OwnDeliveryProps["objections"];
  };
type Reading = { readonly measure: string; readonly value: string };

/** One of one's own hand-overs. */
export const ownDeliveryPage: BookPage = {
  path: "/o/:book/me/deliveries/:delivery",
  open: (at) => drawn(at, fresh()),
};

/** The objection that one says oneself. */
export const ownObjectionForm: BookForm = { path: "/o/:book/me/deliveries/:delivery", post: object };

async function object(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const delivery = at.parameter("delivery");
  const against = form.readText("against");
  const words = form.maybe("words");
  const says = { objection: at.idOf("objection"), delivery, against, ...(words === undefined ? {} : { words }) };
  const spoken = against === null ? null : await at.speak("delivery.object-own", says);
  if (spoken?.outcome === "done")
    return done({ goTo: at.address(`me/deliveries/${delivery}`), told: "objection-kept" });
  const wrong: readonly Refusal[] = [...form.wrong, ...(spoken?.outcome === "refused" ? spoken.refusals : [])];
  return drawn(at, { typed: form.typed, wrong });
}

async function drawn(at: PageAt, filled: Filled): Promise<Result<Page>> {
  const delivery = at.parameter("delivery");
  if (!isUuid(delivery)) return refused("delivery.not-yours");
  const standing = await ownRows<OwnStanding>(at, "own.standing");
  const mine = await ownRows<OwnDeliveryRow>(at, "own.deliveries", { limit: 1, delivery });
  const whole = await at.ask("delivery.one", { delivery, member: at.session.agent });
  if (!standing.ok) return standing;
  if (!mine.ok) return mine;
  if (!whole.ok) return whole;
  const [row] = mine.value;
  const one = whole.value.rows[0] as Whole | undefined;
  if (one === undefined || row === undefined) return refused("delivery.not-yours");
  const { say } = at;
  const props: OwnDeliveryProps = {
    frame: at.frame("my-deliveries"),
    book: at.book,
    who: whoOf(standing.value[0], at),
    title: say("own.delivery-answer", {
      kilograms: kilogramsOf(one.net_g),
      product: wordOr("product", one.product, say),
      day: one.happened,
    }),
    delivery: ownDelivery(row, at),
    facts: factsOf(one, at),
    links: [
      ...(row.statement === null
        ? []
        : [{ href: at.address(`statements/${encodeURIComponent(row.statement)}`), says: say("own.see-account") }]),
      ...(one.receipt === null
        ? []
        : [{ href: at.address(`receipts/${encodeURIComponent(one.receipt)}`), says: say("own.see-receipt") }]),
    ],
    objections: one.objections,
    waiting: row.asked,
    form: one.voided_on === null ? { action: at.address(`me/deliveries/${delivery}`), act: at.newAct(), filled } : null,
  };
  return done(draw(props, say));
}

/** Weights and readings by name; a later result stands after the reading at the scale, both in view. */
function factsOf(one: Whole, at: PageAt): OwnDeliveryProps["facts"] {
  const { say } = at;
  const kilograms = (grams: string): string => `${say("value.figure", { value: kilogramsOf(grams) })} kg`;
  const reading = ({ measure, value }: Reading): string =>
    `${wordOr("measure", measure, say)}: ${say("value.figure", { value })}`;
  const later = one.results.flatMap(({ measurements }) => measurements.map(reading));
  return [
    { name: say("receipt.place"), text: one.place },
    ...(one.receipt === null ? [] : [{ name: say("own.receipt"), text: one.receipt }]),
    { name: say("receipt.gross"), text: kilograms(one.gross_g) },
    { name: say("receipt.tare"), text: kilograms(one.tare_g) },
    { name: say("receipt.net"), text: kilograms(one.net_g) },
    ...(one.measurements.length === 0
      ? []
      : [{ name: say("receipt.quality"), text: one.measurements.map(reading).join(" · ") }]),
    ...(later.length === 0 ? [] : [{ name: say("own.later-results"), text: later.join(" · ") }]),
    ...(one.voided_on === null
      ? []
      : [{ name: say("own.voided"), text: `${say("value.day", { value: one.voided_on })}: ${one.void_reason ?? ""}` }]),
  ];
}
