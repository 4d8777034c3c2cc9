/** `/o/BOOK/points/new` and `/o/BOOK/points/POINT/sheet`: the sheet of a collection point, opened or changed. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { PointSheet } from "../../../rooms/acopio/said/point.ts";
import { DayField, type Filled, fresh, TextField, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { useSay } from "../../components/speaking.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { begun, productName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";
import { type PointShown, pointsAt } from "./read.ts";
import { fieldOf, firstOf, scaleFields, sheetIn } from "./sheet-read.ts";

/** The form of a new point. */
export const newPointPage: BookPage = {
  path: "/o/:book/points/new",
  open: async (at) => (mayGive(at) ? done(await draw(at, null, fresh({ from: at.today }))) : notYours),
};

/** The form of one that there is, with its sheet as it stands. */
export const sheetPage: BookPage = {
  path: "/o/:book/points/:place/sheet",
  open: async (at) => {
    if (!mayGive(at)) return notYours;
    const [point] = await pointsAt(at, at.parameter("place"));
    if (point === undefined) return unknown(at);
    return done(await draw(at, point, { typed: firstOf(point.sheet, at), wrong: [] }));
  },
};

const notYours = refused("power.missing", { power: "manage-devices", agent: "" });
const mayGive = ({ powers }: PageAt): boolean => powers.has("manage-devices");
/** That there is no such point. */
export const unknown = (at: PageAt) => refused("point.unknown", { place: at.parameter("place") });

/** Says `point.open`. */
export const newPointForm: BookForm = {
  path: "/o/:book/points/new",
  post: async (at) => {
    const place = at.form.readText("place") ?? "";
    return say(at, null, place);
  },
};

/** Says `point.change`. */
export const sheetForm: BookForm = {
  path: "/o/:book/points/:place/sheet",
  post: async (at) => {
    const [point] = await pointsAt(at, at.parameter("place"));
    return point === undefined ? unknown(at) : say(at, point, point.place);
  },
};

async function say(at: FormAt, point: PointShown | null, place: string): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [sheet, from, reason] = [sheetIn(at), form.readDay("from"), form.maybe("reason")];
  const again = async (wrong: Filled["wrong"]) => done(await draw(at, point, { typed: form.typed, wrong }));
  if (form.wrong.length > 0) return again(form.wrong);
  const says = { place, sheet, from, ...(reason === undefined ? {} : { reason }) };
  const spoken = await at.speak(point === null ? "point.open" : "point.change", says);
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({
    goTo: at.address(`points/${encodeURIComponent(place)}`),
    told: point === null ? "point-opened" : "kept",
  });
}

/** What may be received: whatever a season was ever opened for, and what the sheet has already. */
async function productsFor(at: PageAt, sheet: PointSheet | null): Promise<readonly string[]> {
  const seasons = (await rowsOf<{ product: string }>(at, "seasons.list", { limit: 100 })) ?? [];
  return [...new Set([...seasons.map(({ product }) => product), ...(sheet?.products ?? [])])].sort();
}

/** Fields of the form, as refusals name them. */
const named = (scales: number, currencies: readonly string[]): readonly string[] => [
  ...["name", "place", "prefix", "products", "paysCash", "until", "from", "reason"],
  ...["sheet.name", "sheet.prefix", "sheet.products", "sheet.until"],
  ...Array.from({ length: scales }, (_, place) => [
    `sheet.scales.${place}`,
    ...scaleFields.map((field) => fieldOf(field, place)),
  ]).flat(),
  ...currencies.map((currency) => `notes-${currency}`),
  "sheet.denominations",
];

async function draw(at: PageAt, point: PointShown | null, filled: Filled): Promise<Page> {
  const { say, address } = at;
  const products = await productsFor(at, point?.sheet ?? null);
  const currencies = at.settings.currencies.map(({ currency }) => currency);
  const scales = (point?.sheet.scales.length ?? 0) + 1;
  const back = point === null ? "points" : `points/${encodeURIComponent(point.place)}`;
  return formPage(at, {
    here: "points",
    style: ["points"],
    asks: point === null ? say("points.new-asks") : say("points.sheet-asks", { name: point.name }),
    about: say(point === null ? "points.new-about" : "points.sheet-about"),
    children: (
      <ActForm
        action={address(point === null ? "points/new" : `${back}/sheet`)}
        act={at.newAct()}
        filled={filled}
        named={named(scales, currencies)}
        submit={say(point === null ? "points.open-it" : "points.save-sheet")}
        other={{ href: address(back), says: say("points.back") }}
      >
        <TextField
          name="name"
          label={say("points.name")}
          hint={say("points.name-hint")}
          filled={filled}
          tells={["sheet.name"]}
        />
        {point === null ? (
          <TextField
            name="place"
            label={say("points.code")}
            hint={say("points.code-hint")}
            filled={filled}
            size="short"
          />
        ) : null}
        <TextField
          name="prefix"
          label={say("points.prefix")}
          hint={say("points.prefix-hint")}
          filled={filled}
          tells={["sheet.prefix"]}
          size="short"
        />
        <Products products={products} filled={filled} />
        {Array.from({ length: scales }, (_, place) => (
          <Scale place={place} isNew={place + 1 === scales} filled={filled} />
        ))}
        <TickField
          name="paysCash"
          label={say("points.cash")}
          hint={say("points.cash-hint")}
          choices={[{ value: "yes", says: say("points.pays-cash") }]}
          filled={filled}
          many
        />
        {currencies.map((currency) => (
          <TextField
            name={`notes-${currency}`}
            label={say("points.notes", { currency })}
            hint={say("points.notes-hint")}
            filled={filled}
            tells={["sheet.denominations"]}
            optional
          />
        ))}
        <div class="pair">
          <DayField name="from" label={say("points.from")} filled={filled} />
          <DayField name="until" label={say("points.until")} filled={filled} tells={["sheet.until"]} optional />
        </div>
        <TextField
          name="reason"
          label={say("points.reason")}
          hint={say("points.reason-hint")}
          filled={filled}
          optional
        />
      </ActForm>
    ),
  });
}

function Products({ products, filled }: { products: readonly string[]; filled: Filled }) {
  const say = useSay();
  if (products.length === 0)
    return (
      <TextField
        name="products"
        label={say("points.products")}
        hint={say("points.products-hint")}
        filled={filled}
        tells={["sheet.products"]}
        size="short"
      />
    );
  return (
    <TickField
      name="products"
      label={say("points.products")}
      choices={products.map((value) => ({ value, says: begun(productName(value, say)) }))}
      filled={filled}
      tells={["sheet.products"]}
      many
    />
  );
}

function Scale({ place, isNew, filled }: { place: number; isNew: boolean; filled: Filled }) {
  const say = useSay();
  const tells = [`sheet.scales.${place}`];
  return (
    <fieldset class="ask">
      <legend>{say(isNew ? "points.one-more-scale" : "points.scale-number", { number: `${place + 1}` })}</legend>
      <div class="pair">
        <TextField
          name={fieldOf("scale", place)}
          label={say("points.scale")}
          filled={filled}
          tells={tells}
          size="short"
          optional={isNew}
        />
        <TextField
          name={fieldOf("division", place)}
          label={say("points.division")}
          filled={filled}
          size="short"
          optional={isNew}
        />
        <TextField
          name={fieldOf("known", place)}
          label={say("points.known")}
          filled={filled}
          size="short"
          optional={isNew}
        />
        <TextField
          name={fieldOf("tolerance", place)}
          label={say("points.tolerance")}
          filled={filled}
          size="short"
          optional={isNew}
        />
      </div>
    </fieldset>
  );
}
