/** `/o/BOOK/statements/NUMBER`: why this amount? The paper as it was issued, in words of the plan's own version. */
import { assert, done, type Result, refused } from "../../kernel/refusal.ts";
import type { DeductionPlan } from "../../rooms/agreements/rules/deductions.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { type StatementProps, statementPage } from "../../rooms/settlement/pages/statement.tsx";
import type { Ask } from "../../store/reader/ask.ts";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { addressWith } from "./page.ts";

/** What the views `statement.one` and `statement.mine` answer. */
type PaperRow = {
  readonly content: string;
  readonly name: string | null;
  readonly erased: string | null;
  readonly plans: readonly { readonly plan: string; readonly version: number; readonly body: unknown }[];
  readonly deductions: unknown;
};

/** What the page needs besides what it asks. `agent` is the reader's own, whose papers are always theirs to read. */
export type StatementAt = {
  readonly request: Request;
  readonly number: string;
  readonly agent: string;
  readonly list: NonNullable<StatementProps["list"]>;
  readonly tongues: StatementProps["tongues"];
  /** Speaks in the paper's own currency. */
  readonly sayIn: (content: StatementContent) => Say;
};

/** Asks and composes the page; refused with `statement.unknown` when there is no such paper for the reader. */
export async function statementAt(
  ask: Ask,
  at: StatementAt,
): Promise<Result<{ readonly page: Page; readonly say: Say }>> {
  const all = await ask("statement.one", { number: at.number });
  const mayAll = all.ok || all.refusal.code !== "view.not-yours";
  const answer = mayAll ? all : await ask("statement.mine", { number: at.number, agent: at.agent });
  if (!answer.ok) return answer;
  const row = answer.value.rows[0] as PaperRow | undefined;
  if (row === undefined) return refused("statement.unknown", { number: at.number });
  const content = JSON.parse(row.content) as StatementContent;
  const plans = new Map(row.plans.map(({ plan, version, body }) => [`${plan}|${version}`, body as PricePlan]));
  const openAll = new URL(at.request.url).searchParams.has("print");
  const say = at.sayIn(content);
  const props: StatementProps = {
    content,
    pricePlan: ({ id, version }) => {
      const plan = plans.get(`${id}|${version}`);
      assert(plan !== undefined, `a paper's plan is kept: ${id}, version ${version}`);
      return plan;
    },
    deductionPlan: row.deductions as DeductionPlan | null,
    holder: holderOf(row),
    printHref: openAll ? null : addressWith(at.request, { print: "1" }),
    list: openAll ? null : at.list,
    tongues: at.tongues,
    openAll,
  };
  return done({ page: statementPage(props, say), say });
}

/** The paper keeps no name: it comes from the register, or was erased. */
function holderOf({ name, erased }: PaperRow): StatementProps["holder"] {
  if (name !== null) return { name };
  return erased === null ? null : { erasedOn: erased };
}
