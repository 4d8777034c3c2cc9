/** `/p/BOOK`: could we do business with them? The page that an organisation shows of itself to everybody, when it shows one. */
import type { Context, Hono } from "hono";
import { isUuid } from "../../kernel/ids.ts";
import { refused } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import { SkipLink } from "../components/frames.tsx";
import { LanguageSwitch } from "../components/language-switch.tsx";
import { Speaking } from "../components/speaking.tsx";
import { wordOr } from "../language/names.ts";
import { placeName } from "../language/places.ts";
import type { Say } from "../language/say.ts";
import { planWords } from "../me/plan-words.ts";
import type { Page } from "../render.ts";
import { bookSay, languageOf, pageResponse, tonguesOf } from "../server/page.ts";
import { RequestRefused } from "../server/problem.ts";
import type { Services } from "../server/services.ts";

/** What the view `public.page` answers. */
type Shown = {
  readonly name: string;
  readonly country: string;
  readonly form: string;
  readonly about: string;
  readonly place: string | null;
  readonly reach: string | null;
  readonly prices: boolean;
};

/** What the view `public.prices` answers. */
type Bought = {
  readonly product: string;
  readonly last_day: string;
  readonly currency: string;
  readonly plan_body: unknown;
  readonly quoted: readonly {
    readonly title: string;
    readonly currency: string;
    readonly per_unit: string;
    readonly source: string;
    readonly period: string;
    readonly value: string;
  }[];
};

/** Adds the public pages to the server. */
export function plazaPages(app: Hono, services: Services): void {
  app.get("/p/:book", (context) => organisation(context, services));
}

async function organisation(context: Context, services: Services): Promise<Response> {
  const request = context.req.raw;
  const book = context.req.param("book") ?? "";
  const nowhere = new RequestRefused(404, refused("book.unknown").refusal);
  if (!isUuid(book)) throw nowhere;
  const found = await services.reader.askPublic(book, "public.page");
  const shown = found.ok ? (found.value.rows[0] as Shown | undefined) : undefined;
  if (shown === undefined) throw nowhere; // Whether there is such a book is not told either.
  const day = dayInZone(services.installation.now(), "UTC");
  const prices = await services.reader.askPublic(book, "public.prices", { day });
  const bought = prices.ok ? (prices.value.rows as readonly Bought[]) : [];
  const language = languageOf(request, services.catalogues);
  const currency = bought[0]?.currency;
  const currencies = currency === undefined ? [] : [{ currency, line: "0.01", cash: "0.01" }];
  const say = bookSay(services.catalogues, language, { country: shown.country, currencies });
  return pageResponse(
    organisationPage(book, shown, bought, tonguesOf(request, services.catalogues), say),
    say,
    request,
  );
}

function Prices({ bought, say }: { bought: readonly Bought[]; say: Say }) {
  if (bought.length === 0) return null;
  return (
    <section>
      <h2>{say("plaza.buys")}</h2>
      {bought.map((one) => (
        <div class="said">
          <h3>{wordOr("product", one.product, say)}</h3>
          <p>{planWords(one.plan_body as PricePlan, say)}</p>
          {fixedPrices(one.plan_body as PricePlan).map((price) => (
            <p>{say("plaza.fixed", { price, currency: one.currency, unit: (one.plan_body as PricePlan).unit.code })}</p>
          ))}
          {one.quoted.map((quote) => (
            <p>
              {say("plaza.quoted", {
                title: quote.title,
                value: quote.value,
                currency: quote.currency,
                per: quote.per_unit,
                period: quote.period,
                source: quote.source,
              })}
            </p>
          ))}
          <p class="small soft">{say("own.season-until", { day: one.last_day })}</p>
        </div>
      ))}
    </section>
  );
}

/** Unit prices that the plan itself names. */
const fixedPrices = (plan: PricePlan): readonly string[] =>
  plan.steps.flatMap((step) => (step.kind === "fixed-price" ? [step.price] : []));

function organisationPage(
  book: string,
  shown: Shown,
  bought: readonly Bought[],
  tongues: ReturnType<typeof tonguesOf>,
  say: Say,
): Page {
  const form = wordOr("form", shown.form, say);
  const where = [shown.place, placeName(shown.country, say.language)].filter((one) => one !== null).join(", ");
  return {
    title: shown.name,
    style: ["sheet", "own"],
    bandOf: book,
    bandLies: "along",
    ownStyle: "",
    say,
    body: (
      <Speaking value={say}>
        <SkipLink to="plaza" says={say("skip")} />
        <div class="band" aria-hidden="true" />
        <div class="sheet own">
          <header class="who">
            <b>{shown.name}</b>
            <span>{`${form} · ${where}`}</span>
          </header>
          <main id="plaza">
            <h1 class="speak">{say("plaza.answer", { name: shown.name })}</h1>
            <section>
              {shown.about.split(/\n+/).map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </section>
            <Prices bought={bought} say={say} />
            {shown.reach === null ? null : (
              <section>
                <h2>{say("plaza.reach")}</h2>
                <p>{shown.reach}</p>
              </section>
            )}
          </main>
          <footer class="foot">
            <LanguageSwitch tongues={tongues} />
            <p>{say("plaza.foot")}</p>
          </footer>
        </div>
      </Speaking>
    ),
  };
}
