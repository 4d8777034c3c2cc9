/** `/o/BOOK/access/give`: a seat for somebody of the register, or for somebody new. */
import { isUuid } from "../../../kernel/ids.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { DayField, type Filled, fresh, TextField, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Find } from "../../components/list.tsx";
import type { BookForm, BookPage, FormAt, PageAt } from "../../desk/page.ts";
import { roleName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { accessPageOf } from "./list.tsx";
import { rolesHere } from "./seat.tsx";

type Person = Readonly<Record<"agent" | "name" | "number" | "community", string | null>>;

/** First who: found by name or number, or somebody new. */
async function whoPage(at: PageAt, q: string): Promise<Result<Page>> {
  const { say } = at;
  const found = q === "" ? done({ rows: [] }) : await at.ask("persons.find", { q });
  if (!found.ok) return found;
  const persons = found.value.rows as readonly Person[];
  const action = at.address("access/give");
  const children = (
    <>
      <Find action={action} q={q} label={say("door.give.find")} all={say("door.give.again")} />
      <section>
        {q !== "" && persons.length === 0 ? <p>{say("door.give.nobody", { q })}</p> : null}
        <ul class="links">
          {persons.map(({ agent, name, number, community }) => (
            <li>
              <a class="quiet" href={at.address("access/give", { agent: agent ?? "" })}>
                {name ?? say("door.access.no-name")}
              </a>{" "}
              <span class="soft">{[number, community].filter((one) => one !== null).join(" · ")}</span>
            </li>
          ))}
        </ul>
        <p class="acts">
          <a class="do" href={at.address("access/give", { new: "1" })}>
            {say("door.give.new")}
          </a>
        </p>
      </section>
      <Back at={at} />
    </>
  );
  return done(accessPageOf(at, say("door.access.give"), children));
}

const Back = ({ at }: { at: PageAt }) => (
  <p>
    <a class="quiet" href={at.address("access")}>
      {at.say("door.access.back")}
    </a>
  </p>
);

/** Then which roles, and until when. `agent` is null for somebody new, whose name is asked. */
async function rolesPage(at: PageAt, agent: string | null, filled: Filled): Promise<Page> {
  const { say } = at;
  const choices = (await rolesHere(at)).map((role) => ({ value: role, says: roleName(role, say) }));
  const children = (
    <>
      <ActForm
        action={at.address("access/give")}
        act={at.newAct()}
        filled={filled}
        named={["name", "roles", "until"]}
        submit={say("door.give.save")}
        other={{ href: at.address("access/give"), says: say("form.go-back") }}
      >
        {agent === null ? (
          <TextField name="name" label={say("door.give.name")} filled={filled} />
        ) : (
          <input type="hidden" name="agent" value={agent} />
        )}
        <TickField name="roles" label={say("door.access.roles-ask")} choices={choices} filled={filled} many />
        <DayField
          name="until"
          label={say("door.give.until")}
          hint={say("door.give.until-hint")}
          filled={filled}
          optional
        />
      </ActForm>
      <Back at={at} />
    </>
  );
  return accessPageOf(at, say("door.access.give"), children);
}

export const givePage: BookPage = {
  path: "/o/:book/access/give",
  open: async (at) => {
    if (!at.powers.has("manage-seats"))
      return refused("power.missing", { power: "manage-seats", agent: at.session.agent });
    const agent = at.words.get("agent") ?? "";
    if (isUuid(agent)) return done(await rolesPage(at, agent, fresh()));
    if (at.words.has("new")) return done(await rolesPage(at, null, fresh()));
    return whoPage(at, (at.words.get("q") ?? "").trim().slice(0, 100));
  },
};

/** Enters a new person in the register, if it is one, and gives the seat. */
export const giveForm: BookForm = {
  path: "/o/:book/access/give",
  post: async (at) => {
    const { form } = at;
    const known = isUuid(form.text("agent")) ? form.text("agent") : null;
    const name = known === null ? form.readText("name") : null;
    const until = form.maybeDay("until");
    const again = async (wrong: readonly Refusal[], of = known) =>
      done(await rolesPage(at, of, { typed: form.typed, wrong }));
    if (form.all("roles").length === 0) form.wrong.push(refused("form.nothing-chosen", { typed: "" }, "roles").refusal);
    if (form.wrong.length > 0) return again(form.wrong);
    const seat = at.idOf("seat");
    const agent = known ?? at.idOf("person");
    const entered = name === null ? null : await enter(at, agent, name);
    if (entered?.outcome === "refused") return again(entered.refusals);
    const says = { seat, agent, roles: form.all("roles"), from: at.today, ...(until ? { until } : {}) };
    const spoken = await at.speak("seat.give", says);
    // Whoever was entered just now is in the register: the mended form names them, and does not enter them again.
    if (spoken.outcome === "refused") return again(spoken.refusals, agent);
    return done({ goTo: at.address(`access/${seat}`), told: "kept" });
  },
};

const enter = (at: FormAt, agent: string, name: string) =>
  at.speak("person.register", { agent, name: at.seal("name", name) });
