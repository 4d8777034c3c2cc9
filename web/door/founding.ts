/** Making an organisation: an account for whoever founds it, its book, the organisation and the founder in the register. */
import { derivedUuid } from "../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../kernel/refusal.ts";
import { checkSettings, settingsSaid } from "../../rooms/book/rules/settings.ts";
import type { Account } from "../../store/installation/accounts.ts";
import { pinDigits } from "../../store/installation/accounts-pin.ts";
import { consent } from "../../store/installation/accounts-seats.ts";
import { isTelephone } from "../../store/installation/accounts-sign-in.ts";
import { telephonesOf } from "../../store/installation/accounts-telephones.ts";
import type { Seated } from "../../store/installation/sessions.ts";
import type { Form } from "../desk/form.ts";
import type { Spoken } from "../desk/page.ts";
import { type FormKey, speakerOf } from "../desk/speak.ts";
import type { Services } from "../server/services.ts";
import type { DoorFormAt } from "./at.ts";
import { readNewPin } from "./pin.tsx";

/** What was typed, read. `who` is null for somebody who is signed in already. */
export type Founding = {
  readonly settings: Readonly<Record<string, unknown>> & { readonly name: string; readonly form: string };
  readonly country: string;
  readonly person: string;
  readonly who: { readonly signIn: string; readonly pin: string } | null;
};

/** The fields of the form, as its page names them. */
export const foundingFields = [
  ...["name", "form", "zone", "currency", "line", "cash"],
  ...["person", "signIn", "pin", "again"],
] as const;

/** Of which field of the form a refusal of the settings speaks. */
function fieldOf(path: string): string {
  const last = path.split(".").at(-1) ?? "";
  return foundingFields.some((one) => one === last) ? last : path.startsWith("settings.currencies") ? "line" : "name";
}

/** The ids of what a form founds: the same when it is sent again. */
const idsOf = ({ act, salt }: FormKey) => {
  const idOf = (what: string): string => derivedUuid(`${act}|${salt}|${what}`);
  const seated: Seated = { book: idOf("book"), seat: idOf("seat"), agent: idOf("founder") };
  return { seated, organisation: idOf("organisation") };
};

/** Reads the form; null when something is to be mended, which then stands in `form.wrong`. */
export function readFounding(form: Form, key: FormKey, signedIn: boolean): Founding | null {
  const [name, kind, zone, currency] = ["name", "form", "zone", "currency"].map((field) => form.readText(field));
  const [line, cash] = [form.readFigure("line"), form.readFigure("cash")];
  const person = form.readText("person");
  const who = signedIn ? null : { signIn: form.readText("signIn") ?? "", pin: readNewPin(form) };
  const country = form.text("country").toUpperCase();
  if (form.wrong.length > 0) return null;
  const currencies = [{ currency: (currency ?? "").toUpperCase(), line, cash }];
  const settings = { name, country, zone, currencies, organisation: idsOf(key).organisation, form: kind };
  const read = settingsSaid.safeParse(settings);
  const wrong = read.success
    ? checkSettings(read.data)
    : read.error.issues.map(({ path, code }) => {
        const field = path.map(String).join(".");
        return refused("act.field-unreadable", { field: fieldOf(field), problem: code }, field).refusal;
      });
  form.wrong.push(...wrong.map((one): Refusal => ({ ...one, field: fieldOf(one.field ?? "") })));
  if (form.wrong.length > 0 || !read.success) return null;
  return { settings: read.data, country, person: person ?? "", who };
}

/** What was founded: the seat of the founder, the account, and the browser's token when the account is new. */
export type Founded = { readonly seated: Seated; readonly account: Account; readonly browser?: string };

/** Founds it. Refusals: those of making an account, and those of the acts. Sent twice, the second finds what the first made. */
export async function found(at: DoorFormAt, key: FormKey, founding: Founding): Promise<Result<Founded>> {
  const { installation } = at.services;
  const { seated } = idsOf(key);
  const entered = await accountFor(at, founding);
  if (!entered.ok) return entered;
  const { account } = entered.value;
  const spoken = await sayFirstActs(at.services, key, founding, account);
  if (spoken.outcome === "refused") return { ok: false, refusal: spoken.refusals[0] as Refusal };
  await consent(installation.store.connect("app"), account.id, seated, at.now);
  return done({ ...entered.value, seated });
}

/** The account of the founder: the one signed in, a new one, or the one that this same form made a moment ago. */
async function accountFor(
  { signed, services, caller, browser }: DoorFormAt,
  { who, country }: Founding,
): Promise<Result<Omit<Founded, "seated">>> {
  const { accounts } = services.installation;
  if (who === null) {
    const account = await accounts.find(signed?.account ?? "");
    return account === null ? refused("session.none") : done({ account });
  }
  const asked = { ...who, telephones: telephonesOf(country), fewest: pinDigits.ofTrust };
  const made = await accounts.make(asked);
  if (!made.ok && made.refusal.code !== "account.taken") return made;
  const entered = await accounts.signIn({ ...who, source: caller.source, browser });
  return entered.ok || made.ok ? entered : made;
}

async function sayFirstActs(
  services: Services,
  key: FormKey,
  { settings, person, who }: Founding,
  account: Account,
): Promise<Spoken> {
  const { seated, organisation } = idsOf(key);
  const session = { ...seated, id: "", account: account.id, way: "account" } as const;
  const { speak, seal } = speakerOf(session, key, services);
  const founder = { agent: seated.agent, seat: seated.seat, account: account.id };
  const opened = await speak("book.open", { settings, founder });
  if (opened.outcome === "refused") return opened;
  const { name, form } = settings;
  const registered = await speak("organisation.register", { agent: organisation, name, form });
  if (registered.outcome === "refused") return registered;
  const telephone = who !== null && isTelephone(account.signIn) ? { telephone: seal("telephone", account.signIn) } : {};
  return speak("person.register", { agent: seated.agent, name: seal("name", person), ...telephone });
}
