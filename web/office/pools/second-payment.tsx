/** `/o/BOOK/statements/S-…`: why this second payment? From the paper as it was issued, for the office and for whoever it is paid to. */
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import {
  type CarriedNamed,
  carriedName,
  secondPaymentDocument,
} from "../../../rooms/settlement/pages/second-payment-document.ts";
import type { SecondPaymentContent } from "../../../rooms/settlement/rules/pool/paper.ts";
import { Table } from "../../components/table.tsx";
import { exactOf } from "../../desk/listed.ts";
import type { PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { addressWith, bookSay } from "../../server/page.ts";
import { formPage } from "../form-page.tsx";
import { paperResponse } from "../papers.tsx";

type PaperRow = Readonly<Record<"content", string>> &
  Readonly<Record<"name" | "erased", string | null>> & { readonly carried: readonly CarriedNamed[] };

/** Whether a statement's number is that of a second payment. */
export const isSecondPayment = (number: string): boolean => number.startsWith("S-");

export async function secondPaymentAt(at: PageAt, number: string): Promise<Result<Page | Response>> {
  const all = await at.ask("second-payment.one", { number });
  const mayAll = all.ok || all.refusal.code !== "view.not-yours";
  const answer = mayAll ? all : await at.ask("second-payment.mine", { number, agent: at.session.agent });
  if (!answer.ok) return answer;
  const row = answer.value.rows[0] as PaperRow | undefined;
  if (row === undefined) return refused("statement.unknown", { number });
  const paper = JSON.parse(row.content) as SecondPaymentContent;
  if (at.words.has("paper") || at.words.has("as")) return done(await printed(at, row, paper));
  const { say } = at;
  const money = (grains: string) =>
    say("value.money-line", { value: exactOf(grains, paper.grain.line), currency: paper.currency });
  const { whole } = paper;
  return done(
    formPage(at, {
      here: mayAll ? "statements" : "my-statements",
      asks: say("pool.one-answer", { number, amount: money(paper.amount) }),
      about: [personName(row, say), paper.agent.memberNumber].filter((one) => one !== null).join(" · "),
      children: (
        <>
          <p>
            {say("pool.one-why", {
              kilos: kilogramsOf(paper.grams),
              rate: paper.rate,
              first: money(paper.first),
            })}
          </p>
          <p>
            {say("pool.one-whole", {
              pool: paper.pool.title,
              surplus: money(whole.surplus),
              percent: whole.percent,
              members: money(whole.toMembers),
              base: kilogramsOf(whole.base),
              by: paper.decidedBy,
            })}
          </p>
          {paper.carried === undefined ? null : (
            <Table
              label={say("pool.carried")}
              columns={[
                { head: say("pool.carried") },
                { head: say("pool.rate"), figures: true },
                { head: say("pool.amount"), figures: true },
              ]}
              rows={paper.carried.map((one) => ({
                name: carriedName(one, row.carried, say),
                cells: [say("value.figure", { value: one.rate }), money(one.amount)],
              }))}
            />
          )}
          <p class="doors">
            <a class="do" href={addressWith(at.request, { paper: "a4" })}>
              {say("pool.to-paper")}
            </a>
          </p>
        </>
      ),
    }),
  );
}

/** The same as a paper to print, to sign and to take along. */
const printed = (at: PageAt, row: PaperRow, content: SecondPaymentContent): Promise<Page | Response> => {
  const { currency, grain, number } = content;
  const money = { country: at.settings.country, currencies: [{ currency, ...grain }] };
  const holder = row.name === null ? (row.erased === null ? null : { erasedOn: row.erased }) : { name: row.name };
  return paperResponse(at, {
    compose: (to) => secondPaymentDocument({ content, holder, carried: row.carried }, to),
    sayIn: (language) => bookSay(at.services.catalogues, language, money),
    notes: () => [],
    bandOf: at.book,
    usual: "a4",
    back: { href: at.address(`statements/${encodeURIComponent(number)}`), says: at.say("paper.to-page") },
  });
};
