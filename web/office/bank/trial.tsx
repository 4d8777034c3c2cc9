/** `/o/BOOK/payments/bank/files/FILE`: what would come of a file that was brought, before anything is let in; then letting it in. */
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { fresh } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { sentenceOf } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import {
  type Brought,
  broughtAt,
  forget,
  isXml,
  shortened,
  type TriedFile,
  type TriedStatement,
  tryCamt,
} from "./brought.ts";
import { letIn } from "./let-in.ts";
import { ColumnsForm, openBankSheet, type SheetOpened } from "./sheet.tsx";

/** Movements shown of each kind; all of them are counted. */
const mostShown = 100;

export const trialPage: BookPage = {
  path: "/o/:book/payments/bank/files/:run",
  open: (at) => open(at, at.words, null),
};
/** Lets a file in that was tried. */
export const trialForm: BookForm = { path: "/o/:book/payments/bank/files/:run", post };

/** A file tried, or a sheet of which somebody must say more first. */
type Tried = { readonly file: TriedFile; readonly sheet: SheetOpened | null } | { readonly ask: SheetOpened };

async function triedOf(at: PageAt, brought: Brought, words: URLSearchParams): Promise<Result<Tried>> {
  if (await isXml(brought)) {
    const file = await tryCamt(at, brought);
    return file.ok ? done({ file: file.value, sheet: null }) : file;
  }
  const sheet = await openBankSheet(at, brought, words);
  if (!sheet.ok) return sheet;
  return done(sheet.value.file === null ? { ask: sheet.value } : { file: sheet.value.file, sheet: sheet.value });
}

async function open(at: PageAt, words: URLSearchParams, wrong: Refusal | null): Promise<Result<Page>> {
  if (!at.powers.has("pay")) return refused("power.missing", { power: "pay", day: at.today });
  const brought = await broughtAt(at);
  if (!brought.ok) return brought;
  const tried = await triedOf(at, brought.value, words);
  const { say } = at;
  const refusal = tried.ok ? wrong : tried.refusal;
  const statements = tried.ok && "file" in tried.value ? tried.value.file.statements : [];
  const others = tried.ok && "file" in tried.value ? tried.value.file.others : [];
  const fresher = statements.flatMap((one) => one.tried.outcomes).filter((one) => becomes(one) !== "known").length;
  return done(
    formPage(at, {
      here: "payments",
      asks: say("bank.trial-answer", { file: brought.value.name, count: `${fresher}` }),
      about: say("bank.trial-why"),
      children: (
        <>
          <a class="quiet" href={at.address("payments/bank")}>
            {say("bank.to-list")}
          </a>
          {refusal === null ? null : (
            <Notice state="broken" title={say("form.not-done")}>
              <p>{sentenceOf(refusal, say)}</p>
            </Notice>
          )}
          {others.length === 0 ? null : (
            <Notice state="waiting" title={say("bank.others", { accounts: others.join(", ") })} />
          )}
          {statements.map((one) => (
            <Statement at={at} one={one} />
          ))}
          {statements.length === 0 ? null : (
            <ActForm
              action={at.address(`payments/bank/files/${brought.value.run}`)}
              act={at.newAct()}
              filled={fresh()}
              named={[]}
              submit={say("bank.let-in")}
              other={{ href: at.address("payments/bank"), says: say("bank.leave") }}
            >
              {[...words].map(([name, value]) => (
                <input type="hidden" name={name} value={value} />
              ))}
            </ActForm>
          )}
          {tried.ok ? <Sheet at={at} run={brought.value.run} tried={tried.value} words={words} /> : null}
        </>
      ),
    }),
  );
}

function Sheet({ at, run, tried, words }: { at: PageAt; run: string; tried: Tried; words: URLSearchParams }) {
  const sheet = "ask" in tried ? tried.ask : tried.sheet;
  return sheet === null ? null : <ColumnsForm at={at} run={run} sheet={sheet} words={words} />;
}

/** What a movement becomes, by one word: what the counts of the page are made of. */
function becomes(one: TriedStatement["tried"]["outcomes"][number]): string {
  const { placement, movement } = one;
  if (placement === null || placement.as === "known") return "known";
  if (placement.as === "paid") return placement.way === "amount-and-day" ? "paid-by-amount" : "paid";
  if (placement.as === "failed") return movement.nature === "return" ? "returned" : "failed";
  if (placement.as === "confirmed") return "confirmed";
  return placement.as === "charge" ? "charge" : placement.because === "incoming" ? "incoming" : "left";
}

