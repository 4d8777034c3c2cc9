/** `/o/BOOK/purchases/documents/DOCUMENT`: the document as it was issued, to print, as data, and annulling it. */
import { purchaseDocumentXml } from "../../../exchange/purchases/xml.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { purchaseDocumentPaper } from "../../../rooms/purchases/pages/purchase-document.ts";
import { ChoiceField, type Filled, fresh, WordsField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import { addressWith, bookSay } from "../../server/page.ts";
import { formPage } from "../form-page.tsx";
import { paperResponse } from "../papers.tsx";
import { type DocumentRow, documentAt, money, rulesAt } from "./read.ts";

export const documentPage: BookPage = { path: "/o/:book/purchases/documents/:document", open: open };
export const voidForm: BookForm = { path: "/o/:book/purchases/documents/:document", post: annul };

type Found = Extract<Awaited<ReturnType<typeof documentAt>>, { ok: true }>["value"];

async function open(at: PageAt): Promise<Result<Page | Response>> {
  const found = await documentAt(at);
  if (!found.ok) return found;
  const as = at.words.get("as");
  if (as === "json") return done(jsonOf(found.value));
  if (as === "xml") return done(xmlOf(found.value));
  if (as === "pdf" || at.words.has("paper")) return done(await paperOf(at, found.value));
  return draw(at, found.value, fresh());
}

/** In the manner of the document's own currency. */
function sayIn(at: PageAt, { content }: Found): (language: string) => Say {
  const { currency, grain } = content;
  const of = { country: at.settings.country, currencies: [{ currency, ...grain }] };
  return (language) => bookSay(at.services.catalogues, language, of);
}

const paperOf = (at: PageAt, found: Found): Promise<Page | Response> =>
  paperResponse(at, {
    compose: (to) => purchaseDocumentPaper(found.held, to),
    sayIn: sayIn(at, found),
    notes: (say) => voidNotes(found.row, say),
    bandOf: at.book,
    usual: "a4",
    back: { href: at.address(`purchases/documents/${found.row.document}`), says: at.say("purchase.back-to-document") },
  });

/** What is said of an annulled document on every copy. */
function voidNotes(row: DocumentRow, say: Say): readonly string[] {
  if (row.voided_on === null) return [];
  const facts = { day: row.voided_on, reason: row.void_reason ?? "", number: row.void_number ?? "" };
  return [say(row.void_number === null ? "purchase.annulled" : "purchase.annulled-by", facts)];
}

const nameOf = (row: DocumentRow, extension: string): string =>
  `${row.number.replace(/[^A-Za-z0-9.-]+/g, "-")}.${extension}`;

const fileOf = (row: DocumentRow, text: string, type: string, extension: string): Response =>
  new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${nameOf(row, extension)}"`,
      "Cache-Control": "no-store",
    },
  });

const annulment = ({ voided_on, void_number, void_reason }: DocumentRow) =>
  voided_on === null ? null : { on: voided_on, number: void_number, reason: void_reason ?? "" };

/** Every value, the version of the rules, and the persons' values as far as the reader may see them. */
const jsonOf = ({ row, content, held }: Found): Response =>
  fileOf(
    row,
    `${JSON.stringify({ document: content, sheet: row.sheet, seller: held.seller, buyer: held.buyer, annulled: annulment(row) }, null, 1)}\n`,
    "application/json",
    "json",
  );

const xmlOf = ({ row, content, held }: Found): Response =>
  fileOf(
    row,
    purchaseDocumentXml(
      content,
      row.sheet,
      {
        ...{ sellerName: held.seller.name, sellerIdentity: held.seller.identity },
        ...{ sellerTaxNumber: held.seller.taxNumber, sellerAddress: held.seller.address },
        ...{ buyerTaxNumber: held.buyer.taxNumber, buyerAddress: held.buyer.address },
      },
      annulment(row),
    ),
    "application/xml",
    "xml",
  );

