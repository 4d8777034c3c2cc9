/** `/o/BOOK/corrections`: what puts closed statements in doubt, what was decided of them, and which statement has taken it. */
import { done, type Result } from "../../../kernel/refusal.ts";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import { exactOf } from "../../desk/listed.ts";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import { type Coded, sentenceInWords } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";

type Person = { readonly name: string | null; readonly erased: string | null; readonly member_number: string | null };

/** What the view `corrections.asked` answers. */
type Asked = Person &
  Coded &
  Readonly<Record<"delivery" | "happened" | "number", string>> & { readonly receipt: string | null };

/** What the view `corrections.list` answers. */
type Decided = Person &
  Readonly<
    Record<"correction" | "delivery" | "reason" | "words" | "on_day" | "number" | "currency" | "line_grain", string>
  > &
  Readonly<Record<"receipt" | "happened" | "difference" | "settled_by" | "ended" | "settlement", string | null>>;

/** The list. */
export const correctionsPage: BookPage = { path: "/o/:book/corrections", open: draw };

async function draw(at: PageAt): Promise<Result<Page>> {
  const asked = (await rowsOf<Asked>(at, "corrections.asked")) ?? [];
  const found = await at.ask("corrections.list", { limit: 200 });
  if (!found.ok) return found;
  return done(
    formPage(at, {
      here: "settlements",
      asks: at.say("amend.title"),
      about: at.say("amend.why"),
      children: (
        <>
          <section>
            <h2>{at.say("amend.asked")}</h2>
            <AskedTable rows={asked} at={at} />
          </section>
          <section>
            <h2>{at.say("amend.decided")}</h2>
            <DecidedTable rows={found.value.rows as readonly Decided[]} at={at} />
          </section>
        </>
      ),
    }),
  );
}

/** A hand-over by its day and receipt, leading to it. */
function HandOver({
  of,
  at,
}: {
  of: { delivery: string; happened: string | null; receipt: string | null };
  at: PageAt;
}) {
  const day = of.happened === null ? "" : at.say("value.day", { value: of.happened });
  return (
    <a href={at.address(`deliveries/${of.delivery}`)}>
      {[day, of.receipt ?? ""].filter((one) => one !== "").join(" · ")}
    </a>
  );
}

function AskedTable({ rows, at }: { rows: readonly Asked[]; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0) return <p class="soft">{say("amend.asked-none")}</p>;
  return (
    <Table
      label={say("amend.asked")}
      columns={[
        { head: say("amend.hand-over") },
        { head: say("amend.person") },
        { head: say("amend.statement") },
        { head: say("amend.said") },
        { head: say("amend.do") },
      ]}
      rows={rows.map((row) => ({
        name: <HandOver of={row} at={at} />,
        cells: [
          personName(row, say),
          <a href={at.address(`statements/${encodeURIComponent(row.number)}`)}>{row.number}</a>,
          sentenceInWords(row, say),
          at.powers.has("review-settlement") ? (
            <a
              class="quiet"
              href={at.address(`deliveries/${row.delivery}/correct`, {
                reason: row.code === "sample-result.after-settlement" ? "readings" : "voided",
              })}
            >
              {say("amend.do")}
            </a>
          ) : (
            ""
          ),
        ],
      }))}
    />
  );
}

function stateOf({ settled_by, ended, settlement }: Decided, { say }: PageAt): string {
  if (settled_by !== null) return say("amend.state.settled", { number: settled_by });
  if (ended !== null) return say("amend.state.ended", { day: ended });
  return say(settlement === null ? "amend.state.waits" : "amend.state.named");
}

/** Reasons that leave the hand-over as it is: such a correction may be taken back. */
const takesNothingAway: readonly string[] = ["readings", "prices", "plan"];

function DecidedTable({ rows, at }: { rows: readonly Decided[]; at: PageAt }) {
  const { say } = at;
  if (rows.length === 0)
    return (
      <Notice state="none" title={say("amend.decided-none")}>
        <p>{say("amend.decided-none-why")}</p>
      </Notice>
    );
  const mayTakeBack = at.powers.has("review-settlement");
  return (
    <Table
      label={say("amend.decided")}
      columns={[
        { head: say("amend.hand-over") },
        { head: say("amend.person") },
        { head: say("amend.statement") },
        { head: say("amend.reason") },
        { head: say("amend.difference"), figures: true },
        { head: say("amend.became") },
      ]}
      rows={rows.map((row) => ({
        name: <HandOver of={row} at={at} />,
        cells: [
          personName(row, say),
          <a href={at.address(`statements/${encodeURIComponent(row.number)}`)}>{row.number}</a>,
          `${say(`corrected.reason.${row.reason}`)} ${row.words}`,
          row.difference === null
            ? ""
            : say("value.money-line-signed", {
                value: exactOf(row.difference, row.line_grain),
                currency: row.currency,
              }),
          <>
            {row.settled_by === null ? (
              stateOf(row, at)
            ) : (
              <a href={at.address(`statements/${encodeURIComponent(row.settled_by)}`)}>{stateOf(row, at)}</a>
            )}
            {mayTakeBack && row.settled_by === null && row.ended === null && takesNothingAway.includes(row.reason) ? (
              <form method="post" action={at.address("corrections")}>
                <input type="hidden" name="act" value={at.newAct()} />
                <input type="hidden" name="correction" value={row.correction} />
                <button class="do" type="submit">
                  {say("amend.take-back")}
                </button>
              </form>
            ) : null}
          </>,
        ],
      }))}
    />
  );
}

/** Takes one back. */
export const takeBackForm: BookForm = {
  path: "/o/:book/corrections",
  post: async (at: FormAt): Promise<Result<Page | GoTo>> => {
    const correction = at.form.readId("correction");
    if (correction === null) return draw(at);
    const spoken = await at.speak("statement.correct-not", { correction });
    const [why] = spoken.outcome === "refused" ? spoken.refusals : [];
    if (why !== undefined) return { ok: false, refusal: why };
    return done({ goTo: at.address("corrections"), told: "correction-back" });
  },
};
