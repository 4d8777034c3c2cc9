/** `/o/BOOK/today`: what needs me today? */
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done } from "../../kernel/refusal.ts";
import { addDays, theDay } from "../../kernel/time/index.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { moneyOf, rowsOf } from "./read.ts";
import { harvestsOf } from "./today/harvest.ts";
import { type Owed, waitingOf } from "./today/waiting.ts";
import { type CameIn, todayPage as drawToday, type TodayProps } from "./today-page.tsx";

type Came = Readonly<Record<"place" | "product" | "deliveries" | "bags" | "net_g", string>>;
type Stock = Readonly<Record<"product" | "place" | "grams", string>>;
type Holding = Readonly<Record<"account" | "currency" | "grains", string>>;

/** The office's first page. */
export const todayPage: BookPage = { path: "/o/:book/today", place: "today", open: todayAt };

async function todayAt(at: PageAt) {
  const owed = await rowsOf<Owed>(at, "today.owed");
  const stock = await rowsOf<Stock>(at, "today.stock");
  const holdings = await rowsOf<Holding>(at, "today.money");
  const { currencies } = at.settings;
  const props: TodayProps = {
    frame: at.frame("today"),
    book: at.book,
    today: at.today,
    waiting: await waitingOf(at, owed),
    cameIn: await cameInOf(at),
    stock: stock?.map(({ product, place, grams }) => ({ product, place, kilos: kilogramsOf(grams) })) ?? null,
    holdings:
      holdings?.map(({ account, currency, grains }) => ({ account, ...moneyOf(currencies, currency, grains) })) ?? null,
    owed:
      owed?.map((one) => ({
        ...moneyOf(currencies, one.currency, one.owed),
        people: one.people,
        statements: one.statements,
        oldest: one.oldest,
      })) ?? null,
    harvests: await harvestsOf(at),
    deliveriesHref: at.may("deliveries.list") ? at.address("deliveries") : null,
    newHref: at.powers.has("receive") ? at.address("deliveries/new") : null,
  };
  return done(drawToday(props, at.say));
}

/** What came in today; when nothing did, in the seven days until today. Null when it is not the reader's to see. */
async function cameInOf(at: PageAt): Promise<CameIn | null> {
  const of = async (from: string): Promise<readonly Came[] | null> =>
    rowsOf<Came>(at, "today.came-in", { from, until: at.today });
  const today = await of(at.today);
  if (today === null) return null;
  const rows = today.length > 0 ? today : ((await of(addDays(theDay(at.today), -6))) ?? []);
  return {
    days: today.length > 0 ? "today" : "week",
    rows: rows.map(({ place, product, deliveries, bags, net_g }) => ({
      place,
      product,
      deliveries,
      bags,
      kilos: kilogramsOf(net_g),
    })),
  };
}
