/** `/o/BOOK/settlements/ID/STATEMENT`: what would this person's statement say if the settlement were closed now? */
import { isUuid } from "../../kernel/ids.ts";
import { assert, done, type Result, refused } from "../../kernel/refusal.ts";
import type { DeductionPlan } from "../../rooms/agreements/rules/deductions.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { statementPage as drawStatement } from "../../rooms/settlement/pages/statement.tsx";
import { OfficeFrame } from "../components/frames.tsx";
import { Notice } from "../components/notice.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { BookPage, GoTo, PageAt } from "../desk/page.ts";
import { sentenceOf } from "../language/sentence.ts";
import type { Page } from "../render.ts";
import { bookSay, tonguesOf } from "../server/page.ts";
import type { PersonRow, Reason } from "./settling.ts";

/** What the view `statement.preview` answers. */
type Preview = {
  readonly content: string | null;
  readonly plans: readonly { readonly plan: string; readonly version: number; readonly body: unknown }[];
  readonly deductions: unknown;
  readonly wrong: Reason | null;
};

/** One statement of a draft. Of a closed settlement it leads to the paper. */
export const draftStatementPage: BookPage = {
  path: "/o/:book/settlements/:settlement/:statement",
  open: draftStatementAt,
};

async function draftStatementAt(at: PageAt): Promise<Result<Page | GoTo>> {
  const [settlement, statement] = [at.parameter("settlement"), at.parameter("statement")];
  if (!isUuid(settlement) || !isUuid(statement)) return refused("settlement.unknown", { settlement });
  const heading = await at.ask("settlement.one", { settlement });
  if (!heading.ok) return heading;
  const found = heading.value.rows[0] as { readonly title: string } | undefined;
  const answer = await at.ask("statement.preview", { settlement, statement });
  if (!answer.ok) return answer;
  const preview = answer.value.rows[0] as (Preview & { readonly agent: string }) | undefined;
  if (found === undefined || preview === undefined) return refused("settlement.unknown", { settlement });
  const draft = { href: at.address(`settlements/${settlement}`), title: found.title };
  if (preview.content === null) return done(cannot(at, draft, preview.wrong));
  const content = JSON.parse(preview.content) as StatementContent;
  const plans = new Map(preview.plans.map(({ plan, version, body }) => [`${plan}|${version}`, body as PricePlan]));
  const currencies = [{ currency: content.currency, ...content.grain }];
  const say = bookSay(at.services.catalogues, at.language, { country: at.settings.country, currencies });
  const props = {
    content,
    pricePlan: ({ id, version }: { readonly id: string; readonly version: number }) => {
      const plan = plans.get(`${id}|${version}`);
      assert(plan !== undefined, `a preview brings the plans it names: ${id}, version ${version}`);
      return plan;
    },
    deductionPlan: preview.deductions as DeductionPlan | null,
    holder: await holderOf(at, settlement, statement),
    printHref: null,
    fileHref: null,
    smsHref: null,
    list: null,
    tongues: tonguesOf(at.request, at.services.catalogues),
    openAll: false,
    draft,
  };
  return done({ ...drawStatement(props, say), say });
}

/** Whose it is, as the list of the settlement has them. */
async function holderOf(at: PageAt, settlement: string, statement: string) {
  const lines = await at.ask("settlement.statements", { settlement, statement });
  const row = lines.ok ? (lines.value.rows[0] as PersonRow | undefined) : undefined;
  if (row?.name != null) return { name: row.name };
  return row?.erased == null ? null : { erasedOn: row.erased };
}

/** It cannot be composed: the reason, and the way back. */
const cannot = (at: PageAt, draft: { readonly href: string; readonly title: string }, wrong: Reason | null): Page => ({
  title: draft.title,
  style: ["sheet", "desk", "notice"],
  bandOf: at.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={at.say}>
      <OfficeFrame frame={at.frame("settlements")} skipTo="preview">
        <h1 class="speak">{at.say("settle.cannot-preview")}</h1>
        <Notice state="broken" title={at.say("settle.preview-title", { title: draft.title })}>
          <p>{wrong === null ? "" : sentenceOf(wrong, at.say)}</p>
          <a class="quiet" href={draft.href}>
            {at.say("settle.to-draft")}
          </a>
        </Notice>
      </OfficeFrame>
    </Speaking>
  ),
});
