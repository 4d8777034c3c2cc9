/** `/o/BOOK/payments/denominations`: which notes and coins there are, since when, who says so; and publishing them anew. */
import { done, type Result } from "../../../kernel/refusal.ts";
import { ChoiceField, DayField, type Filled, fresh, TextField, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { notationOf } from "../../language/notation.ts";
import { readFigure } from "../../language/reading.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { denominationsAt, type InForce } from "./gather.ts";

export const denominationsPage: BookPage = { path: "/o/:book/payments/denominations", open: (at) => draw(at, null) };
/** Publishes a list. */
export const denominationsForm: BookForm = { path: "/o/:book/payments/denominations", post: publish };

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const allowed = await at.ask("denominations.list");
  if (!allowed.ok) return allowed;
  const lists = await denominationsAt(at);
  const currencies = at.settings.currencies.map(({ currency }) => currency);
  const word = filled?.typed?.get("currency") ?? at.words.get("currency") ?? "";
  const currency = currencies.includes(word) ? word : (currencies[0] ?? "");
  return done(
    formPage(at, {
      here: "payments",
      asks: say("cash.lists"),
      about: say("cash.lists-why"),
      children: (
        <>
          <a class="quiet" href={at.address("payments/cash")}>
            {say("cash.link")}
          </a>
          <Lists at={at} lists={lists} />
          {at.powers.has("pay") ? (
            <Publish at={at} currency={currency} list={lists.get(currency) ?? null} filled={filled} />
          ) : null}
        </>
      ),
    }),
  );
}

const valuesOf = (list: InForce, kind: string): readonly string[] =>
  list.pieces.filter((piece) => piece.kind === kind).map(({ value }) => value);

function Lists({ at, lists }: { at: PageAt; lists: ReadonlyMap<string, InForce> }) {
  const { say } = at;
  const figures = (values: readonly string[]) =>
    values.map((value) => say("value.figure", { value })).join(" · ") || "—";
  return (
    <Table
      label={say("cash.lists")}
      columns={[
        { head: say("cash.currency") },
        { head: say("cash.notes") },
        { head: say("cash.coins") },
        { head: say("cash.since") },
        { head: say("cash.source") },
      ]}
      rows={[...lists].map(([currency, list]) => ({
        name: <a href={at.address("payments/denominations", { currency })}>{currency}</a>,
        cells: [
          figures(valuesOf(list, "note")),
          figures(valuesOf(list, "coin")),
          say("value.day", { value: list.since }),
          [list.source, say(list.verified ? "cash.verified" : "cash.not-verified")].join(" · "),
        ],
      }))}
    />
  );
}

type Publishing = { at: PageAt; currency: string; list: InForce | null; filled: Filled | null };

function Publish({ at, currency, list, filled }: Publishing) {
  const { say } = at;
  const written = (kind: string) =>
    (list === null ? [] : valuesOf(list, kind)).map((value) => say("value.figure", { value })).join("  ");
  const typed =
    filled ??
    fresh({ currency, notes: written("note"), coins: written("coin"), from: at.today, source: list?.source ?? "" });
  return (
    <section>
      <h2>{say("cash.publish")}</h2>
      <ActForm
        action={at.address("payments/denominations")}
        act={at.newAct()}
        filled={typed}
        named={["currency", "notes", "coins", "from", "source", "verified"]}
        submit={say("cash.publish")}
      >
        <ChoiceField
          name="currency"
          label={say("cash.currency")}
          choices={at.settings.currencies.map((one) => ({ value: one.currency, says: one.currency }))}
          filled={typed}
        />
        <TextField
          name="notes"
          label={say("cash.notes")}
          hint={say("cash.values-hint")}
          tells={["pieces"]}
          filled={typed}
          optional
        />
        <TextField name="coins" label={say("cash.coins")} hint={say("cash.values-hint")} filled={typed} optional />
        <DayField name="from" label={say("cash.since")} filled={typed} />
        <TextField name="source" label={say("cash.source")} hint={say("cash.source-hint")} filled={typed} />
        <TickField
          name="verified"
          label={say("cash.looked")}
          choices={[{ value: "yes", says: say("cash.looked-yes") }]}
          many
          optional
          filled={typed}
        />
      </ActForm>
    </section>
  );
}

async function publish(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const notation = notationOf(at.language, at.settings.country);
  const [from, source] = [form.readDay("from"), form.readText("source")];
  const pieces = (["notes", "coins"] as const).flatMap((name) =>
    form
      .text(name)
      .split(/[\s;]+/)
      .filter((text) => text !== "")
      .map((text) => ({ value: readFigure(text, notation) ?? text, kind: name === "notes" ? "note" : "coin" })),
  );
  if (form.wrong.length > 0) return draw(at, { typed: form.typed, wrong: form.wrong });
  const spoken = await at.speak("denominations.publish", {
    ...{ currency: form.text("currency"), from, pieces, source },
    verified: form.ticked("verified"),
  });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals });
  return done({ goTo: at.address("payments/denominations"), told: "denominations" });
}
