/** `/o/BOOK/payments/accounts`: from which accounts do we pay? And `/o/BOOK/members/MEMBER/account`: where does money go to this person? */
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { type Filled, fresh } from "../../components/fields.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { registerOf } from "../member.ts";
import { rowsOf } from "../read.ts";
import { AccountForm, sayAccount } from "./account-form.tsx";
import { AccountRows } from "./account-rows.tsx";
import type { AccountRow } from "./read.ts";

const ourPath = "/o/:book/payments/accounts";
const memberPath = "/o/:book/members/:member/account";

export const ourAccountsPage: BookPage = { path: ourPath, open: (at) => drawOurs(at, null) };
export const ourAccountsForm: BookForm = { path: ourPath, post: postOurs };
export const memberAccountPage: BookPage = { path: memberPath, open: (at) => drawMembers(at, null) };
export const memberAccountForm: BookForm = { path: memberPath, post: postMembers };

const first = (at: PageAt, town: string | null) =>
  fresh({
    scheme: "bank",
    currency: at.settings.currencies[0]?.currency ?? "",
    since: at.today,
    town: town ?? "",
  });

async function drawOurs(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const found = await at.ask("accounts.own");
  if (!found.ok) return found;
  const rows = found.value.rows as readonly AccountRow[];
  return done(
    formPage(at, {
      here: "payments",
      asks: say("money-account.ours"),
      about: say("money-account.ours-why"),
      children: (
        <>
          <AccountRows rows={rows} none={say("money-account.ours-none")} isOurs say={say} />
          <section>
            <h2>{say("money-account.state")}</h2>
            <AccountForm
              at={at}
              action={at.address("payments/accounts")}
              back={at.address("payments/orders")}
              filled={filled ?? first(at, null)}
              accounts={rows}
              isOurs
            />
          </section>
        </>
      ),
    }),
  );
}

async function postOurs(at: FormAt): Promise<Result<Page | GoTo>> {
  const [settings] = (await rowsOf<{ organisation: string }>(at, "book.settings")) ?? [];
  const wrong = await sayAccount(at, settings?.organisation ?? "");
  if (wrong.length > 0) return drawOurs(at, { typed: at.form.typed, wrong });
  return done({ goTo: at.address("payments/accounts"), told: "account-kept" });
}

const noneSuch = (at: PageAt) => refused("person.none-such", { member: at.parameter("member") });

async function drawMembers(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const who = await registerOf(at);
  if (who === null) return noneSuch(at);
  const found = await at.ask("accounts.of", { agent: who.agent });
  if (!found.ok) return found;
  const rows = found.value.rows as readonly AccountRow[];
  const back = at.address(`members/${who.agent}`);
  return done(
    formPage(at, {
      here: "members",
      asks: say("money-account.asks", { name: personName(who, say) }),
      about: say("money-account.about"),
      children: (
        <>
          <AccountRows rows={rows} none={say("money-account.none")} isOurs={false} say={say} />
          <section>
            <h2>{say("money-account.state")}</h2>
            <AccountForm
              at={at}
              action={`${back}/account`}
              back={back}
              filled={filled ?? first(at, who.community)}
              accounts={rows}
              isOurs={false}
            />
          </section>
        </>
      ),
    }),
  );
}

async function postMembers(at: FormAt): Promise<Result<Page | GoTo>> {
  const who = await registerOf(at);
  if (who === null) return noneSuch(at);
  const wrong: readonly Refusal[] = await sayAccount(at, who.agent);
  if (wrong.length > 0) return drawMembers(at, { typed: at.form.typed, wrong });
  return done({ goTo: at.address(`members/${who.agent}/account`), told: "account-kept" });
}
