/** `/o/BOOK/purchases/certificate?agent=…&year=…`: what was withheld of a seller in a year, to print and sign. */
import type { PaperDocument } from "../../../channels/paper/document.ts";
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { wordsOf } from "../../../rooms/purchases/pages/purchase-document.ts";
import { exactOf } from "../../desk/listed.ts";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import { bookSay } from "../../server/page.ts";
import { paperResponse } from "../papers.tsx";

export const certificatePage: BookPage = { path: "/o/:book/purchases/certificate", open };

/** What the view `purchase-certificate.one` answers. */
type Row = Readonly<
  Record<"currency" | "line_grain" | "tax" | "base" | "amount" | "documents" | "last_day", string>
> & {
  readonly taxes: readonly { readonly code: string; readonly name: Readonly<Record<string, string>> }[];
  readonly name: string | null;
  readonly numbers: readonly string[];
};

type Identity = { readonly kind: string; readonly value: string | null };

async function open(at: PageAt): Promise<Result<Page | Response>> {
  const agent = at.words.get("agent") ?? "";
  const year = /^\d{4}$/.exec(at.words.get("year") ?? "")?.[0] ?? at.today.slice(0, 4);
  if (!isUuid(agent)) return refused("agent.unknown", { agent });
  const found = await at.ask("purchase-certificate.one", { agent, year });
  if (!found.ok) return found;
  const rows = found.value.rows as unknown as readonly Row[];
  const held = at.may("personal.of", { agent }) ? await at.ask("personal.of", { agent }) : null;
  const values = held?.ok ? (held.value.rows as unknown as readonly Identity[]) : [];
  const identity = values.findLast((one) => one.kind === "identity-number")?.value ?? null;
  const isOwn = agent === at.session.agent;
  return done(
    await paperResponse(at, {
      compose: (say) => certificateOf(at, { rows, year, identity }, say),
      sayIn: (language) => bookSay(at.services.catalogues, language, at.settings),
      notes: () => [],
      bandOf: at.book,
      usual: "a4",
      back: { href: at.address(isOwn ? "me/data" : "purchases"), says: at.say("purchase.back") },
    }),
  );
}

type Certified = { readonly rows: readonly Row[]; readonly year: string; readonly identity: string | null };

function certificateOf(at: PageAt, { rows, year, identity }: Certified, say: Say): PaperDocument {
  const money = (row: Row, grains: string) =>
    say("value.money-code", { value: exactOf(grains, row.line_grain), currency: row.currency });
  const taxName = (row: Row) => {
    const tax = row.taxes.find((one) => one.code === row.tax);
    return tax === undefined ? row.tax : wordsOf(tax.name, say);
  };
  const [first] = rows;
  const last = rows.map((one) => one.last_day).sort();
  return {
    language: say.language,
    issued: last.at(-1) ?? `${year}-12-31`,
    title: `${say("purchase.certificate")} ${year} · ${at.settings.name}`,
    organisation: at.settings.name,
    kind: say("purchase.certificate"),
    number: year,
    about: [
      say("purchase.certificate-of", { name: first?.name ?? "", known: first?.name ? "name" : "" }),
      ...(identity === null ? [] : [say("purchase.seller-identity", { value: identity })]),
    ],
    answer: null,
    sections: [
      {
        heading: say("purchase.withheld-in", { year }),
        lines: rows.map((row) => ({
          name: taxName(row),
          figure: money(row, row.amount),
          rank: "line" as const,
          reasons: [
            say("purchase.certificate-line", { base: money(row, row.base), documents: row.documents }),
            row.numbers.join(", "),
          ],
        })),
        words: rows.length === 0 ? [say("purchase.certificate-none", { year })] : [],
      },
    ],
    choices: [],
    hands: [say("purchase.sign-buyer")],
    foot: [say("purchase.certificate-foot"), say("purchase.not-sent")],
  };
}
