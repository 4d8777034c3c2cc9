/** `/o/BOOK/purchases/issue`: who sold what is settled and not documented, what would each document say, and issue them. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Refusal, type Result } from "../../../kernel/refusal.ts";
import { day as readDay } from "../../../kernel/time/index.ts";
import { type Filled, fresh } from "../../components/fields.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { pageResponse } from "../../server/page.ts";
import { formPage } from "../form-page.tsx";
import { AllForm, Choosing, HeldSellers, Previews, type Settlement, Working } from "./issue-parts.tsx";
import { begin, progressOf, type Waiting } from "./job.ts";
import { rulesAt, type SeriesRow, sheetsOn } from "./read.ts";

export const issuePage: BookPage = { path: "/o/:book/purchases/issue", open: (at) => draw(at, fresh()) };
export const issueForm: BookForm = { path: "/o/:book/purchases/issue", post };

/** Sellers shown with what their documents would say. */
const shown = 50;
/** Sellers read at once for issuing. */
const read = 500;
/** How long the answer to the form waits for a small settlement, in milliseconds; then the page asks again by itself. */
const patience = 2_000;
const askAgain = "2";

/** What the view `purchases.waiting` answers. */
export type WaitingRow = Waiting & Readonly<Record<"value" | "owed" | "currency" | "line_grain" | "found", string>>;
/** What the view `purchase-document.preview` answers. */
export type Preview = Readonly<
  Record<"statements" | "value" | "withheld" | "payable" | "unresolved" | "currency" | "line_grain", string>
> & { readonly wrong: readonly Pick<Refusal, "code" | "facts">[] };

type Listed = Settlement & { readonly stage: string };

/** What is asked for: a series, and statements of one settlement or closed between two days. */
export type Wanted = {
  readonly series: string;
  readonly settlement?: string;
  readonly from?: string;
  readonly until?: string;
};

function wantedOf(words: URLSearchParams, series: readonly SeriesRow[]): Wanted | null {
  const asked = words.get("series") ?? series[0]?.series ?? "";
  if (!series.some((one) => one.series === asked)) return null;
  const [settlement, from, until] = ["settlement", "from", "until"].map((name) => words.get(name) ?? "");
  return {
    series: asked,
    ...(isUuid(settlement ?? "") ? { settlement: settlement as string } : {}),
    ...(readDay(from ?? "") === null ? {} : { from: from as string }),
    ...(readDay(until ?? "") === null ? {} : { until: until as string }),
  };
}

/** The same as words of an address. */
export const wordsOf = (wanted: Wanted): Readonly<Record<string, string>> => ({ ...wanted });

type Rules = { readonly documents: readonly SeriesRow[]; readonly currencyOf: (series: string) => string };

async function rulesOf(at: PageAt): Promise<Result<Rules>> {
  const found = await rulesAt(at);
  if (!found.ok) return found;
  const { sheets, series } = found.value;
  const holding = sheetsOn(sheets, at.today);
  const documents = series.filter(
    (one) => one.kind === "document" && holding.some((sheet) => sheet.sheet === one.sheet),
  );
  const currencyOf = (of: string) => {
    const sheet = documents.find((one) => one.series === of)?.sheet;
    return holding.find((one) => one.sheet === sheet)?.currency ?? "";
  };
  return done({ documents, currencyOf });
}

