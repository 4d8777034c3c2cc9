/** `/o/BOOK/me`: what am I owed? */
import { done, type Result } from "../../kernel/refusal.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { ownHomePage as draw } from "../../rooms/settlement/pages/own/home.tsx";
import { exactOf } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { wordOr } from "../language/names.ts";
import type { Page } from "../render.ts";
import {
  type OwnDeliveryRow,
  type OwnDue,
  type OwnStanding,
  ownDelivery,
  ownRows,
  sumsOf,
  toBePaid,
  whoOf,
} from "./own.ts";
import { planWords } from "./plan-words.ts";

type SeasonRow = { readonly product: string; readonly last_day: string; readonly plan_body: unknown };

/** How many of one's hand-overs the front page shows. */
const shown = 5;

/** One's own front page. */
export const ownHomePage: BookPage = { path: "/o/:book/me", place: "me", open: ownHomeAt };

async function ownHomeAt(at: PageAt): Promise<Result<Page>> {
  const standing = await ownRows<OwnStanding>(at, "own.standing");
  const due = await ownRows<OwnDue>(at, "own.due");
  const deliveries = await ownRows<OwnDeliveryRow>(at, "own.deliveries", { limit: shown });
  const seasons = await ownRows<SeasonRow>(at, "own.seasons", { day: at.today });
  if (!standing.ok) return standing;
  if (!due.ok) return due;
  if (!deliveries.ok) return deliveries;
  if (!seasons.ok) return seasons;
  const [mine] = standing.value;
  const { say } = at;
  const props = {
    frame: at.frame("me"),
    book: at.book,
    who: whoOf(mine, at),
    owed: toBePaid(mine, due.value),
    debts: sumsOf(mine, "debts"),
    shares: sumsOf(mine, "shares"),
    savings: sumsOf(mine, "savings"),
    due: due.value.map((one) => ({
      href: at.address(`statements/${encodeURIComponent(one.number)}`),
      number: one.number,
      money: { exact: exactOf(one.to_pay, one.line_grain), currency: one.currency },
      mode: one.paid_in,
      place: one.place,
      day: one.pay_day,
    })),
    deliveries: deliveries.value.map((row) => ownDelivery(row, at)),
    seasons: seasons.value.map((one) => ({
      product: wordOr("product", one.product, say),
      plan: planWords(one.plan_body as PricePlan, say),
      lastDay: one.last_day,
    })),
    toDeliveries: at.address("me/deliveries"),
  };
  return done(draw(props, say));
}