const kinds = [
  "paid",
  "paid-by-amount",
  "confirmed",
  "returned",
  "failed",
  "charge",
  "incoming",
  "left",
  "known",
] as const;

function Statement({ at, one }: { at: PageAt; one: TriedStatement }) {
  const { say } = at;
  const { account, raw, converted, tried } = one;
  const counts = kinds.map((kind) => [kind, tried.outcomes.filter((each) => becomes(each) === kind).length] as const);
  const day = (value: string) => (value === "" ? "—" : say("value.day", { value }));
  const rows = [
    ...counts.filter(([, count]) => count > 0).map(([kind, count]) => [say(`bank.would.${kind}`), count] as const),
    ...(tried.late.length === 0 ? [] : [[say("bank.would.late"), tried.late.length] as const]),
    ...(converted.announced === 0 ? [] : [[say("bank.would.announced"), converted.announced] as const]),
    ...(converted.unreadable.length === 0
      ? []
      : [[say("bank.would.unreadable"), converted.unreadable.length] as const]),
  ];
  return (
    <section>
      <h2>
        {say("bank.account")} {account.institution} {shortened(account.number ?? "")} · {day(raw.from)} –{" "}
        {day(raw.until)}
      </h2>
      <Table
        label={say("bank.would")}
        columns={[{ head: say("bank.would") }, { head: say("bank.count"), figures: true }]}
        rows={rows.map(([name, count]) => ({ name, cells: [say("value.figure", { value: `${count}` })] }))}
      />
      {converted.unreadable.slice(0, mostShown).map(({ place, found }) => (
        <p>{say("bank.unreadable-at", { place, found })}</p>
      ))}
      <Movements at={at} one={one} />
    </section>
  );
}

/** The movements that are new, those that are left first. Their words in the bank's file are shown here and kept nowhere. */
function Movements({ at, one }: { at: PageAt; one: TriedStatement }) {
  const { say } = at;
  const order = ["left", "incoming", "returned", "failed", "paid-by-amount", "paid", "confirmed", "charge"];
  const fresher = one.tried.outcomes.filter((each) => order.includes(becomes(each)));
  const shown = [...fresher].sort((a, b) => order.indexOf(becomes(a)) - order.indexOf(becomes(b))).slice(0, mostShown);
  if (shown.length === 0) return null;
  return (
    <section>
      <h3>{say("bank.movements")}</h3>
      <Table
        label={say("bank.movements")}
        columns={[
          { head: say("bank.movement") },
          { head: say("bank.number") },
          { head: say("bank.would") },
          { head: say("bank.words") },
        ]}
        rows={shown.map((each) => {
          const { movement, placement, words } = each;
          const amount = say("value.money-line", { value: movement.amount, currency: movement.currency });
          return {
            name: say(`bank.moved.${movement.nature}`, { amount, day: movement.on }),
            cells: [
              placement?.as === "paid"
                ? placement.payments.map((payment) => payment.number).join(" ")
                : (movement.number ?? movement.order ?? "—"),
              placement?.as === "left" ? say(`bank.because.${placement.because}`) : say(`bank.would.${becomes(each)}`),
              words.length > 120 ? `${words.slice(0, 119)}…` : words || "—",
            ],
          };
        })}
      />
    </section>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  if (!at.powers.has("pay")) return refused("power.missing", { power: "pay", day: at.today });
  const brought = await broughtAt(at);
  if (!brought.ok) return done({ goTo: at.address("payments/bank"), told: "bank-let-in" });
  const words = new URLSearchParams([...at.form.typed].filter(([name]) => name !== "act"));
  const tried = await triedOf(at, brought.value, words);
  if (!tried.ok || "ask" in tried.value) return open(at, words, tried.ok ? null : tried.refusal);
  const said = await letIn(at, brought.value, tried.value.file.statements);
  if (!said.ok) return open(at, words, said.refusal);
  await forget(at, brought.value);
  return done({ goTo: at.address("payments/bank"), told: said.value > 0 ? "kept-with-questions" : "bank-let-in" });
}
