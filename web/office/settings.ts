/** The settings of the book, and the units it made for itself. */
import {
  compare,
  decimalText,
  divide,
  exactly,
  multiply,
  ratio,
  ratioFromText,
  ratioText,
} from "../../kernel/exact/index.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { settingsPage as draw, type UnitShown } from "../../rooms/book/pages/settings.tsx";
import type { Filled } from "../components/fields.tsx";
import type { Form } from "../desk/form.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../desk/page.ts";
import { proposals } from "../door/countries.ts";
import { placeName } from "../language/places.ts";
import type { Page } from "../render.ts";
import { tonguesOf } from "../server/page.ts";

type Kept = Readonly<Record<"name" | "country" | "zone" | "organisation" | "form" | "since", string>> & {
  readonly currencies: readonly { readonly currency: string; readonly line: string; readonly cash: string }[];
  readonly tax_hold_days: number | null;
};
type Unit = Readonly<Record<"unit" | "kind" | "factor" | "source" | "since", string>> &
  Readonly<Record<"product" | "until", string | null>>;

async function settingsNow(at: PageAt): Promise<Result<Kept>> {
  const found = await at.ask("book.settings");
  return found.ok ? done(found.value.rows[0] as unknown as Kept) : found;
}

/** A unit's meaning: of a weight in kilograms, of anything else its grains. */
function meaningOf({ kind, factor }: Unit, { say }: PageAt): string {
  const grains = ratioFromText(factor);
  const kilograms = grains === null ? null : ratioText(divide(grains, ratio(1000n)));
  if (kind !== "mass" || kilograms === null || kilograms.includes("/")) return `${factor} (${kind})`; // A third of a gram has no decimal.
  return say("value.kilograms", { value: kilograms });
}

const unitOf = (unit: Unit, at: PageAt): UnitShown => ({ ...unit, meaning: meaningOf(unit, at) });

/** The fields as the form begins: figures as the country writes them. */
function first(kept: Kept, { say }: PageAt): URLSearchParams {
  const figure = (value: string) => say("value.figure", { value });
  const money = kept.currencies.flatMap((one, at) => [
    [`currency-${at}`, one.currency],
    [`line-${at}`, figure(one.line)],
    [`cash-${at}`, figure(one.cash)],
  ]);
  const { name, form, country, zone, tax_hold_days } = kept;
  const hold = tax_hold_days === null ? [] : [["taxHoldDays", `${tax_hold_days}`]];
  return new URLSearchParams([
    ["name", name],
    ["form", form],
    ["country", country],
    ["zone", zone],
    ...hold,
    ...money,
  ] as [string, string][]);
}

type Tried = {
  readonly of: "settings" | "unit";
  readonly wrong: readonly Refusal[];
  readonly typed: URLSearchParams;
} | null;

const sorted = (some: Iterable<string>): readonly string[] => [...new Set(some)].sort();

async function settingsAt(at: PageAt, tried: Tried): Promise<Result<Page>> {
  const kept = await settingsNow(at);
  if (!kept.ok) return kept;
  const found = await at.ask("units.list");
  if (!found.ok) return found;
  const { value } = kept;
  const mayChange = at.powers.has("settings");
  const filled = (of: "settings" | "unit", typed: URLSearchParams): Filled =>
    tried?.of === of ? { typed: tried.typed, wrong: tried.wrong } : { typed, wrong: [] };
  const props = {
    frame: at.frame("our-book"),
    book: at.book,
    name: value.name,
    since: value.since,
    change: mayChange
      ? { action: at.address("settings"), act: at.newAct(), filled: filled("settings", first(value, at)) }
      : null,
    define: mayChange
      ? {
          action: at.address("settings/unit"),
          act: at.newAct(),
          filled: filled("unit", new URLSearchParams({ from: at.today })),
        }
      : null,
    about: aboutOf(value, at),
    currencies: [...value.currencies.map((one) => one.currency), ""].map((currency, place) => ({
      at: place,
      currency,
      isNew: currency === "",
    })),
    countries: sorted([value.country, ...proposals.map((one) => one.country)]),
    zones: sorted([value.zone, ...proposals.map((one) => one.zone)]),
    units: (found.value.rows as unknown as readonly Unit[]).map((one) => unitOf(one, at)),
    languages: tonguesOf(at.request, at.services.catalogues).map((one) => one.name),
  };
  return done(draw(props, at.say));
}

