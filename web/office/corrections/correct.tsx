/** `/o/BOOK/deliveries/DELIVERY/correct`: what is wrong with what was settled? First the difference is seen, then it is decided. */
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import type { DeductionPlan } from "../../../rooms/agreements/rules/deductions.ts";
import { correctionReasons, type StatementCorrection } from "../../../rooms/settlement/content/correction.ts";
import { Changes } from "../../../rooms/settlement/pages/statement-corrections.tsx";
import { moneyOf } from "../../../rooms/settlement/pages/statement-shape.ts";
import { wordsIn } from "../../../rooms/settlement/pages/statement-words.ts";
import { type Filled, fresh, TextField, TickField, WordsField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { aboutOf } from "../deliveries/later.tsx";
import { type Whole, wholeOf } from "../delivery.ts";
import { formPage } from "../form-page.tsx";

const path = "/o/:book/deliveries/:delivery/correct";

/** What the view `correction.preview` answers. */
type Previewed = {
  readonly number: string | null;
  readonly currency: string | null;
  readonly line_grain: string | null;
  readonly said: string | null;
  readonly deductions: DeductionPlan | null;
  readonly wrong: Refusal | null;
};

/** A difference as it was worked out, with what it was worked out of: decided only while that is what the form says. */
type Seen = {
  readonly of: string;
  readonly said: StatementCorrection;
  readonly money: Money;
  readonly list: DeductionPlan | null;
};
type Money = { readonly currency: string; readonly grain: { readonly line: string; readonly cash: string } };

const none = { seen: null };

function draw(at: PageAt, row: Whole, filled: Filled, { seen }: { readonly seen: Seen | null } = none): Page {
  const { say, address } = at;
  const back = address(`deliveries/${row.delivery}`);
  return formPage(at, {
    here: "deliveries",
    asks: say("amend.asks"),
    about: aboutOf(row, at),
    style: ["money"],
    children: (
      <ActForm
        action={`${back}/correct`}
        act={filled.typed?.get("act") ?? at.newAct()}
        filled={filled}
        named={["reason", "receipt", "words"]}
        submit={say(seen === null ? "amend.look" : "amend.decide")}
        other={{ href: back, says: say("form.go-back") }}
      >
        {seen === null ? null : <Difference seen={seen} at={at} />}
        <TickField
          name="reason"
          label={say("amend.choose")}
          filled={filled}
          choices={correctionReasons.map((one) => ({ value: one, says: say(`amend.choice.${one}`) }))}
        />
        <TextField
          name="receipt"
          label={say("amend.receipt")}
          hint={say("amend.receipt-hint")}
          tells={["replacedBy"]}
          filled={filled}
          optional
        />
        <WordsField name="words" label={say("amend.words")} hint={say("amend.words-hint")} filled={filled} />
      </ActForm>
    ),
  });
}

/** Must: say that nothing is decided; show before and after of what changes, what follows of it, and what it is to the person. */
function Difference({ seen: { of, said, money, list }, at }: { seen: Seen; at: PageAt }) {
  const { say } = at;
  const amount = (grains: string): string =>
    say("value.money-code", { value: moneyOf(money, grains), currency: money.currency });
  return (
    <Notice state="waiting" title={say("amend.would-be")}>
      <input type="hidden" name="seen" value={of} />
      <p>{say("amend.would-be-why", { number: said.number })}</p>
      {said.lines.map((line) => (
        <Changes line={line} content={money} />
      ))}
      <dl class="facts">
        <dt>{say("corrected.value-of")}</dt>
        <dd>{amount(said.value.difference)}</dd>
        {said.deductions.map(({ before, after, difference }) => (
          <>
            <dt>{nameIn(list, (after ?? before)?.code ?? "", at)}</dt>
            <dd>{amount(`${-BigInt(difference)}`)}</dd>
          </>
        ))}
        <dt>{say("amend.net")}</dt>
        <dd>
          <b>{amount(said.net.difference)}</b>
        </dd>
      </dl>
    </Notice>
  );
}

/** What a deduction is called in the list that took it. */
function nameIn(list: DeductionPlan | null, code: string, { say }: PageAt): string {
  const found = list?.deductions.find((one) => one.code === code);
  return found === undefined ? code : wordsIn(found.name, say).text;
}

const noneSuch = (at: PageAt) => refused("delivery.none-such", { delivery: at.parameter("delivery") });

/** The form, for a hand-over that a closed statement has. */
export const correctPage: BookPage = {
  path,
  open: async (at) => {
    const row = await wholeOf(at);
    return row === null ? noneSuch(at) : done(draw(at, row, fresh({ reason: at.words.get("reason") ?? "" })));
  },
};

/** Shows the difference; takes the decision once it was seen and is the same still. */
export const correctForm: BookForm = {
  path,
  post: async (at): Promise<Result<Page | GoTo>> => {
    const row = await wholeOf(at);
    if (row === null) return noneSuch(at);
    const { form } = at;
    const [reason, words] = [form.readText("reason"), form.readText("words")];
    const by = await replacement(at);
    const wrong = [...form.wrong, ...(by.wrong === null ? [] : [by.wrong])];
    if (reason === null || words === null || wrong.length > 0) return done(draw(at, row, { typed: form.typed, wrong }));
    const asked = { delivery: row.delivery, reason, ...(by.delivery === null ? {} : { replacedBy: by.delivery }) };
    const found = await seenNow(at, asked);
    if ("wrong" in found) return done(draw(at, row, { typed: form.typed, wrong: [found.wrong] }));
    if (form.text("seen") !== found.seen.of) return done(draw(at, row, { typed: form.typed, wrong: [] }, found));
    const spoken = await at.speak("statement.correct", { correction: at.idOf("correction"), ...asked, words });
    if (spoken.outcome === "refused")
      return done(draw(at, row, { typed: form.typed, wrong: spoken.refusals.map(withoutField) }));
    return done({ goTo: at.address("corrections"), told: "corrected" });
  },
};

/** What is said of no field of the form stands above it. */
const withoutField = (one: Refusal): Refusal =>
  one.field === "replacedBy" ? one : { code: one.code, facts: one.facts };

/** The hand-over whose receipt was typed: one there must be. */
async function replacement(at: FormAt): Promise<{ readonly delivery: string | null; readonly wrong: Refusal | null }> {
  const receipt = at.form.text("receipt");
  if (receipt === "") return { delivery: null, wrong: null };
  const found = await at.ask("deliveries.found", { q: receipt, limit: 50 });
  const rows = found.ok ? (found.value.rows as readonly { delivery: string; receipt: string | null }[]) : [];
  const same = rows.filter((one) => one.receipt === receipt);
  const [only] = same;
  if (only !== undefined && same.length === 1) return { delivery: only.delivery, wrong: null };
  return { delivery: null, wrong: refused("form.receipt-not-one", { receipt }, "replacedBy").refusal };
}

async function seenNow(
  at: PageAt,
  asked: Readonly<Record<string, string>>,
): Promise<{ readonly seen: Seen } | { readonly wrong: Refusal }> {
  const answer = await at.ask("correction.preview", asked);
  if (!answer.ok) return { wrong: answer.refusal };
  const { said, wrong, currency, line_grain, deductions: list } = answer.value.rows[0] as Previewed;
  if (said === null || currency === null || line_grain === null)
    return { wrong: wrong ?? refused("correction.not-settled", { delivery: asked.delivery ?? "" }).refusal };
  const correction = JSON.parse(said) as StatementCorrection;
  const of = [asked.reason, asked.replacedBy ?? "", correction.net.difference].join("|");
  return { seen: { of, said: correction, list, money: { currency, grain: { line: line_grain, cash: line_grain } } } };
}
