/** `/o/BOOK/payments/sheet`: the sheet that is taken to the pay table, as a page and as PDF. */
import { rowsOfPage, type SigningPage, signingSheetPdf } from "../../../channels/paper/signing-sheet.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { paymentSheetPage as drawSheet, type SheetPage } from "../../../rooms/settlement/pages/payment-sheet.tsx";
import { personIn } from "../../../rooms/settlement/pages/people.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import { amountInWords } from "../../language/amount-words.ts";
import { type Money, sumsInWords } from "../../language/sums.ts";
import type { Page } from "../../render.ts";
import { moneyAt, personOf } from "../settling.ts";
import { type CashRow, cashAsked, cashRows } from "./gather.ts";

/** Rows of a page on the screen, about twenty sheets; the PDF has all of them. */
const onOneScreen = 220;

export const paymentSheetPage: BookPage = { path: "/o/:book/payments/sheet", open: sheetAt };

async function sheetAt(at: PageAt): Promise<Result<Page | Response>> {
  const isPdf = at.words.get("as") === "pdf";
  const found = await cashRows(at, isPdf ? 10_000 : onOneScreen);
  if (!found.ok) return found;
  const rows = found.value;
  const pages = pagesOf(at, rows);
  const about = { count: `${rows.length}`, sum: sumsInWords(sumsOf(at, rows), at.say), day: at.today };
  if (isPdf) return done(await asPdf(at, pages, at.say("payments.sheet-answer", about)));
  const narrowed = Object.fromEntries(Object.entries(cashAsked(at.words)).filter(([name]) => name !== "paidIn"));
  const all = BigInt(rows[0]?.found ?? "0");
  const props = {
    frame: at.frame("payments"),
    book: at.book,
    answer: at.say("payments.sheet-answer", about),
    pages,
    more: `${all - BigInt(rows.length)}`,
    pdf: at.address("payments/sheet", { ...narrowed, as: "pdf" }),
    cash: at.address("payments/cash", narrowed),
    back: at.address("payments", narrowed),
  };
  return done(drawSheet(props, at.say));
}

/** Rows of each currency by themselves, cut into pages, each with its sum and what came before it. */
function pagesOf(at: PageAt, rows: readonly CashRow[]): readonly SheetPage[] {
  const { say } = at;
  const pages: SheetPage[] = [];
  for (const currency of new Set(rows.map((row) => row.currency))) {
    const own = rows.filter((row) => row.currency === currency);
    const money = (grains: bigint) => say("value.money-line", { value: moneyAt(at, currency, `${grains}`), currency });
    let before = 0n;
    for (let from = 0; from < own.length; from += rowsOfPage) {
      const some = own.slice(from, from + rowsOfPage);
      const sum = some.reduce((total, row) => total + BigInt(row.to_hand), 0n);
      pages.push({
        rows: some.map((row, place) => ({
          at: `${from + place + 1}`,
          person: personIn(personOf(row), say),
          paper: row.number,
          amount: money(BigInt(row.to_hand)),
          words: amountInWords(moneyAt(at, currency, row.to_hand), currency, say) ?? "",
        })),
        sums: [
          { name: say("cash.page-sum"), amount: money(sum) },
          ...(own.length <= rowsOfPage ? [] : [{ name: say("cash.so-far"), amount: money(before + sum) }]),
        ],
      });
      before += sum;
    }
  }
  return pages;
}

function sumsOf(at: PageAt, rows: readonly CashRow[]): readonly Money[] {
  const sums = new Map<string, bigint>();
  for (const { currency, to_hand } of rows) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(to_hand));
  return [...sums].map(([currency, grains]) => ({ exact: moneyAt(at, currency, `${grains}`), currency }));
}

async function asPdf(at: PageAt, pages: readonly SigningPage[], about: string): Promise<Response> {
  const { say } = at;
  const bytes = await signingSheetPdf(pages.length === 0 ? [{ rows: [], sums: [] }] : pages, {
    language: say.language,
    day: at.today,
    organisation: at.settings.name,
    title: say("payments.sheet"),
    about,
    heads: {
      at: say("cash.at"),
      person: say("settle.person-head"),
      paper: say("statements.number"),
      amount: say("payments.amount"),
    },
    signature: say("cash.signature"),
    fingerprint: say("cash.fingerprint"),
    foot: say("payments.sheet-foot"),
    pageOf: (page, of) => say("cash.page-of", { page: `${page}`, of: `${of}` }),
  });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="pay-table-${at.today}.pdf"`,
      "Content-Language": say.language,
    },
  });
}
