/** The form of an account: a bank or a wallet, its number, and who holds it. The number is looked at here, since the book has it sealed. */

import { ibanOf } from "../../../exchange/bank/layouts/fields.ts";
import { type Refusal, refused } from "../../../kernel/refusal.ts";
import { accountSchemes } from "../../../rooms/people/rules/accounts.ts";
import { ChoiceField, DayField, type Filled, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { FormAt, PageAt } from "../../desk/page.ts";
import type { AccountRow } from "./read.ts";

const named = ["scheme", "institution", "branch", "number", "holder", "currency", "town", "since"];

type Props = {
  readonly at: PageAt;
  readonly action: string;
  readonly back: string;
  readonly filled: Filled;
  /** Accounts that may be put right instead of adding one. */
  readonly accounts: readonly AccountRow[];
  /** Our own account has no other holder. */
  readonly isOurs: boolean;
};

/** Must: say that the number is seen only by those who pay. */
export function AccountForm({ at, action, back, filled, accounts, isOurs }: Props) {
  const { say, settings } = at;
  const currencies = settings.currencies.map(({ currency }) => ({ value: currency, says: currency }));
  return (
    <ActForm
      action={action}
      act={at.newAct()}
      filled={filled}
      named={named}
      submit={say("form.save")}
      other={{ href: back, says: say("form.go-back") }}
    >
      {accounts.length === 0 ? null : (
        <ChoiceField
          name="account"
          label={say("money-account.which")}
          none={say("money-account.another")}
          choices={accounts.map((one) => ({
            value: one.account,
            says: say("money-account.instead-of", { institution: one.institution, end: (one.number ?? "").slice(-4) }),
          }))}
          filled={filled}
          optional
        />
      )}
      <ChoiceField
        name="scheme"
        label={say("money-account.scheme")}
        choices={accountSchemes.map((value) => ({ value, says: say(`money-account.scheme.${value}`) }))}
        filled={filled}
      />
      <div class="pair">
        <TextField
          name="institution"
          label={say("money-account.institution")}
          hint={say("money-account.institution-hint")}
          filled={filled}
        />
        <TextField name="branch" label={say("money-account.branch")} filled={filled} optional />
      </div>
      <TextField
        name="number"
        label={say("money-account.number")}
        hint={say("money-account.number-hint")}
        filled={filled}
      />
      {isOurs ? null : (
        <TextField
          name="holder"
          label={say("money-account.holder")}
          hint={say("money-account.holder-hint")}
          filled={filled}
          optional
        />
      )}
      <div class="pair">
        <ChoiceField name="currency" label={say("money-account.currency")} choices={currencies} filled={filled} />
        <TextField name="town" label={say("money-account.town")} filled={filled} optional />
      </div>
      <DayField name="since" label={say("money-account.since")} filled={filled} />
    </ActForm>
  );
}

/** Why a number cannot be one: other signs than banks take, or an IBAN whose check digits do not hold. */
export function wrongNumber(number: string): Refusal | null {
  if (!/^[A-Za-z0-9 /\-.]{2,34}$/.test(number))
    return refused("money-account.number-unreadable", { typed: number.slice(0, 40) }, "number").refusal;
  const looksLikeIban = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,}$/i.test(number.replace(/ /g, ""));
  return looksLikeIban && ibanOf(number) === null
    ? refused("money-account.iban-wrong", { typed: number.slice(0, 40) }, "number").refusal
    : null;
}

/** Says the account that was typed; the wrongs when it cannot be said. */
export async function sayAccount(at: FormAt, agent: string): Promise<readonly Refusal[]> {
  const { form } = at;
  const [scheme, institution, number] = [
    form.readText("scheme"),
    form.readText("institution"),
    form.readText("number"),
  ];
  const [currency, since] = [form.readText("currency"), form.readDay("since")];
  const wrong = number === null ? null : wrongNumber(number);
  if (wrong !== null) form.wrong.push(wrong);
  if (form.wrong.length > 0) return form.wrong;
  const maybe = (name: string) => (form.maybe(name) === undefined ? {} : { [name]: form.text(name) });
  const holder = form.maybe("holder");
  const spoken = await at.speak("account.state", {
    ...{ account: form.maybe("account") ?? at.idOf("account"), agent, scheme, institution, currency, since },
    ...{ number: at.seal("account-number", number ?? "") },
    ...(holder === undefined ? {} : { holder: at.seal("name", holder) }),
    ...maybe("branch"),
    ...maybe("town"),
  });
  return spoken.outcome === "refused" ? spoken.refusals : [];
}
