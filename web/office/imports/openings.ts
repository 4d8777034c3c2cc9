/** `/o/BOOK/openings`: with what did this book begin? Everything for who may see it, one's own for everybody. */
import { type Grams, kilogramsText } from "../../../kernel/quantity/index.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { findIn, listingOf, listPageOf } from "../../desk/listed.ts";
import type { BookPage, PageAt } from "../../desk/page.ts";
import { personName, productName } from "../../language/names.ts";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import { openingsPage as draw, type OpeningRow } from "./openings-page.tsx";

/** What the view `openings.list` answers. */
type Opening = {
  readonly kind: "member" | "stock" | "serial" | "cash";
  readonly agent: string | null;
  readonly member_number: string | null;
  readonly name: string | null;
  readonly erased: string | null;
  readonly on_day: string;
  readonly said: Readonly<Record<string, unknown>>;
  readonly found: string;
};

/** The page. */
export const openingsPage: BookPage = { path: "/o/:book/openings", open: openingsAt };

async function openingsAt(at: PageAt): Promise<Result<Page>> {
  const everything = at.may("openings.list");
  const of = everything ? {} : { agent: at.session.agent };
  const { skip, found } = await findIn(at.ask, "openings.list", of, { ...listingOf(at.request), q: "" });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly unknown[] as readonly Opening[];
  const props = {
    ...listPageOf(at.request, skip, rows.length, found.value.next !== undefined),
    frame: at.frame(everything ? "imports" : "me"),
    book: at.book,
    own: !everything,
    found: rows[0]?.found ?? "0",
    rows: rows.map((row) => rowOf(row, at.say)),
  };
  return done(draw(props, at.say));
}

function rowOf(row: Opening, say: Say): OpeningRow {
  const { said } = row;
  const text = (name: string): string => (typeof said[name] === "string" ? (said[name] as string) : "");
  const number = row.member_number === null ? "" : `${row.member_number} `;
  const person = row.agent === null ? "" : `${number}${personName(row, say)}`;
  const day = row.on_day;
  switch (row.kind) {
    case "member":
      return { whose: person, day, what: memberSays(said, text("currency"), say) };
    case "stock": {
      const goods = `${productName(text("product"), say)}, ${say("value.kilograms", { value: kilogramsText(BigInt(text("grams")) as Grams) })}`;
      return {
        whose: [say("openings.of-store"), text("place"), person].filter((one) => one !== "").join(" · "),
        day,
        what: [goods],
      };
    }
    case "serial":
      return {
        whose: `${say(`openings.of-${text("papers")}`)} · ${text("of")}`,
        day,
        what: [say("openings.last", { last: text("last") })],
      };
    case "cash": {
      const money = say("value.money-code", { value: text("amount"), currency: text("currency") });
      return {
        whose: [say(`openings.of-${text("account")}`), text("place")].filter((one) => one !== "").join(" · "),
        day,
        what: [money],
      };
    }
  }
}

/** Each balance of a member in words: "Aportes 350.000 COP". */
function memberSays(said: Opening["said"], currency: string, say: Say): readonly string[] {
  const line = (field: string, value: unknown): readonly string[] =>
    typeof value === "string" && value !== "0"
      ? [`${say(`imports.field.${field}`)} ${say("value.money-code", { value, currency })}`]
      : [];
  const list = (name: string): readonly Readonly<Record<string, unknown>>[] =>
    Array.isArray(said[name]) ? (said[name] as readonly Readonly<Record<string, unknown>>[]) : [];
  const owed = said.owed as { readonly amount?: unknown } | undefined;
  return [
    ...line("shares", said.shares),
    ...line("savings", said.savings),
    ...list("advances").flatMap((one) => line("advance", one.owed)),
    ...list("credits").flatMap((one) => [...line("credit", one.principal), ...line("interest", one.interest)]),
    ...line("owed", owed?.amount),
  ];
}
