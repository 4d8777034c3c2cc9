/** `/o/BOOK/pools/POOL`: what came in, what went off, what is left, per kilo; its papers, the decision, and the paying out. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { producersShare } from "../../../rooms/settlement/rules/pool/reckoning.ts";
import { type Filled, fresh } from "../../components/fields.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { DecideForm, EnterForm, PayOutForm } from "./forms.tsx";
import { paperSaid } from "./said.ts";
import { Account, type CarriedRow, CarriedTable, type LineRow, Lines, Papers, type PoolRow } from "./tables.tsx";

export const poolPage: BookPage = { path: "/o/:book/pools/:pool", open: (at) => draw(at, null) };
export const poolForm: BookForm = { path: "/o/:book/pools/:pool", post };

/** What the view `pool.reckoned` answers. */
type Reckoned = { readonly totals: Readonly<Record<string, string>>; readonly carried: readonly CarriedRow[] };

/** The figures: those the decision kept, or as they stand now by the rules of the decision. */
async function figuresOf(row: PoolRow, at: PageAt): Promise<Reckoned> {
  const kept = row.stages.find((one) => one.stage === "decided")?.totals;
  if (kept) return { totals: kept, carried: [] };
  const found = await at.ask("pool.reckoned", { pool: row.pool });
  const now = found.ok ? (found.value.rows[0] as Reckoned | undefined) : undefined;
  return now ?? { totals: {}, carried: [] };
}

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const pool = at.parameter("pool");
  if (!isUuid(pool)) return refused("pool.unknown", { pool });
  const found = await at.ask("pool.one", { pool });
  if (!found.ok) return found;
  const row = found.value.rows[0] as PoolRow | undefined;
  if (row === undefined) return refused("pool.unknown", { pool });
  const stage = row.stages.at(-1)?.stage ?? "open";
  const skip = Math.max(0, Number.parseInt(at.words.get("skip") ?? "0", 10) || 0);
  const lines = stage === "open" ? null : await at.ask("pool.lines", { pool, limit: 500, skip });
  const { totals: figures, carried } = await figuresOf(row, at);
  const { say } = at;
  const big = (name: string) => BigInt(figures[name] ?? "0");
  const share = producersShare({
    ...{ first: big("first"), toMembers: big("toMembers"), sales: big("sales"), premium: big("premium") },
  });
  const typed = filled ?? fresh({ on: at.today, way: "amount", paidIn: "cash" });
  return done(
    formPage(at, {
      here: "settlements",
      asks: `${row.title}: ${say(`pool.stage.${stage}`)}`,
      about: say("pool.rule", { percent: row.percent, by: row.decided_by, day: row.decided_on }),
      children: (
        <>
          <Account row={row} figures={figures} stage={stage} at={at} />
          {share === null ? null : <p>{say("pool.share", { sale: share.ofSale, premium: share.withPremium })}</p>}
          {stage === "open" && row.unsettled !== "0" ? (
            <Notice state="waiting" title={say("pool.unsettled", { count: row.unsettled })} />
          ) : null}
          <CarriedTable rows={carried} row={row} at={at} />
          {lines?.ok ? <Lines rows={lines.value.rows as readonly LineRow[]} skip={skip} row={row} at={at} /> : null}
          <Papers row={row} at={at} />
          {stage === "open" && at.powers.has("pay") ? <EnterForm row={row} filled={typed} at={at} /> : null}
          {stage === "open" && at.powers.has("close-settlement") && big("toMembers") > 0n ? (
            <DecideForm pool={pool} figures={figures} filled={filled ?? fresh()} at={at} />
          ) : null}
          {stage === "decided" && at.powers.has("pay") ? <PayOutForm pool={pool} filled={typed} at={at} /> : null}
        </>
      ),
    }),
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const pool = at.parameter("pool");
  const what = saidOf(at, pool);
  if (what === null || form.wrong.length > 0) return draw(at, { typed: form.typed, wrong: form.wrong });
  const spoken = await at.speak(what.kind, what.says);
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals });
  return done({ goTo: at.address(`pools/${pool}`), told: what.told });
}

function saidOf(at: FormAt, pool: string) {
  const { form } = at;
  if (form.text("do") === "decide") {
    const seen = { base: form.text("base"), surplus: form.text("surplus"), toMembers: form.text("toMembers") };
    return { kind: "pool.decide", says: { pool, seen }, told: "pool-decided" };
  }
  if (form.text("do") === "pay-out") {
    const [place, payDay] = [form.maybe("place"), form.maybeDay("payDay")];
    const more = { ...(place === undefined ? {} : { place }), ...(payDay ? { payDay } : {}) };
    return { kind: "pool.pay-out", says: { pool, paidIn: form.text("paidIn"), ...more }, told: "pool-paid-out" };
  }
  const says = paperSaid(form);
  return says === null
    ? null
    : { kind: "pool.entry", says: { entry: at.idOf("entry"), pool, ...says }, told: "pool-paper" };
}
