/** Giving an advance and granting a credit: first to whom, then how much, with what one's own seat may give before one's eyes. */
import type { ComponentChildren } from "preact";
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result } from "../../../kernel/refusal.ts";
import { limitsFor, type PowerMatrix } from "../../../rooms/book/rules/powers.ts";
import { ChoosePerson } from "../../components/choose-person.tsx";
import {
  ChoiceField,
  DayField,
  FigureField,
  type Filled,
  fresh,
  TextField,
  TickField,
} from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { peopleFound, personOf } from "../people.ts";
import { rowsOf } from "../read.ts";

/** One way of giving: its address, its power, its fields, and how what was typed is said. */
export type Giving = {
  readonly path: "credit/advance" | "credit/new";
  readonly name: "advance" | "credit";
  readonly power: string;
  readonly named: readonly string[];
  first(at: PageAt): Readonly<Record<string, string>>;
  fields(filled: Filled, at: PageAt): ComponentChildren;
  says(at: FormAt, agent: string): { readonly kind: string; readonly says: Readonly<Record<string, unknown>> } | null;
};

/** A figure of money: of the book's first currency, or of one that is chosen. */
function Amount({
  filled,
  at,
  name,
  label,
  tells,
  optional,
}: {
  filled: Filled;
  at: PageAt;
  name: string;
  label: string;
  tells?: readonly string[];
  optional?: boolean;
}) {
  const [first] = at.settings.currencies;
  return (
    <FigureField
      name={name}
      label={label}
      unit={at.settings.currencies.length > 1 ? "" : at.say(`currencies.${first?.currency}.line`, { count: "100" })}
      filled={filled}
      {...(tells === undefined ? {} : { tells })}
      {...(optional ? { optional } : {})}
    />
  );
}

function Currency({ filled, at }: { filled: Filled; at: PageAt }) {
  const [first] = at.settings.currencies;
  if (at.settings.currencies.length < 2) return <input type="hidden" name="currency" value={first?.currency ?? ""} />;
  const choices = at.settings.currencies.map(({ currency }) => ({ value: currency, says: currency }));
  return <ChoiceField name="currency" label={at.say("credit.currency")} choices={choices} filled={filled} />;
}

const advance: Giving = {
  path: "credit/advance",
  name: "advance",
  power: "give-advance",
  named: ["amount", "currency", "day", "mode", "place", "receipt"],
  first: ({ today }) => ({ day: today, mode: "cash" }),
  fields: (filled, at) => (
    <>
      <Amount name="amount" label={at.say("credit.amount")} filled={filled} at={at} />
      <Currency filled={filled} at={at} />
      <TickField
        name="mode"
        label={at.say("credit.mode")}
        choices={["cash", "transfer"].map((one) => ({ value: one, says: at.say(`credit.mode.${one}`) }))}
        filled={filled}
      />
      <DayField name="day" label={at.say("form.day")} filled={filled} />
      <div class="pair">
        <TextField name="place" label={at.say("credit.place")} filled={filled} optional />
        <TextField name="receipt" label={at.say("credit.receipt")} filled={filled} optional />
      </div>
    </>
  ),
  says: ({ form, idOf }, agent) => {
    const [amount, day, mode] = [form.readFigure("amount"), form.readDay("day"), form.readText("mode")];
    if (amount === null || day === null || mode === null) return null;
    const says = { advance: idOf("advance"), agent, amount, currency: form.text("currency"), day, mode };
    return { kind: "advance.give", says: { ...says, ...maybe(form, "place"), ...maybe(form, "receipt") } };
  },
};

