/** `/o/BOOK/statements/NUMBER`: why this amount? The paper as it was issued, in words of the plan's own version. */
import { assert, done, type Result, refused } from "../../kernel/refusal.ts";
import type { DeductionPlan } from "../../rooms/agreements/rules/deductions.ts";
import type { PricePlan } from "../../rooms/agreements/rules/plan.ts";
import type { StatementCorrection } from "../../rooms/settlement/content/correction.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import { statementPage as drawStatement, type StatementProps } from "../../rooms/settlement/pages/statement.tsx";
import type { CorrectedLater } from "../../rooms/settlement/pages/statement-corrections.tsx";
import type { Deadlines } from "../../rooms/settlement/pages/statement-deadlines.tsx";
import { statementDocument } from "../../rooms/settlement/pages/statement-document.ts";
import { statementSms } from "../../rooms/settlement/pages/statement-sms.ts";
import { explainedForm } from "../../rooms/settlement/rules/explained-file.ts";
import type { BookPage, GoTo, PageAt } from "../desk/page.ts";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";
import { addressWith, bookSay, tonguesOf } from "../server/page.ts";
import { documentLines } from "./books/document-lines.tsx";
import { paperResponse } from "./papers.tsx";
import { isSecondPayment, secondPaymentAt } from "./pools/second-payment.tsx";
import { Listen, soundResponse, spokenStatement } from "./statement-spoken.tsx";

/** What the views `statement.one` and `statement.mine` answer. */
type PaperRow = {
  readonly content: string;
  readonly name: string | null;
  readonly erased: string | null;
  readonly plans: readonly { readonly plan: string; readonly version: number; readonly body: unknown }[];
  readonly deductions: unknown;
  readonly corrected: readonly { readonly content: string; readonly deductions: unknown }[];
  readonly later: readonly { readonly number: string; readonly day: string; readonly said: unknown }[];
  readonly waiting: readonly unknown[];
};

/** One statement. */
export const statementPage: BookPage = { path: "/o/:book/statements/:number", open: statementAt };

/** Refused with `statement.unknown` when there is no such paper for the reader. */
async function statementAt(at: PageAt): Promise<Result<Page | Response | GoTo>> {
  const { ask, session } = at;
  const number = at.parameter("number");
  if (isSecondPayment(number)) return secondPaymentAt(at, number);
  const all = await ask("statement.one", { number });
  const mayAll = all.ok || all.refusal.code !== "view.not-yours";
  const answer = mayAll ? all : await ask("statement.mine", { number, agent: session.agent });
  if (!answer.ok) return answer;
  const row = answer.value.rows[0] as PaperRow | undefined;
  // What was owed before the book has no paper of ours: it stands among the opening balances.
  if (row === undefined && number.startsWith("A-")) return done({ goTo: at.address("openings") });
  if (row === undefined) return refused("statement.unknown", { number });
  const content = JSON.parse(row.content) as StatementContent;
  const openAll = at.words.has("print");
  const { currency, grain } = content;
  const { catalogues } = at.services;
  const money = { country: at.settings.country, currencies: [{ currency, ...grain }] };
  const sayIn = (language: string) => bookSay(catalogues, language, money);
  const say = sayIn(at.language);
  const held = {
    content,
    pricePlan: planOf(row),
    deductionPlan: row.deductions as DeductionPlan | null,
    holder: holderOf(row),
  };
  if (at.words.get("as") === "sms") return done(smsOf(content, say));
  if (at.words.get("as") === "json") return done(auditorsFile(row, content));
  const spoken = spokenStatement(content, held.pricePlan, say);
  if (at.words.get("as") === "spoken")
    return spoken.sound === null
      ? refused("statement.no-voice", { language: say.language })
      : done(soundResponse(spoken.sound, say.language, at.request));
  if (at.words.has("paper") || at.words.has("as"))
    return done(
      await paperResponse(at, {
        compose: (to) => statementDocument(held, to),
        sayIn,
        notes: () => [],
        bandOf: at.book,
        usual: "a4",
        back: { href: at.address(`statements/${encodeURIComponent(number)}`), says: say("paper.to-page") },
      }),
    );
  const props: StatementProps = {
    ...held,
    printHref: openAll ? null : addressWith(at.request, { paper: "a4" }),
    fileHref: openAll ? null : addressWith(at.request, { as: "json" }),
    smsHref: openAll ? null : addressWith(at.request, { as: "sms" }),
    list: openAll ? null : { href: at.address("statements"), everybody: at.may("statements.list") },
    tongues: tonguesOf(at.request, catalogues),
    corrected: laterOf(row, at),
    deadlines: await deadlinesOf(at, number, mayAll),
    ...(openAll
      ? {}
      : {
          listen: Listen({ spoken, href: addressWith(at.request, { as: "spoken" }), say }),
          ...(await documentLines(at, number)),
        }),
    openAll,
  };
  return done({ ...drawStatement(props, say), say });
}

/** The days that the season's policy gives for this statement; null where it was settled under none. */
async function deadlinesOf({ ask, session }: PageAt, number: string, mayAll: boolean): Promise<Deadlines | null> {
  const answer = mayAll
    ? await ask("statement.deadlines", { number })
    : await ask("statement.deadlines-mine", { number, agent: session.agent });
  return answer.ok ? ((answer.value.rows[0] as Deadlines | undefined) ?? null) : null;
}

/** The statement as one SMS, to be sent by whoever has the telephone in hand. */
const smsOf = (content: StatementContent, say: Say): Response =>
  new Response(`${statementSms(content, say)}\n`, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Content-Language": say.language },
  });

/** The statement with every value, rule version and input: what `ayni explain` works out again. */
function auditorsFile({ plans, deductions, corrected }: PaperRow, statement: StatementContent): Response {
  const papers = corrected.map((one) => ({ paper: JSON.parse(one.content), deductions: one.deductions ?? null }));
  const file = {
    ...{ form: explainedForm, statement, plans, deductions: deductions ?? null },
    ...(papers.length === 0 ? {} : { corrected: papers }),
  };
  const name = `${statement.number.replace(/[^A-Za-z0-9.-]+/g, "-")}.json`;
  return new Response(`${JSON.stringify(file, null, 1)}\n`, {
    headers: { "Content-Type": "application/json", "Content-Disposition": `attachment; filename="${name}"` },
  });
}

/** The plans in the versions that the paper names. */
function planOf(row: PaperRow): StatementProps["pricePlan"] {
  const plans = new Map(row.plans.map(({ plan, version, body }) => [`${plan}|${version}`, body as PricePlan]));
  return ({ id, version }) => {
    const plan = plans.get(`${id}|${version}`);
    assert(plan !== undefined, `a paper's plan is kept: ${id}, version ${version}`);
    return plan;
  };
}

/** What was corrected of it since, each with the way to the statement that says so. */
const laterOf = ({ later, waiting }: PaperRow, { address }: PageAt): CorrectedLater => ({
  later: later.map(({ number, day, said }) => ({
    ...{ number, day, said: said as StatementCorrection },
    href: address(`statements/${encodeURIComponent(number)}`),
  })),
  waiting: waiting.length,
});

/** The paper keeps no name: it comes from the register, or was erased. */
function holderOf({ name, erased }: PaperRow): StatementProps["holder"] {
  if (name !== null) return { name };
  return erased === null ? null : { erasedOn: erased };
}
