/** `/o/BOOK/deliveries/new`: typing a hand-over: first who, then what was on the scale. */
import { isUuid } from "../../../kernel/ids.ts";
import { done } from "../../../kernel/refusal.ts";
import { BagRows } from "../../components/bag-rows.tsx";
import { ChoosePerson } from "../../components/choose-person.tsx";
import { DayField, type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import type { BookForm, BookPage, FormAt, PageAt } from "../../desk/page.ts";
import { begun, named, personName, productName } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { peopleFound, personOf } from "../people.ts";
import { rowsOf } from "../read.ts";
import { namesOfRows, readBags, rowsAtFirst, rowsIn } from "./bags.ts";
import { toldOf } from "./later.tsx";
import { Measures, measureFields, type ReceivingTerms, readMeasures, termsOn } from "./measures.tsx";

const path = "/o/:book/deliveries/new";
const plain = ["on", "clock", "place", "scale", "receipt"] as const;

/** Who brings, then the form. */
export const newDeliveryPage: BookPage = { path, open: async (at) => done(await openNew(at)) };
export const newDeliveryForm: BookForm = { path, post: take };

async function openNew(at: PageAt): Promise<Page> {
  const member = at.words.get("member") ?? "";
  const first = { on: at.today, place: at.words.get("place") ?? (await usualPlace(at)) };
  return isUuid(member) ? draw(at, member, fresh(first), rowsAtFirst) : chooseWho(at);
}

/** The place where something came in last, as far as the counts tell: what a form begins with when there is one only. */
async function usualPlace(at: PageAt): Promise<string> {
  const rows = (await rowsOf<{ place: string }>(at, "deliveries.places")) ?? [];
  const places = new Set(rows.map((one) => one.place));
  return places.size === 1 ? ([...places][0] ?? "") : "";
}

async function chooseWho(at: PageAt): Promise<Page> {
  const { say, address, words } = at;
  const q = (words.get("q") ?? "").trim().slice(0, 100);
  const kept = Object.fromEntries(
    ["place", "product"].flatMap((one) => (words.get(one) ? [[one, words.get(one) ?? ""]] : [])),
  );
  const found = await peopleFound(q, at, (member) => address("deliveries/new", { ...kept, member }));
  return formPage(at, {
    here: "deliveries",
    asks: say("receive.who"),
    about: say("receive.who-why"),
    children: (
      <ChoosePerson
        action={address("deliveries/new")}
        q={q}
        kept={kept}
        found={found}
        newHref={at.powers.has("keep-register") ? address("members/new") : null}
      />
    ),
  });
}

/** The terms that a form is for: those of the product chosen, else of the first whose season runs. */
const chosenTerms = (all: readonly ReceivingTerms[], product: string): ReceivingTerms | undefined =>
  all.find((one) => one.product === product) ?? all[0];

async function draw(at: PageAt, member: string, filled: Filled, rows: number): Promise<Page> {
  const { say, address } = at;
  const all = await termsOn(at.today, at);
  const terms = chosenTerms(all, filled.typed?.get("product") ?? at.words.get("product") ?? "");
  const who = await personOf(member, at);
  const asks = say("receive.asks", { name: who === null ? say("members.name-unknown") : personName(who, say) });
  if (terms === undefined)
    return formPage(at, {
      here: "deliveries",
      asks,
      children: (
        <Notice state="none" title={say("receive.no-season")}>
          <p>{say("receive.no-season-why")}</p>
        </Notice>
      ),
    });
  return formPage(at, {
    here: "deliveries",
    asks,
    about: say("receive.about", { product: productName(terms.product, say), season: terms.season }),
    children: (
      <>
        <p class="doors">
          <a class="quiet" href={address("deliveries/new")}>
            {say("receive.other-person")}
          </a>
          {all
            .filter((one) => one.product !== terms.product)
            .map((one) => (
              <a class="quiet" href={address("deliveries/new", { member, product: one.product })}>
                {say("receive.other-product", { product: productName(one.product, say) })}
              </a>
            ))}
        </p>
        <Fields at={at} member={member} terms={terms} filled={filled} rows={rows} />
      </>
    ),
  });
}

type FieldsProps = { at: PageAt; member: string; terms: ReceivingTerms; filled: Filled; rows: number };

function Fields({ at, member, terms, filled, rows }: FieldsProps) {
  const { say, address } = at;
  const containers = [...new Set([...terms.containers, "sack"])];
  return (
    <ActForm
      wide
      action={address("deliveries/new")}
      act={at.newAct()}
      filled={filled}
      named={[...plain, ...measureFields(terms.scheme), ...namesOfRows(rows)]}
      submit={say("receive.submit")}
      other={{ href: address("deliveries"), says: say("form.go-back") }}
    >
      {/* What Enter presses: without it, that would be the button for more rows. */}
      <button class="away" type="submit" tabIndex={-1} aria-hidden="true">
        {say("receive.submit")}
      </button>
      <input type="hidden" name="member" value={member} />
      <input type="hidden" name="product" value={terms.product} />
      <input type="hidden" name="rows" value={`${rows}`} />
      <div class="pair">
        <TextField name="place" label={say("today.place")} hint={say("receive.place-hint")} filled={filled} />
        <DayField name="on" label={say("form.day")} filled={filled} />
      </div>
      <h2>{say("receive.bags")}</h2>
      <p class="hint">{say("receive.bags-hint")}</p>
      <BagRows
        rows={rows}
        containers={containers.map((one) => ({ value: one, says: begun(named("container", one, say)) }))}
        filled={filled}
      />
      <button class="do" type="submit" name="more" value="1" formNoValidate>
        {say("receive.more-rows")}
      </button>
      <h2>{say("delivery.readings")}</h2>
      <Measures scheme={terms.scheme} filled={filled} />
      <h2>{say("receive.else")}</h2>
      <div class="pair">
        <TextField
          name="clock"
          label={say("receive.clock")}
          hint={say("receive.clock-hint")}
          size="short"
          filled={filled}
          optional
        />
        <TextField name="scale" label={say("delivery.scale")} size="short" filled={filled} optional />
        <TextField
          name="receipt"
          label={say("receive.receipt")}
          hint={say("receive.receipt-hint")}
          filled={filled}
          optional
        />
      </div>
    </ActForm>
  );
}

async function take(at: FormAt) {
  const { form } = at;
  const member = form.text("member");
  if (!isUuid(member)) return done(await chooseWho(at));
  const rows = rowsIn(form);
  const again = async (wrong: readonly (typeof form.wrong)[number][] = []) =>
    done(await draw(at, member, { typed: form.typed, wrong: [...form.wrong, ...wrong] }, rows));
  if (form.ticked("more")) return again();
  const terms = chosenTerms(await termsOn(at.today, at), form.text("product"));
  const said = { on: form.readDay("on"), place: form.readText("place"), bags: readBags(form) };
  const measurements = readMeasures(at, terms?.scheme ?? null);
  if (form.wrong.length > 0 || said.on === null || said.place === null) return again();
  const spoken = await at.speak("delivery.receive", {
    delivery: at.idOf("delivery"),
    member,
    product: form.text("product"),
    ...said,
    measurements,
    ...maybe("clock", form.maybe("clock")),
    ...maybe("scale", form.maybe("scale")),
    ...maybe("receipt", form.maybe("receipt")),
  });
  if (spoken.outcome === "refused") return again(spoken.refusals);
  return done({ goTo: at.address(`deliveries/${at.idOf("delivery")}`), told: toldOf("delivery", spoken) });
}

const maybe = (name: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [name]: value };