const credit: Giving = {
  path: "credit/new",
  name: "credit",
  power: "grant-credit",
  named: ["principal", "currency", "purpose", "rate", "start", "due", "instalment", "method"],
  first: ({ today }) => ({ start: today, rate: "0" }),
  fields: (filled, at) => (
    <>
      <TextField name="purpose" label={at.say("credit.purpose")} hint={at.say("credit.purpose-hint")} filled={filled} />
      <Amount name="principal" label={at.say("credit.principal")} filled={filled} at={at} />
      <Currency filled={filled} at={at} />
      <FigureField
        name="rate"
        label={at.say("credit.rate")}
        hint={at.say("credit.rate-hint")}
        unit="%"
        tells={["ratePerMonth"]}
        filled={filled}
      />
      <div class="pair">
        <DayField name="start" label={at.say("credit.start")} filled={filled} />
        <DayField name="due" label={at.say("credit.due")} filled={filled} />
      </div>
      <Amount name="instalment" label={at.say("credit.instalment")} filled={filled} at={at} optional />
    </>
  ),
  says: ({ form, idOf }, agent) => {
    const purpose = form.readText("purpose");
    const [principal, rate] = [form.readFigure("principal"), form.readFigure("rate")];
    const [start, due] = [form.readDay("start"), form.readDay("due")];
    const instalment = form.maybeFigure("instalment");
    if (
      purpose === null ||
      principal === null ||
      rate === null ||
      start === null ||
      due === null ||
      instalment === null
    )
      return null;
    const says = {
      ...{ credit: idOf("credit"), agent, principal, currency: form.text("currency"), ratePerMonth: rate },
      ...{ method: "simple-monthly", start, due, purpose: purpose.slice(0, 200) },
      ...(instalment === undefined ? {} : { instalment }),
    };
    return { kind: "input-credit.grant", says };
  },
};

const maybe = (form: FormAt["form"], name: string): Readonly<Record<string, string>> => {
  const text = form.maybe(name);
  return text === undefined ? {} : { [name]: text.slice(0, 80) };
};

/** What the reader's roles may give at most: a sentence for each limit; none when there is no limit or it is not known. */
async function limitsOf(giving: Giving, at: PageAt): Promise<readonly string[]> {
  const versions = (await rowsOf<{ since: string; matrix: PowerMatrix }>(at, "powers.versions", { limit: 50 })) ?? [];
  const matrix = versions.find((one) => one.since <= at.today)?.matrix;
  if (matrix === undefined) return [];
  return limitsFor(matrix, at.roles, giving.power).flatMap(({ upTo, currency, second }) => [
    ...(upTo === undefined || currency === undefined ? [] : [at.say("credit.limit", { amount: upTo, currency })]),
    ...(second === true ? [at.say("credit.second")] : []),
  ]);
}

async function draw(giving: Giving, at: PageAt, member: string, filled: Filled): Promise<Page> {
  const { say, address } = at;
  if (!isUuid(member)) return chooseWho(giving, at);
  const who = await personOf(member, at);
  const limits = await limitsOf(giving, at);
  return formPage(at, {
    here: "credit",
    asks: say(`credit.asks.${giving.name}`, { name: personName(who ?? { name: null }, say) }),
    about: [say(`credit.about.${giving.name}`), ...limits].join(" "),
    children: (
      <ActForm
        action={address(giving.path)}
        act={at.newAct()}
        filled={filled}
        named={giving.named}
        submit={say(`credit.submit.${giving.name}`)}
        other={{ href: address("credit"), says: say("form.go-back") }}
      >
        <input type="hidden" name="member" value={member} />
        {giving.fields(filled, at)}
      </ActForm>
    ),
  });
}

async function chooseWho(giving: Giving, at: PageAt): Promise<Page> {
  const { say, address, words } = at;
  const q = (words.get("q") ?? "").trim().slice(0, 100);
  const found = await peopleFound(q, at, (member) => address(giving.path, { member }));
  return formPage(at, {
    here: "credit",
    asks: say(`credit.who.${giving.name}`),
    about: say("receive.who-why"),
    children: <ChoosePerson action={address(giving.path)} q={q} kept={{}} found={found} newHref={null} />,
  });
}

const pageOf = (giving: Giving): BookPage => ({
  path: `/o/:book/${giving.path}`,
  open: async (at) => done(await draw(giving, at, at.words.get("member") ?? "", fresh(giving.first(at)))),
});

const formOf = (giving: Giving): BookForm => ({
  path: `/o/:book/${giving.path}`,
  post: async (at): Promise<Result<Page | GoTo>> => {
    const { form } = at;
    const member = form.text("member");
    if (!isUuid(member)) return done(await chooseWho(giving, at));
    const said = giving.says(at, member);
    const again = async () => done(await draw(giving, at, member, { typed: form.typed, wrong: form.wrong }));
    if (said === null || form.wrong.length > 0) return again();
    const spoken = await at.speak(said.kind, said.says);
    if (spoken.outcome === "done")
      return done({
        goTo: at.address("credit"),
        told: spoken.questions.length > 0 ? "kept-with-questions" : `${giving.name}-kept`,
      });
    form.wrong.push(...spoken.refusals);
    return again();
  },
});

export const givingPages: readonly BookPage[] = [advance, credit].map(pageOf);
export const givingForms: readonly BookForm[] = [advance, credit].map(formOf);
