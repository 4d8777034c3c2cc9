/** `/o/BOOK/purchases/rules/sheet`: a country's rules from a template, or the next version of those the book has. */
import { done, type Result } from "../../../kernel/refusal.ts";
import type { PurchaseTaxSheet } from "../../../rooms/purchases/rules/sheet.ts";
import { templateOf, templates } from "../../../rooms/purchases/rules/templates/all.ts";
import type { Filled } from "../../components/fields.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { written } from "../../language/notation.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rulesAt } from "./read.ts";
import { SheetForm } from "./sheet-form.tsx";
import { sheetTyped, sheetWords } from "./sheet-words.ts";

export const sheetPage: BookPage = { path: "/o/:book/purchases/rules/sheet", open };
export const sheetForm: BookForm = { path: "/o/:book/purchases/rules/sheet", post };

/** The sheet that the form begins with: a version of the book's own, or a template; its id where it is the book's. */
async function beginning(at: PageAt): Promise<Result<{ id: string | null; body: PurchaseTaxSheet }>> {
  const asked = at.words.get("sheet");
  const rules = await rulesAt(at);
  if (!rules.ok) return rules;
  const own = rules.value.sheets.find((one) => one.sheet === asked);
  if (own !== undefined) return done({ id: own.sheet, body: own.body });
  const country = templates.find((one) => one.country === at.settings.country);
  const template = templateOf(at.words.get("template") ?? "") ?? country ?? (templates[0] as PurchaseTaxSheet);
  return done({ id: null, body: template });
}

async function open(at: PageAt): Promise<Result<Page>> {
  const first = await beginning(at);
  if (!first.ok) return first;
  const { id, body } = first.value;
  const typed = new URLSearchParams(sheetWords(body, (exact) => written(exact, at.say.notation)));
  for (const one of body.required) typed.append("body.required", one);
  typed.set("from", at.today);
  if (id !== null) typed.set("sheet", id);
  return draw(at, { typed, wrong: [] });
}

function draw(at: PageAt, filled: Filled): Result<Page> {
  return done(
    formPage(at, {
      here: "settlements",
      asks: at.say("purchase.sheet-title"),
      about: at.say("purchase.sheet-why"),
      style: ["books"],
      children: <SheetForm filled={filled} at={at} />,
    }),
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const [body, from, reason] = [sheetTyped(form), form.readDay("from"), form.maybe("reason")];
  const sheet = form.maybe("sheet") ?? at.idOf("sheet");
  const says = { sheet, body, from, ...(reason === undefined ? {} : { reason }) };
  const spoken = form.wrong.length > 0 ? null : await at.speak("purchase-tax.publish", says);
  if (spoken?.outcome === "done") return done({ goTo: at.address("purchases/rules"), told: "purchase-published" });
  const wrong = [...form.wrong, ...(spoken?.outcome === "refused" ? spoken.refusals : [])];
  return draw(at, { typed: form.typed, wrong });
}
