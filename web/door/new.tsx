/** `/new`: an organisation of one's own, from its country to the founder's PIN, on one page. */
import { randomBytes } from "node:crypto";
import { uuidv7 } from "../../kernel/ids.ts";
import { refused } from "../../kernel/refusal.ts";
import { organisationForms } from "../../rooms/book/records.ts";
import { pinDigits } from "../../store/installation/accounts-pin.ts";
import { ChoiceField, type Filled, fresh, TextField } from "../components/fields.tsx";
import { ActForm } from "../components/form.tsx";
import { formKeyOf, newFormKey, spelt } from "../desk/speak.ts";
import { written } from "../language/notation.ts";
import { placeName } from "../language/places.ts";
import type { Page } from "../render.ts";
import { RequestRefused } from "../server/problem.ts";
import type { DoorAt, DoorForm, DoorPage } from "./at.ts";
import { comeIn } from "./come-in.ts";
import { proposalOf, proposals } from "./countries.ts";
import { found, foundingFields, readFounding } from "./founding.ts";
import { doorPageOf } from "./frame.tsx";
import { NewPin } from "./pin.tsx";

/** Whether one may found an organisation here without a link of the operator: at this machine. */
export const mayFound = ({ caller }: DoorAt): boolean => caller.isHere;

/** At this machine, or by a link of the operator's (`ayni session --new`), which holds once. */
async function foundingAllowed(at: DoorAt, entry: string): Promise<void> {
  if (mayFound(at) || (await at.services.installation.sessions.newEntry(entry, "look"))) return;
  throw new RequestRefused(403, refused("organisation.not-here").refusal);
}

const back = (at: DoorAt) => ({ href: "/", says: at.say("door.back") });

/** First the country, because the rest is proposed by it. */
function countryPage(at: DoorAt, entry: string): Page {
  const { say } = at;
  const choices = proposals
    .map(({ country }) => ({ value: country, says: placeName(country, say.language) }))
    .sort((one, other) => one.says.localeCompare(other.says, say.language));
  const children = (
    <section>
      <p>{say("door.new.why")}</p>
      <form class="act" method="get" action="/new">
        {entry === "" ? null : <input type="hidden" name="entry" value={entry} />}
        <ChoiceField name="country" label={say("door.new.country")} choices={choices} filled={fresh()} />
        <p class="acts">
          <button class="do main" type="submit">
            {say("door.new.next")}
          </button>
        </p>
      </form>
    </section>
  );
  return doorPageOf(at, { title: say("door.new.title"), children, back: back(at) });
}

const isCountry = (text: string): boolean => proposalOf(text) !== null;

/** The whole form, filled with what the country proposes. */
function foundingPage(at: DoorAt, country: string, entry: string, filled: Filled, act: string): Page {
  const { say } = at;
  const forms = organisationForms.map((value) => ({ value, says: say(`door.form.${value}`) }));
  const children = (
    <section>
      <ActForm
        action="/new"
        act={act}
        filled={filled}
        named={foundingFields}
        submit={say("door.new.save")}
        other={{ href: entry === "" ? "/new" : `/new?entry=${entry}`, says: say("door.new.other-country") }}
      >
        <input type="hidden" name="country" value={country} />
        {entry === "" ? null : <input type="hidden" name="entry" value={entry} />}
        <p class="soft">{placeName(country, say.language)}</p>
        <TextField name="name" label={say("door.new.name")} filled={filled} />
        <ChoiceField
          name="form"
          label={say("door.new.form")}
          hint={say("door.new.form-hint")}
          choices={forms}
          filled={filled}
        />
        <TextField name="zone" label={say("door.new.zone")} hint={say("door.new.zone-hint")} filled={filled} />
        <TextField
          name="currency"
          label={say("door.new.currency")}
          hint={say("door.new.currency-hint")}
          filled={filled}
          size="short"
        />
        <TextField
          name="line"
          label={say("door.new.line")}
          hint={say("door.new.line-hint")}
          filled={filled}
          size="short"
        />
        <TextField
          name="cash"
          label={say("door.new.cash")}
          hint={say("door.new.cash-hint")}
          filled={filled}
          size="short"
        />
        <TextField name="person" label={say("door.new.person")} hint={say("door.new.person-hint")} filled={filled} />
        {at.signed?.account ? null : (
          <>
            <TextField name="signIn" label={say("door.name")} hint={say("door.new.sign-in-hint")} filled={filled} />
            <NewPin filled={filled} fewest={pinDigits.ofTrust} say={say} />
          </>
        )}
      </ActForm>
    </section>
  );
  return doorPageOf(at, { title: say("door.new.title"), children, back: back(at) });
}

export const newPage: DoorPage = {
  path: "/new",
  open: async (at) => {
    const entry = at.words.get("entry") ?? "";
    await foundingAllowed(at, entry);
    const country = at.words.get("country") ?? "";
    const proposal = proposalOf(country);
    if (proposal === null) return countryPage(at, entry);
    const figure = (text: string): string => written(text, at.say.notation);
    const { zone, currency, line, cash } = proposal;
    const first = fresh({ zone, currency, line: figure(line), cash: figure(cash), form: "cooperative" });
    const act = spelt(newFormKey(uuidv7(at.now, randomBytes(10))));
    return foundingPage(at, country, entry, first, act);
  },
};

export const newForm: DoorForm = {
  path: "/new",
  post: async (at) => {
    const { form } = at;
    const entry = form.text("entry");
    await foundingAllowed(at, entry);
    const country = form.text("country");
    if (!isCountry(country)) return countryPage(at, entry);
    const key = formKeyOf(form.text("act")) ?? newFormKey(uuidv7(at.now, randomBytes(10)));
    const founding = readFounding(form, key, at.signed?.account != null);
    if (founding === null) return foundingPage(at, country, entry, form, spelt(key));
    const made = await found(at, key, founding);
    if (!made.ok) return foundingPage(at, country, entry, { typed: form.typed, wrong: [made.refusal] }, spelt(key));
    await at.services.installation.sessions.newEntry(entry, "use");
    const { account, seated, browser } = made.value;
    return comeIn(at, account, {
      wanted: seated,
      first: `/o/${seated.book}/begin`,
      ...(browser === undefined ? {} : { browser }),
    });
  },
};
