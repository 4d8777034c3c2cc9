/** `/o/BOOK/members/cards`: who carries a card, and who has none? Cards are made for those who have none, and printed. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { type Filled, fresh, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { rowsOf } from "../read.ts";

/** What the view `cards.list` answers. */
export type Carrier = { readonly agent: string; readonly found: string } & Readonly<
  Record<"number" | "name" | "community" | "card" | "since", string | null>
>;

const path = "/o/:book/members/cards";
/** Most cards of one act: fifty sheets. */
const mostAtOnce = 500;
const notYours = refused("power.missing", { power: "keep-register", agent: "" });

/** Members with their cards; null when they are not the reader's to see. */
export const carriersAt = (at: PageAt, card?: "with" | "without"): Promise<readonly Carrier[] | null> =>
  rowsOf<Carrier>(at, "cards.list", { on: at.today, limit: mostAtOnce, ...(card === undefined ? {} : { card }) });

/** The page. */
export const cardsPage: BookPage = { path, open: async (at) => cardsAt(at, fresh()) };

/** Makes a card for each member who has none, and goes on to the printed sheet. */
export const cardsForm: BookForm = {
  path,
  post: async (at: FormAt): Promise<Result<Page | GoTo>> => {
    const without = await carriersAt(at, "without");
    if (without === null) return notYours;
    const cards = without.map(({ agent }, place) => ({ card: at.idOf(`card ${place} of ${agent}`), agent }));
    if (cards.length === 0) return done({ goTo: at.address("members/cards") });
    const spoken = await at.speak("card.issue", { cards });
    if (spoken.outcome === "refused") return cardsAt(at, { typed: at.form.typed, wrong: spoken.refusals });
    return done({ goTo: at.address("members/cards"), told: "cards-made" });
  },
};

async function cardsAt(at: PageAt, filled: Filled): Promise<Result<Page>> {
  const [carriers, without] = await Promise.all([carriersAt(at, "with"), carriersAt(at, "without")]);
  if (carriers === null || without === null) return notYours;
  return done(draw(at, carriers, without, filled));
}

const countOf = ([first]: readonly Carrier[]): string => first?.found ?? "0";

function draw(at: PageAt, carriers: readonly Carrier[], without: readonly Carrier[], filled: Filled): Page {
  const { say } = at;
  return formPage(at, {
    here: "members",
    asks: say("cards.answer", { carriers: countOf(carriers), without: countOf(without) }),
    about: say("cards.about"),
    children: (
      <>
        {without.length === 0 ? null : (
          <ActForm
            action={at.address("members/cards")}
            act={at.newAct()}
            filled={filled}
            named={[]}
            submit={say("cards.make", { without: `${without.length}` })}
            other={{ href: at.address("members"), says: say("cards.back") }}
          />
        )}
        {carriers.length === 0 ? null : <Print at={at} />}
        {carriers.length === 0 ? (
          <Notice state="none" title={say("cards.none")} />
        ) : (
          <Table
            label={say("cards.list")}
            columns={["number", "name", "community", "since", "more"].map((head) => ({ head: say(`cards.${head}`) }))}
            rows={carriers.map((one) => ({
              name: one.number ?? say("unknown"),
              cells: [
                one.name,
                one.community ?? "",
                one.since === null ? null : say("value.day", { value: one.since }),
                <a href={at.address(`members/cards/${one.card}`)}>{say("cards.void")}</a>,
              ],
            }))}
          />
        )}
      </>
    ),
  });
}

/** Which cards to print: all, or those given since a day; with names only where they are wanted. */
const Print = ({ at }: { at: PageAt }) => (
  <form class="act" method="get" action={at.address("members/cards/sheet")}>
    <TickField
      name="names"
      label={at.say("cards.names-label")}
      choices={[{ value: "shown", says: at.say("cards.names") }]}
      filled={fresh()}
      many
      optional
    />
    <p class="acts">
      <button class="do" type="submit">
        {at.say("cards.print")}
      </button>
    </p>
  </form>
);
