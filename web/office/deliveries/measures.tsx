/** The readings of a hand-over as fields of a form: one for each measure of the product's scheme. */

import type { Measurement } from "../../../rooms/acopio/said.ts";
import type { GradingScheme } from "../../../rooms/agreements/rules/grading.ts";
import { FigureField, type Filled } from "../../components/fields.tsx";
import { useSay } from "../../components/speaking.tsx";
import type { FormAt, PageAt } from "../../desk/page.ts";
import type { Say } from "../../language/say.ts";
import { rowsOf } from "../read.ts";

type Scheme = { readonly scheme: string; readonly product: string; readonly body: GradingScheme };
type Season = {
  readonly product: string;
  readonly season: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly policy: {
    readonly gradingScheme: string | null;
    readonly containers?: readonly { readonly container: string }[];
  };
};

/** On which terms a product is received on a day: what is measured, and in which containers it usually comes. */
export type ReceivingTerms = {
  readonly product: string;
  readonly season: string;
  readonly scheme: GradingScheme | null;
  readonly containers: readonly string[];
};

/** The terms of each product whose season runs on a day. */
export async function termsOn(day: string, at: PageAt): Promise<readonly ReceivingTerms[]> {
  const seasons = (await rowsOf<Season>(at, "seasons.list", { limit: 100 })) ?? [];
  const schemes = (await rowsOf<Scheme>(at, "schemes.list")) ?? [];
  return seasons
    .filter((one) => one.first_day <= day && day <= one.last_day)
    .map(({ product, season, policy }) => ({
      product,
      season,
      scheme: schemes.find((one) => one.scheme === policy.gradingScheme)?.body ?? null,
      containers: (policy.containers ?? []).map((one) => one.container),
    }));
}

/** The scheme of a product as its season of a day wants it; without a season, any that there is for the product. */
export async function schemeFor(product: string, day: string, at: PageAt): Promise<GradingScheme | null> {
  const terms = (await termsOn(day, at)).find((one) => one.product === product);
  if (terms?.scheme) return terms.scheme;
  const [any] = (await rowsOf<Scheme>(at, "schemes.list", { product })) ?? [];
  return any?.body ?? null;
}

type Measure = GradingScheme["measures"][number];
const fieldOf = ({ measure }: Measure): string => `measure-${measure}`;

/** The names of the fields, for a form to know where what is wrong belongs. */
export const measureFields = (scheme: GradingScheme | null): readonly string[] => (scheme?.measures ?? []).map(fieldOf);

const unitOf = (unit: string, say: Say): string =>
  unit === "percent" ? "%" : unit === "point" ? say("delivery.points") : unit;

/** Must: say unit and limits of each; none has to be filled, for what was not measured is not known. */
export function Measures({ scheme, filled }: { scheme: GradingScheme | null; filled: Filled }) {
  const say = useSay();
  if (scheme === null) return <p class="soft">{say("receive.no-scheme")}</p>;
  return (
    <div class="pair">
      {scheme.measures.map((one) => (
        <FigureField
          name={fieldOf(one)}
          label={wordsIn(one.name, say)}
          unit={unitOf(one.unit, say)}
          hint={say("receive.limits", { from: one.plausible.from, to: one.plausible.to })}
          filled={filled}
          optional
        />
      ))}
    </div>
  );
}

const wordsIn = (words: Readonly<Record<string, string | undefined>>, say: Say): string =>
  words[say.language] ?? words.es ?? words.en ?? Object.values(words)[0] ?? "";

/** What was typed, as readings; what cannot be read is noted under its field. */
export function readMeasures({ form }: Pick<FormAt, "form">, scheme: GradingScheme | null): readonly Measurement[] {
  return (scheme?.measures ?? []).flatMap((one) => {
    const value = form.maybeFigure(fieldOf(one));
    if (value === undefined || value === null) return [];
    return [{ measure: one.measure, value, unit: one.unit, method: one.method }];
  });
}