async function draw(at: PageAt, filled: Filled): Promise<Result<Page | Response>> {
  const { say } = at;
  const rules = await rulesOf(at);
  if (!rules.ok) return rules;
  const { documents, currencyOf } = rules.value;
  const wanted = wantedOf(at.words, documents);
  const last = progressOf(at.services, at.book, at.session.seat);
  const progress = last !== null && last.series === wanted?.series ? last : null;
  const found = wanted === null ? null : await waitingAt(at, wanted, currencyOf(wanted.series), shown);
  if (found !== null && !found.ok) return found;
  const rows = found?.value ?? [];
  const previews = wanted === null || rows.length === 0 ? [] : await previewsAt(at, wanted.series, rows);
  const total = rows[0]?.found ?? "0";
  const listed = at.may("settlements.list") ? await at.ask("settlements.list", { limit: 100 }) : null;
  const settlements = (listed?.ok ? (listed.value.rows as unknown as readonly Listed[]) : []).filter(
    (one) => one.stage === "closed" || one.stage === "paid",
  );
  const page = formPage(at, {
    here: "settlements",
    asks: say("purchase.issue-title"),
    about: say("purchase.issue-why"),
    style: ["books"],
    children: (
      <div class="books">
        {documents.length === 0 ? (
          <Notice state="none" title={say("purchase.no-series")}>
            <p>
              <a href={at.address("purchases/rules")}>{say("purchase.rules-title")}</a>
            </p>
          </Notice>
        ) : (
          <Choosing documents={documents} settlements={settlements} wanted={wanted} at={at} />
        )}
        {progress === null ? null : <Working progress={progress} at={at} />}
        {progress === null ? null : <HeldSellers held={progress.held} at={at} />}
        {wanted === null ? null : <Previews rows={rows} previews={previews} wanted={wanted} at={at} />}
        {wanted === null || rows.length === 0 || !at.powers.has("pay") ? null : (
          <AllForm wanted={wanted} total={total} filled={filled} at={at} />
        )}
      </div>
    ),
  });
  if (progress === null || progress.isDone) return done(page);
  const response = pageResponse(page, say, at.request);
  response.headers.set("Refresh", askAgain);
  return done(response);
}

async function waitingAt(
  at: PageAt,
  { series: _, ...of }: Wanted,
  currency: string,
  limit: number,
  after?: string,
): Promise<Result<readonly WaitingRow[]>> {
  const found = await at.ask("purchases.waiting", {
    ...of,
    currency,
    limit,
    ...(after === undefined ? {} : { after }),
  });
  return found.ok ? done(found.value.rows as unknown as readonly WaitingRow[]) : found;
}

async function previewsAt(at: PageAt, series: string, rows: readonly WaitingRow[]): Promise<readonly Preview[]> {
  const found: Preview[] = [];
  for (const documents of batches(rows.map((one) => one.statements.join(",")))) {
    const answer = await at.ask("purchase-document.preview", { series, documents });
    if (answer.ok) found.push(...(answer.value.rows as unknown as readonly Preview[]));
  }
  return found;
}

/** Documents together as far as one question takes them: fifty, and forty thousand letters. */
function batches(documents: readonly string[]): readonly string[] {
  const found: string[][] = [[]];
  for (const one of documents) {
    const last = found.at(-1) as string[];
    if (last.length < 50 && last.join(".").length + one.length < 39_000) last.push(one);
    else found.push([one]);
  }
  return found.filter((one) => one.length > 0).map((one) => one.join("."));
}

/** Everybody whose statements wait, page by page. */
async function everybody(at: PageAt, wanted: Wanted, currency: string): Promise<Result<readonly Waiting[]>> {
  const all: WaitingRow[] = [];
  for (let after: string | undefined; ; after = all.at(-1)?.agent) {
    const found = await waitingAt(at, wanted, currency, read, after);
    if (!found.ok) return found;
    all.push(...found.value);
    if (found.value.length < read) return done(all);
  }
}

async function post(at: FormAt): Promise<Result<Page | Response | GoTo>> {
  const { form } = at;
  const rules = await rulesOf(at);
  if (!rules.ok) return rules;
  const wanted = wantedOf(form.typed, rules.value.documents);
  if (wanted === null) return draw(at, { typed: form.typed, wrong: form.wrong });
  if (form.text("do") === "one") return postOne(at, wanted);
  const sellers = await everybody(at, wanted, rules.value.currencyOf(wanted.series));
  if (!sellers.ok) return sellers;
  await Promise.race([begin(at, wanted.series, sellers.value), new Promise((go) => setTimeout(go, patience).unref())]);
  return done({ goTo: at.address("purchases/issue", wordsOf(wanted)) });
}

/** One seller, though part of it was paid before. */
async function postOne(at: FormAt, wanted: Wanted): Promise<Result<Page | Response | GoTo>> {
  const statements = at.form.text("statements").split(",").filter(isUuid);
  const document = at.idOf("document");
  const spoken = await at.speak("purchase-document.issue", {
    ...{ document, series: wanted.series, statements },
    ...(at.form.ticked("afterPayment") ? { afterPayment: true } : {}),
  });
  if (spoken.outcome === "refused") return draw(at, { typed: at.form.typed, wrong: spoken.refusals });
  const isDone = spoken.waitsUntil === undefined;
  return done({
    goTo: at.address(isDone ? `purchases/documents/${document}` : "purchases/issue"),
    told: "purchase-issued",
  });
}
