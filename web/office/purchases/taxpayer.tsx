/** `/o/BOOK/members/MEMBER/taxpayer`: what an authority wants to know of somebody: sealed, shown to who may see it, and written down who looked. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { personName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";

export const taxpayerPage: BookPage = { path: "/o/:book/members/:member/taxpayer", open: (at) => draw(at, null) };
export const taxpayerForm: BookForm = { path: "/o/:book/members/:member/taxpayer", post };

/** What the view `taxpayer.one` answers. */
type Kept = Readonly<Record<"tax_number" | "address", string | null>>;
/** What the view `member.one` answers, as this page reads it. */
type Register = Readonly<Record<"name" | "erased", string | null>>;

async function draw(at: PageAt, filled: Filled | null): Promise<Result<Page>> {
  const { say } = at;
  const agent = at.parameter("member");
  if (!isUuid(agent)) return refused("agent.unknown", { agent });
  const register = await at.ask("member.one", { agent });
  if (!register.ok) return register;
  const [person] = register.value.rows as unknown as readonly Register[];
  if (person === undefined) return refused("agent.unknown", { agent });
  const found = at.may("taxpayer.one", { agent }) ? await at.ask("taxpayer.one", { agent }) : null;
  const kept = found?.ok ? (found.value.rows[0] as Kept | undefined) : undefined;
  const typed = filled ?? fresh({ taxNumber: kept?.tax_number ?? "", address: kept?.address ?? "" });
  const mayKeep = at.powers.has("keep-register") && found?.ok === true;
  return done(
    formPage(at, {
      here: "members",
      asks: say("purchase.taxpayer-title", { name: personName(person, say) }),
      about: say("purchase.taxpayer-why"),
      style: ["books"],
      children: (
        <>
          {mayKeep ? (
            <Stating agent={agent} filled={typed} at={at} />
          ) : (
            <Notice state="none" title={say("purchase.taxpayer-not-yours")} />
          )}
          <Certificates agent={agent} at={at} />
        </>
      ),
    }),
  );
}

function Stating({ agent, filled: typed, at }: { agent: string; filled: Filled; at: PageAt }) {
  const { say } = at;
  return (
    <ActForm
      action={at.address(`members/${agent}/taxpayer`)}
      act={at.newAct()}
      filled={typed}
      named={["taxNumber", "address"]}
      submit={say("form.save")}
    >
      <TextField
        name="taxNumber"
        label={say("purchase.f-tax-number")}
        hint={say("purchase.f-tax-number-hint")}
        filled={typed}
        optional
      />
      <TextField name="address" label={say("purchase.f-address")} filled={typed} optional />
    </ActForm>
  );
}

/** What was withheld of them this year and the year before. */
function Certificates({ agent, at }: { agent: string; at: PageAt }) {
  const year = Number(at.today.slice(0, 4));
  if (!at.may("purchase-certificate.one", { agent, year: `${year}` })) return null;
  return (
    <nav class="ways" aria-label={at.say("purchase.certificate")}>
      {[year, year - 1].map((one) => (
        <a class="quiet" href={at.address("purchases/certificate", { agent, year: `${one}` })}>
          {`${at.say("purchase.certificate")} ${one}`}
        </a>
      ))}
    </nav>
  );
}

async function post(at: FormAt): Promise<Result<Page | GoTo>> {
  const { form } = at;
  const agent = at.parameter("member");
  const [taxNumber, address] = [form.maybe("taxNumber"), form.maybe("address")];
  const spoken = await at.speak("taxpayer.state", {
    agent,
    ...(taxNumber === undefined ? {} : { taxNumber: at.seal("identity-number", taxNumber.slice(0, 40)) }),
    ...(address === undefined ? {} : { address: at.seal("address", address.slice(0, 200)) }),
  });
  if (spoken.outcome === "refused") return draw(at, { typed: form.typed, wrong: spoken.refusals });
  return done({ goTo: at.address(`members/${agent}`), told: "taxpayer-kept" });
}
