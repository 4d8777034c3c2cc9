/** The forms on the page of a point: lending cash or a debt to it, ending what is lent, giving it a pad. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { BookForm, FormAt, GoTo } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { type PointForm, pointAt } from "./point.tsx";
import { unknown } from "./sheet.tsx";

/** Says what a form reads, and goes back to the point; what is wrong stands in its form again. */
async function said(
  at: FormAt,
  form: PointForm,
  kind: string,
  read: (place: string) => Readonly<Record<string, unknown>>,
): Promise<Result<Page | GoTo>> {
  const place = at.parameter("place");
  const says = read(place);
  const wrong = [...at.form.wrong];
  const spoken = wrong.length > 0 ? null : await at.speak(kind, says);
  if (spoken?.outcome === "done")
    return done({ goTo: at.address(`points/${encodeURIComponent(place)}`), told: `point-${form}` });
  const refusals = spoken === null ? wrong : spoken.refusals;
  const page = await pointAt(at, { form, filled: { typed: at.form.typed, wrong: refusals } });
  return page === null ? unknown(at) : done(page);
}

/** Says `float.lend`. */
const floatForm: BookForm = {
  path: "/o/:book/points/:place/float",
  post: (at) =>
    said(at, "float", "float.lend", (place) => {
      const { form } = at;
      const from = form.maybe("from");
      const [amount, until] = [form.readFigure("amount"), form.readDay("until")];
      return { place, amount, currency: form.text("currency"), until, ...(from === undefined ? {} : { from }) };
    }),
};

/** Says `hold.lend`, of one debt. */
const debtForm: BookForm = {
  path: "/o/:book/points/:place/debt",
  post: (at) =>
    said(at, "debt", "hold.lend", (place) => {
      const { form } = at;
      const [debt, until, upTo] = [form.readId("debt"), form.readDay("debtUntil"), form.maybeFigure("upTo")];
      return { place, until, debts: [{ debt, ...(typeof upTo === "string" ? { upTo } : {}) }] };
    }),
};

/** Says `hold.end`. */
const endForm: BookForm = {
  path: "/o/:book/points/:place/end",
  post: (at) =>
    said(at, "end", "hold.end", () => ({ hold: at.form.readId("hold"), reason: at.form.readText("reason") })),
};

/** A serial of a pad as typed: digits, with or without the zeros before them. */
function serialIn({ form }: FormAt, field: string): number {
  const typed = form.readText(field) ?? "";
  if (/^\d{1,9}$/.test(typed)) return Number.parseInt(typed, 10);
  if (typed !== "") form.wrong.push(refused("form.figure-unreadable", { typed: typed.slice(0, 80) }, field).refusal);
  return 0;
}

/** Says `pad.issue`. */
const padForm: BookForm = {
  path: "/o/:book/points/:place/pad",
  post: (at) =>
    said(at, "pad", "pad.issue", (place) => ({
      pad: at.idOf("pad"),
      series: at.form.text("series").toUpperCase(),
      from: serialIn(at, "first"),
      to: serialIn(at, "last"),
      place,
      on: at.form.readDay("on"),
    })),
};

export const pointForms: readonly BookForm[] = [floatForm, debtForm, endForm, padForm];