async function draw(at: PageAt, found: Found, filled: Filled): Promise<Result<Page>> {
  const { row, content, held, isOwn } = found;
  const say = sayIn(at, found)(at.language);
  const paper = purchaseDocumentPaper(held, say);
  const paid = isOwn ? null : await at.ask("purchase-document.paid", { document: row.document });
  const payments = paid?.ok ? (paid.value.rows as readonly Payment[]) : [];
  return done(
    formPage(at, {
      here: isOwn ? "my-statements" : "settlements",
      asks: say("purchase.document-answer", { number: row.number, amount: paper.answer?.amount ?? "" }),
      style: ["books"],
      about: [paper.kind, say("purchase.issued-on", { day: content.days.issued })].join(" · "),
      children: (
        <>
          {row.voided_on === null ? null : <Notice state="broken" title={voidNotes(row, say)[0] ?? ""} />}
          <Taking at={at} />
          {paper.sections.map((section) => (
            <section>
              <h2>{section.heading}</h2>
              {section.words.map((text) => (
                <p>{text}</p>
              ))}
              {section.lines.length === 0 ? null : (
                <Table
                  label={section.heading}
                  columns={[
                    { head: say("purchase.what") },
                    { head: say("purchase.how-found") },
                    { head: say("purchase.amount"), figures: true },
                  ]}
                  rows={section.lines.map((one) => ({
                    name: one.name,
                    cells: [one.reasons.join(" · "), one.rank === "line" ? one.figure : <b>{one.figure}</b>],
                  }))}
                />
              )}
            </section>
          ))}
          <Payments rows={payments} at={at} />
          {paper.foot.map((text) => (
            <p class="soft">{text}</p>
          ))}
          {row.voided_on === null && at.powers.has("pay") ? (
            <Annulling document={row.document} filled={filled} at={at} series={await noteSeries(at)} />
          ) : null}
        </>
      ),
    }),
  );
}

function Taking({ at }: { at: PageAt }) {
  return (
    <nav class="ways" aria-label={at.say("purchase.files")}>
      <a class="quiet" href={addressWith(at.request, { paper: "a4" })}>
        {at.say("purchase.print")}
      </a>
      {["pdf", "json", "xml"].map((as) => (
        <a class="quiet" href={addressWith(at.request, { as })}>
          {at.say(`purchase.as-${as}`)}
        </a>
      ))}
    </nav>
  );
}

type Payment = Readonly<Record<"number" | "paid_on" | "amount" | "currency" | "line_grain" | "paid_in", string>>;

function Payments({ rows, at }: { rows: readonly Payment[]; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0) return <p class="soft">{say("purchase.not-paid-yet")}</p>;
  return (
    <section>
      <h2>{say("purchase.payments")}</h2>
      <Table
        label={say("purchase.payments")}
        columns={[
          { head: say("purchase.statement") },
          { head: say("purchase.day") },
          { head: say("purchase.amount"), figures: true },
        ]}
        rows={rows.map((one) => ({
          name: <a href={at.address(`statements/${one.number}`)}>{one.number}</a>,
          cells: [say("value.day", { value: one.paid_on }), money(at, one.currency, one.line_grain, one.amount)],
        }))}
      />
    </section>
  );
}

async function noteSeries(at: PageAt): Promise<readonly { readonly value: string; readonly says: string }[]> {
  const rules = await rulesAt(at);
  if (!rules.ok) return [];
  return rules.value.series
    .filter((one) => one.kind === "annulment")
    .map((one) => ({ value: one.series, says: one.prefix }));
}

type AnnullingProps = { document: string; filled: Filled; at: PageAt; series: Awaited<ReturnType<typeof noteSeries>> };

function Annulling({ document, filled, at, series }: AnnullingProps) {
  const { say } = at;
  return (
    <section>
      <h2>{say("purchase.annul")}</h2>
      <p>{say("purchase.annul-why")}</p>
      <ActForm
        action={at.address(`purchases/documents/${document}`)}
        act={at.newAct()}
        filled={filled}
        named={["reason", "series"]}
        submit={say("purchase.annul")}
        grave
      >
        <WordsField name="reason" label={say("purchase.annul-reason")} filled={filled} rows={2} />
        {series.length === 0 ? null : (
          <ChoiceField
            name="series"
            label={say("purchase.annul-series")}
            choices={series}
            none={say("purchase.annul-no-series")}
            filled={filled}
            optional
          />
        )}
      </ActForm>
    </section>
  );
}

async function annul(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const document = at.parameter("document");
  const [reason, series] = [form.readText("reason"), form.maybe("series")];
  const says = { document, reason, ...(series === undefined ? {} : { series }) };
  const spoken = form.wrong.length > 0 ? null : await at.speak("purchase-document.void", says);
  if (spoken?.outcome === "done")
    return done({ goTo: at.address(`purchases/documents/${document}`), told: "purchase-annulled" });
  const found = await documentAt(at);
  if (!found.ok) return found;
  const wrong = [...form.wrong, ...(spoken?.outcome === "refused" ? spoken.refusals : [])];
  return draw(at, found.value, { typed: form.typed, wrong });
}
