/** `/o/BOOK/payments/bank/movements/MOVEMENT`: one movement that nobody can tell, and what a person says that it is. */
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { ChoiceField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { becauseOf, headingOf, PlacedTable } from "./movements.tsx";
import { answeredRows, type EntryRow, movementOf, orderedRows } from "./standing.ts";
import { everyCandidate } from "./waiting.ts";

export const movementPage: BookPage = {
  path: "/o/:book/payments/bank/movements/:entry",
  open: (at) => draw(at, fresh()),
};
/** Decides it. */
export const movementForm: BookForm = { path: "/o/:book/payments/bank/movements/:entry", post: decide };

async function rowAt(at: PageAt): Promise<Result<EntryRow>> {
  const found = await at.ask("bank-entries.list", { entry: at.parameter("entry") });
  if (!found.ok) return found;
  const row = found.value.rows[0] as EntryRow | undefined;
  return row === undefined ? refused("bank-entry.unknown", { entry: at.parameter("entry") }) : done(row);
}

async function draw(at: PageAt, filled: Filled): Promise<Result<Page>> {
  const found = await rowAt(at);
  if (!found.ok) return found;
  const row = found.value;
  const { say } = at;
  const candidates = row.placed_as === null && at.powers.has("pay") ? await everyCandidate(at, row) : [];
  const others = [
    ...(row.nature === "payment" ? [{ value: "charge", says: say("bank.is-charge") }] : []),
    { value: "aside", says: say("bank.is-aside") },
  ];
  return done(
    formPage(at, {
      here: "payments",
      asks: headingOf(row, at),
      about: row.placed_as === null ? becauseOf(row, at) : null,
      children: (
        <>
          <a class="quiet" href={at.address("payments/bank")}>
            {say("bank.to-list")}
          </a>
          {row.placed_as === null ? null : <PlacedTable at={at} rows={[row]} />}
          {row.placed_as === null && !at.powers.has("pay") ? (
            <Notice state="waiting" title={becauseOf(row, at)} />
          ) : null}
          {row.placed_as === null && at.powers.has("pay") ? (
            <ActForm
              action={at.address(`payments/bank/movements/${row.entry}`)}
              act={at.newAct()}
              filled={filled}
              named={["as", "note"]}
              submit={say("bank.decide")}
            >
              <ChoiceField
                name="as"
                label={say("bank.what-is-it")}
                choices={[...candidates, ...others]}
                none={say("bank.not-chosen")}
                tells={["placed"]}
                filled={filled}
              />
              <TextField name="note" label={say("bank.note")} tells={["placed.note"]} filled={filled} optional />
            </ActForm>
          ) : null}
        </>
      ),
    }),
  );
}

async function decide(at: FormAt): Promise<Result<Page | GoTo>> {
  const found = await rowAt(at);
  if (!found.ok) return found;
  const again = (wrong: readonly Refusal[]) => draw(at, { typed: at.form.typed, wrong });
  const placed = await placedSaid(at, found.value);
  if (!placed.ok) return again([placed.refusal]);
  const spoken = await at.speak("bank-entry.place", { entry: found.value.entry, placed: placed.value });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  const told = spoken.questions.length > 0 ? "kept-with-questions" : "bank-decided";
  return done({ goTo: at.address("payments/bank"), told });
}

/** What was chosen, as the act says it. A payment is named by its number: its amount is what the bank says. */
async function placedSaid(at: FormAt, row: EntryRow): Promise<Result<object>> {
  const { form } = at;
  const [as = "", number = ""] = form.text("as").split(":");
  if (as === "charge") return done({ as, way: "hand" });
  if (as === "aside") {
    const note = form.maybe("note");
    return note === undefined ? refused("form.field-empty", {}, "note") : done({ as, way: "hand", note });
  }
  if (as === "failed") return done({ as, way: "hand", number });
  if (as !== "paid") return refused("form.nothing-chosen", {}, "as");
  const { grains } = movementOf(row, at);
  const payment = await paymentUnder(at, number);
  if (payment === null || grains === null) return refused("form.nothing-chosen", {}, "as");
  return done({ as, way: "hand", payments: [{ ...payment, amount: `${grains}`, number }] });
}

async function paymentUnder(at: PageAt, number: string): Promise<{ payment: string; statement: string } | null> {
  const ordered = await orderedRows(at);
  const open = ordered.ok ? ordered.value.find((one) => one.number === number) : undefined;
  if (open !== undefined) return { payment: open.payment, statement: open.statement };
  const answered = await answeredRows(at, [number]);
  const [row] = answered.ok ? answered.value : [];
  return row === undefined ? null : { payment: row.payment, statement: row.statement };
}
