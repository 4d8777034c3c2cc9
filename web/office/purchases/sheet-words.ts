/** A sheet of purchase taxes as the words of a form, and back. Fields are called as the sheet's own: "body.taxes.0.periods.1.from". */
import type { PurchaseTaxSheet, TaxPeriod } from "../../../rooms/purchases/rules/sheet.ts";
import type { Form } from "../../desk/form.ts";

/** Languages in which a sheet has names here. */
export const tongues = ["es", "en", "pt"] as const;

type Words = Record<string, string>;

/** How a figure is written in the reader's country. */
export type Write = (exact: string) => string;

/** The words a form begins with. */
export function sheetWords(sheet: PurchaseTaxSheet, write: Write): Words {
  const words: Words = {
    "body.code": sheet.code,
    "body.country": sheet.country,
    "body.currency": sheet.currency,
    "body.document.official": sheet.document.official ?? "",
    "body.source": sheet.source,
    "body.sourceDay": sheet.sourceDay,
    "body.checkedBy": sheet.checkedBy ?? "",
    "body.sellers": sheet.sellers,
    "body.priceGrain": write(sheet.priceGrain),
    "body.otherLevies": sheet.otherLevies.join(", "),
    ...named("body.document.name", sheet.document.name),
    ...(sheet.withoutTaxNumber ? { "body.withoutTaxNumber": "on" } : {}),
  };
  for (const [at, tax] of sheet.taxes.entries()) {
    const field = `body.taxes.${at}`;
    Object.assign(words, named(`${field}.name`, tax.name), {
      [`${field}.code`]: tax.code,
      [`${field}.effect`]: tax.effect,
      [`${field}.sellers`]: tax.sellers,
      [`${field}.base`]: tax.base.of === "tax" ? `tax:${tax.base.tax}` : tax.base.of,
      [`${field}.rounding.mode`]: tax.rounding.mode,
      [`${field}.rounding.grain`]: write(tax.rounding.grain),
      [`${field}.account`]: tax.account,
      [`${field}.deduction`]: tax.deduction ?? "",
    });
    for (const [place, period] of tax.periods.entries())
      Object.assign(words, periodWords(period, `${field}.periods.${place}`, write));
  }
  for (const [at, { from, until, amount, source }] of sheet.ceilings.entries()) {
    const field = `body.ceilings.${at}`;
    Object.assign(words, { [`${field}.from`]: from, [`${field}.until`]: until ?? "" });
    Object.assign(words, { [`${field}.amount`]: write(amount), [`${field}.source`]: source });
  }
  return words;
}

function periodWords(period: TaxPeriod, field: string, write: Write): Words {
  const words: Words = {
    [`${field}.how`]: period.how,
    [`${field}.from`]: period.from,
    [`${field}.until`]: period.until ?? "",
    [`${field}.source`]: period.source,
  };
  if (period.how === "suspended") return words;
  if (period.minimum !== undefined) words[`${field}.minimum`] = write(period.minimum);
  for (const [at, { upTo, rate }] of period.bands.entries()) {
    words[`${field}.bands.${at}.rate`] = write(rate);
    words[`${field}.bands.${at}.upTo`] = upTo === undefined ? "" : write(upTo);
  }
  return words;
}

const named = (field: string, words: Readonly<Record<string, string>>): Words =>
  Object.fromEntries(tongues.map((tongue) => [`${field}.${tongue}`, words[tongue] ?? ""]));

/** How many of a list the words have, by the field that each of them must have: "body.taxes.2.code" is of the third. */
export function countOf(typed: URLSearchParams, field: string, mark: string): number {
  let most = -1;
  for (const [name, value] of typed) {
    if (!name.startsWith(`${field}.`) || value.trim() === "") continue;
    const [place = "", of] = name.slice(field.length + 1).split(".");
    if (of === mark && /^\d{1,3}$/.test(place)) most = Math.max(most, Number(place));
  }
  return most + 1;
}

/** The sheet as typed, for the act to check: what is left empty is left out, figures are read as the country writes them. */
export function sheetTyped(form: Form): Readonly<Record<string, unknown>> {
  const texts = (of: Readonly<Record<string, string | undefined>>) =>
    Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined));
  const names = (field: string) =>
    texts(Object.fromEntries(tongues.map((one) => [one, form.maybe(`${field}.${one}`)])));
  const list = <T>(field: string, marks: string, read: (at: string) => T): readonly T[] =>
    Array.from({ length: countOf(form.typed, field, marks) }, (_, at) => `${field}.${at}`).flatMap((at) =>
      form.text(`${at}.${marks}`) === "" ? [] : [read(at)],
    );
  const figure = (name: string): string | undefined => form.maybeFigure(name) ?? undefined;
  const official = form.maybe("body.document.official");
  return {
    ...texts({ checkedBy: form.maybe("body.checkedBy") }),
    code: form.text("body.code"),
    country: form.text("body.country"),
    currency: form.text("body.currency"),
    document: { name: names("body.document.name"), ...texts({ official }) },
    source: form.text("body.source"),
    sourceDay: form.text("body.sourceDay"),
    sellers: form.text("body.sellers"),
    withoutTaxNumber: form.ticked("body.withoutTaxNumber"),
    required: form.all("body.required"),
    priceGrain: figure("body.priceGrain") ?? "",
    otherLevies: form
      .text("body.otherLevies")
      .split(/[\s,;]+/)
      .filter((one) => one !== ""),
    taxes: list("body.taxes", "code", (at) => taxTyped(form, at, names, list, figure, texts)),
    ceilings: list("body.ceilings", "from", (at) => ({
      from: form.text(`${at}.from`),
      ...texts({ until: form.maybe(`${at}.until`) }),
      amount: figure(`${at}.amount`) ?? "",
      source: form.text(`${at}.source`),
    })),
  };
}

type Reading = {
  readonly names: (field: string) => object;
  readonly list: <T>(field: string, marks: string, read: (at: string) => T) => readonly T[];
  readonly figure: (name: string) => string | undefined;
  readonly texts: (of: Readonly<Record<string, string | undefined>>) => object;
};

function taxTyped(
  form: Form,
  at: string,
  names: Reading["names"],
  list: Reading["list"],
  figure: Reading["figure"],
  texts: Reading["texts"],
): object {
  const base = form.text(`${at}.base`);
  return {
    code: form.text(`${at}.code`),
    name: names(`${at}.name`),
    effect: form.text(`${at}.effect`),
    sellers: form.text(`${at}.sellers`),
    base: base.startsWith("tax:") ? { of: "tax", tax: base.slice(4) } : { of: base },
    rounding: { mode: form.text(`${at}.rounding.mode`), grain: figure(`${at}.rounding.grain`) ?? "" },
    account: form.text(`${at}.account`),
    ...texts({ deduction: form.maybe(`${at}.deduction`) }),
    periods: list(`${at}.periods`, "from", (of) => {
      const dated = {
        how: form.text(`${of}.how`),
        from: form.text(`${of}.from`),
        ...texts({ until: form.maybe(`${of}.until`) }),
        source: form.text(`${of}.source`),
      };
      if (dated.how === "suspended") return dated;
      const bands = list(`${of}.bands`, "rate", (band) => ({
        ...texts({ upTo: figure(`${band}.upTo`) }),
        rate: figure(`${band}.rate`) ?? "",
      }));
      return { ...dated, bands, ...texts({ minimum: figure(`${of}.minimum`) }) };
    }),
  };
}
