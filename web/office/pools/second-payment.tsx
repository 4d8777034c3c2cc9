/** `/o/BOOK/statements/S-…`: why this second payment? From the paper as it was issued, for the office and for whoever it is paid to. */
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import type { SecondPaymentContent } from "../../../rooms/settlement/rules/pool/paper.ts";
import { exactOf } from "../../desk/listed.ts";
import type { PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";

type PaperRow = Readonly<Record<"content", string>> & Readonly<Record<"name" | "erased", string | null>>;

/** Whether a statement's number is that of a second payment. */
export const isSecondPayment = (number: string): boolean => number.startsWith("S-");

export async function secondPaymentAt(at: PageAt, number: string): Promise<Result<Page>> {
  const all = await at.ask("second-payment.one", { number });
  const mayAll = all.ok || all.refusal.code !== "view.not-yours";
  const answer = mayAll ? all : await at.ask("second-payment.mine", { number, agent: at.session.agent });
  if (!answer.ok) return answer;
  const row = answer.value.rows[0] as PaperRow | undefined;
  if (row === undefined) return refused("statement.unknown", { number });
  const paper = JSON.parse(row.content) as SecondPaymentContent;
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
        </>
      ),
    }),
  );
}
