/** `/o/BOOK/payments/bank`: what the bank said, its balance beside ours, what waits for a person; and bringing its file. */
import { decimalText, exactly, subtract } from "../../../kernel/exact/index.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import { mayBurden } from "../../desk/burden.ts";
import { listingOf } from "../../desk/listed.ts";
import type { BookForm, BookPage, GoTo, PageAt } from "../../desk/page.ts";
import { sentenceOf } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { moneyAt } from "../settling.ts";
import { bring, forget, isXml, largestBankFile, tryCamt } from "./brought.ts";
import { PlacedTable, WaitingList } from "./movements.tsx";
import type { EntryRow } from "./standing.ts";
import { candidatesOf } from "./waiting.ts";

/** What the view `bank-files.list` answers. */
type FileRow = Readonly<
  Record<"file" | "currency" | "line_grain" | "on_day" | "waiting_in" | "waiting_out" | "waiting", string>
> &
  Readonly<
    Record<"institution" | "from" | "until" | "closing" | "closing_day" | "by_name" | "ledger", string | null>
  > & {
    readonly movements: number;
  };

/** Movements that wait, and placed ones, on one page. */
const waitingShown = 20;
const placedShown = 30;

export const bankPage: BookPage = { path: "/o/:book/payments/bank", open: (at) => draw(at, null) };
/** Takes a file. */
export const bringBankForm: BookForm = { path: "/o/:book/payments/bank", body: "own", post: brought };

/** Draws the page; `refusal`: why the file that was brought is not taken. */
export async function draw(at: PageAt, refusal: Refusal | null): Promise<Result<Page>> {
  const { say } = at;
  const { skip } = listingOf(at.request);
  const files = await at.ask("bank-files.list");
  if (!files.ok) return files;
  const waiting = await at.ask("bank-entries.list", { state: "waiting", limit: waitingShown, skip });
  if (!waiting.ok) return waiting;
  const placed = await at.ask("bank-entries.list", { state: "placed", limit: placedShown });
  const rows = waiting.value.rows as readonly EntryRow[];
  const candidates = at.powers.has("pay") ? await candidatesOf(at, rows) : new Map();
  const count = rows[0]?.found ?? "0";
  return done(
    formPage(at, {
      here: "payments",
      asks: say("bank.answer", { count }),
      about: say("bank.why"),
      style: ["money"],
      children: (
        <>
          <a class="quiet" href={at.address("payments")}>
            {say("payments.to-list")}
          </a>
          {at.powers.has("pay") ? <Bring at={at} refusal={refusal} /> : null}
          <WaitingList at={at} rows={rows} candidates={candidates} />
          {skip + rows.length < Number.parseInt(count, 10) ? (
            <a class="quiet" href={at.address("payments/bank", { skip: `${skip + rows.length}` })}>
              {say("list.next")}
            </a>
          ) : null}
          <Files at={at} rows={files.value.rows as unknown as readonly FileRow[]} />
          <section>
            <h2>{say("bank.placed")}</h2>
            <PlacedTable at={at} rows={placed.ok ? (placed.value.rows as readonly EntryRow[]) : []} />
          </section>
        </>
      ),
    }),
  );
}

function Bring({ at, refusal }: { at: PageAt; refusal: Refusal | null }) {
  const { say } = at;
  return (
    <form class="act" method="post" action={at.address("payments/bank")} encType="multipart/form-data">
      {refusal === null ? null : (
        <Notice state="broken" title={say("form.not-done")}>
          <p>{sentenceOf(refusal, say)}</p>
        </Notice>
      )}
      <div class="ask">
        <label for="file">{say("bank.file")}</label>
        <p class="hint" id="file-hint">
          {say("bank.file-hint", { largest: `${largestBankFile >> 20}` })}
        </p>
        <input
          id="file"
          name="file"
          class="field"
          type="file"
          accept=".xml,.csv,.txt,.xlsx"
          required
          aria-describedby="file-hint"
        />
      </div>
      <p class="acts">
        <button class="do main" type="submit">
          {say("bank.bring")}
        </button>
      </p>
    </form>
  );
}

/** Each statement with the bank's balance, the ledger's on that day, and what is between the two. */
function Files({ at, rows }: { at: PageAt; rows: readonly FileRow[] }) {
  const { say } = at;
  if (rows.length === 0)
    return (
      <Notice state="none" title={say("bank.none")}>
        <p>{say("bank.none-why")}</p>
      </Notice>
    );
  const day = (value: string | null) => (value === null ? "—" : say("value.day", { value }));
  return (
    <section>
      <h2>{say("bank.files")}</h2>
      <p class="soft">{say("bank.difference-why")}</p>
      <Table
        label={say("bank.files")}
        columns={[
          { head: say("bank.account") },
          { head: say("bank.days") },
          { head: say("bank.balance"), figures: true },
          { head: say("bank.ledger"), figures: true },
          { head: say("bank.difference"), figures: true },
          { head: say("bank.of-it-waiting"), figures: true },
          { head: say("bank.let-in-by") },
        ]}
        rows={rows.map((row) => {
          const { currency } = row;
          const money = (value: string) => say("value.money-line", { value, currency });
          const ledger = row.ledger === null ? null : moneyAt(at, currency, row.ledger);
          const waiting = decimalText(subtract(exactly(row.waiting_in), exactly(row.waiting_out)));
          return {
            name: row.institution ?? currency,
            cells: [
              `${day(row.from)} – ${day(row.until)}`,
              row.closing === null ? null : money(row.closing),
              ledger === null ? null : money(ledger),
              row.closing === null || ledger === null ? null : money(differenceOf(row.closing, ledger)),
              money(waiting),
              [say("value.day", { value: row.on_day }), row.by_name].filter((one) => one !== null).join(" · "),
            ],
          };
        })}
      />
    </section>
  );
}

/** What the bank has more than the ledger. */
const differenceOf = (closing: string, ledger: string): string =>
  decimalText(subtract(exactly(closing), exactly(ledger)));

async function brought(at: PageAt): Promise<Result<Page | GoTo>> {
  if (!at.powers.has("pay")) return refused("power.missing", { power: "pay", day: at.today });
  const burdens = mayBurden(at);
  if (!burdens.ok) return draw(at, burdens.refusal);
  const file = await bring(at);
  if (!file.ok) return draw(at, file.refusal);
  // What is not ours is not kept: it may be somebody else's account.
  if (await isXml(file.value)) {
    const tried = await tryCamt(at, file.value);
    if (!tried.ok) {
      await forget(at, file.value);
      return draw(at, tried.refusal);
    }
  }
  return done({ goTo: at.address(`payments/bank/files/${file.value.run}`) });
}
