/** `/account/pin`: another PIN. Whoever sits where seats or money are kept is asked for six digits at least. */
import { refused } from "../../kernel/refusal.ts";
import { pinDigits } from "../../store/installation/accounts-pin.ts";
import { type Filled, fresh, PinField } from "../components/fields.tsx";
import { ActForm } from "../components/form.tsx";
import { Notice } from "../components/notice.tsx";
import type { Form } from "../desk/form.ts";
import type { Page } from "../render.ts";
import { RequestRefused } from "../server/problem.ts";
import { accountOf, type DoorAt, type DoorForm, type DoorPage } from "./at.ts";
import { comeIn, digitsAsked, seatsOf } from "./come-in.ts";
import { doorPageOf } from "./frame.tsx";

/** How many digits the PIN of an account must have, for all the seats it holds. */
async function fewestOf(at: DoorAt, account: string): Promise<number> {
  const asked: number[] = [pinDigits.fewest];
  for (const seat of await seatsOf(at, account)) asked.push(await digitsAsked(at.services, seat));
  return Math.max(...asked);
}

async function pinPageOf(at: DoorAt, filled: Filled): Promise<Page> {
  const { say } = at;
  const { account } = accountOf(at);
  const fewest = await fewestOf(at, account);
  const found = await at.services.installation.accounts.find(account);
  const children = (
    <section>
      {found !== null && found.pinDigits < fewest ? (
        <Notice state="waiting" title={say("door.pin.six")}>
          <p>{say("door.pin.six-why")}</p>
        </Notice>
      ) : null}
      <ActForm
        action="/account/pin"
        act=""
        filled={filled}
        named={["old", "pin", "again"]}
        submit={say("door.pin.save")}
        other={{ href: "/account", says: say("form.go-back") }}
      >
        <PinField name="old" label={say("door.pin.old")} filled={filled} />
        <NewPin filled={filled} fewest={fewest} say={say} />
      </ActForm>
      <p class="soft">{say("door.pin.ends-others")}</p>
    </section>
  );
  return doorPageOf(at, { title: say("door.pin.change"), children });
}

/** A new PIN, typed twice, with what makes a good one. `of` goes before the names where a page has several such forms. */
export const NewPin = ({
  filled,
  fewest,
  say,
  of,
}: {
  filled: Filled;
  fewest: number;
  say: DoorAt["say"];
  of?: string;
}) => (
  <>
    <PinField
      name={of === undefined ? "pin" : `${of}-pin`}
      label={say("door.pin.new")}
      hint={say("door.pin.hint", { fewest: `${fewest}`, most: `${pinDigits.most}` })}
      filled={filled}
      isNew
    />
    <PinField name={of === undefined ? "again" : `${of}-again`} label={say("door.pin.again")} filled={filled} isNew />
  </>
);

/** The PIN of a form, typed twice alike. Notes `form.field-empty` and `pin.not-repeated`. */
export function readNewPin(form: Form): string {
  const pin = form.text("pin");
  if (pin === "") form.wrong.push(refused("form.field-empty", {}, "pin").refusal);
  else if (form.text("again") !== pin) form.wrong.push(refused("pin.not-repeated", {}, "again").refusal);
  return pin;
}

export const pinPage: DoorPage = { path: "/account/pin", open: (at) => pinPageOf(at, fresh()) };

/** Changes the PIN: all other sessions end, and this one goes on anew. */
export const pinForm: DoorForm = {
  path: "/account/pin",
  post: async (at) => {
    const { account, seated } = accountOf(at);
    const { accounts, sessions } = at.services.installation;
    const pin = readNewPin(at.form);
    if (at.form.wrong.length > 0) return pinPageOf(at, at.form);
    const changed = await accounts.changePin(account, at.form.text("old"), pin, await fewestOf(at, account));
    if (!changed.ok) return pinPageOf(at, { typed: at.form.typed, wrong: [changed.refusal] });
    await sessions.endOf(account, { allBut: null });
    const found = await accounts.find(account);
    if (found === null) throw new RequestRefused(401, refused("session.none").refusal);
    return comeIn(at, found, seated === null ? {} : { wanted: seated });
  },
};