/** For whoever may only look. */
function aboutOf(kept: Kept, { say }: PageAt) {
  const money = kept.currencies.map((one) => one.currency).join(", ");
  const hold = kept.tax_hold_days === null ? say("unknown") : say("value.figure", { value: `${kept.tax_hold_days}` });
  return [
    { name: "form", says: say(`door.form.${kept.form}`) },
    { name: "country", says: placeName(kept.country, say.language) },
    { name: "zone", says: kept.zone },
    { name: "currency", says: money },
    { name: "hold", says: hold },
  ];
}

export const settingsPage: BookPage = { path: "/o/:book/settings", open: (at) => settingsAt(at, null) };

/** Says `book.settings`: the whole settings, with what the form does not show as it was. */
export const settingsForm: BookForm = { path: "/o/:book/settings", post: change };

/** The currencies as typed; a row without a code is left out. A grain that is the same keeps its spelling: postings carry it. */
function currenciesIn(form: Form, kept: Kept["currencies"]): readonly object[] {
  const spelled = (field: string, before: string | undefined): string | null => {
    const typed = form.readFigure(field);
    if (typed === null || before === undefined) return typed;
    return compare(exactly(typed), exactly(before)) === 0 ? before : typed;
  };
  return Array.from({ length: 10 }, (_, at) => at)
    .filter((at) => form.text(`currency-${at}`) !== "")
    .map((at) => {
      const currency = form.text(`currency-${at}`).toUpperCase();
      const before = kept.find((one) => one.currency === currency);
      return { currency, line: spelled(`line-${at}`, before?.line), cash: spelled(`cash-${at}`, before?.cash) };
    });
}

async function change(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const kept = await settingsNow(at);
  if (!kept.ok) return kept;
  const hold = form.maybeFigure("taxHoldDays");
  const days = typeof hold === "string" && /^\d{1,6}$/.test(hold) ? Number.parseInt(hold, 10) : undefined;
  // Half a day, or a million, is no number of days: said, else the hold would go away in silence.
  if (typeof hold === "string" && days === undefined)
    form.wrong.push(refused("form.figure-unreadable", { typed: hold.slice(0, 80) }, "taxHoldDays").refusal);
  const settings = {
    name: form.readText("name"),
    form: form.text("form"),
    country: form.text("country"),
    zone: form.text("zone"),
    currencies: currenciesIn(form, kept.value.currencies),
    organisation: kept.value.organisation,
    ...(days === undefined ? {} : { taxHoldDays: days }),
  };
  const typed = form.typed;
  if (form.wrong.length > 0) return settingsAt(at, { of: "settings", wrong: form.wrong, typed });
  const spoken = await at.speak("book.settings", { settings });
  if (spoken.outcome === "refused") return settingsAt(at, { of: "settings", wrong: spoken.refusals, typed });
  return done({ goTo: at.address("settings"), told: "kept" });
}

/** Says `unit.define`, for a unit of weight: other kinds have no form yet. */
export const unitForm: BookForm = { path: "/o/:book/settings/unit", post: define };

async function define(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [unit, kilograms, source, from] = [
    form.readText("unit"),
    form.readFigure("kilograms"),
    form.readText("source"),
    form.readDay("from"),
  ];
  const product = form.maybe("product");
  if (form.wrong.length > 0) return settingsAt(at, { of: "unit", wrong: form.wrong, typed: form.typed });
  const factor = decimalText(multiply(exactly(kilograms ?? "0"), ratio(1000n)));
  const says = { unit, kind: "mass", factor, source, from, ...(product === undefined ? {} : { product }) };
  const spoken = await at.speak("unit.define", says);
  if (spoken.outcome === "refused") return settingsAt(at, { of: "unit", wrong: spoken.refusals, typed: form.typed });
  return done({ goTo: at.address("settings"), told: "kept" });
}
