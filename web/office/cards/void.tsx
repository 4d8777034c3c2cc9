/** `/o/BOOK/members/cards/CARD`: a card that was lost is taken back; another may be made for its bearer. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { type Filled, fresh, TextField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { type Carrier, carriersAt } from "./list.tsx";

const path = "/o/:book/members/cards/:card";

/** The form. */
export const voidCardPage: BookPage = { path, open: async (at) => cardAt(at, fresh()) };

/** Takes the card back, and goes back to the list. */
export const voidCardForm: BookForm = {
  path,
  post: async (at: FormAt): Promise<Result<Page | GoTo>> => {
    const reason = at.form.readText("reason");
    if (reason === null) return cardAt(at, at.form);
    const spoken = await at.speak("card.void", { card: at.parameter("card"), reason });
    if (spoken.outcome === "refused") return cardAt(at, { typed: at.form.typed, wrong: spoken.refusals });
    return done({ goTo: at.address("members/cards"), told: "card-void" });
  },
};

async function cardAt(at: PageAt, filled: Filled): Promise<Result<Page>> {
  const carriers = await carriersAt(at, "with");
  if (carriers === null) return refused("power.missing", { power: "keep-register", agent: "" });
  const one = carriers.find(({ card }) => card === at.parameter("card"));
  return one === undefined ? refused("card.unknown", { card: at.parameter("card") }) : done(draw(at, one, filled));
}

function draw(at: PageAt, { card, number, name }: Carrier, filled: Filled): Page {
  const { say } = at;
  return formPage(at, {
    here: "members",
    asks: say("cards.void-asks", { who: [number, name].filter((one) => one !== null).join(" · ") }),
    about: say("cards.void-about"),
    children: (
      <>
        <ActForm
          action={at.address(`members/cards/${card}`)}
          act={at.newAct()}
          filled={filled}
          named={["reason"]}
          submit={say("cards.void-do")}
          other={{ href: at.address("members/cards"), says: say("cards.back-to-cards") }}
          grave
        >
          <TextField name="reason" label={say("cards.void-reason")} hint={say("cards.void-hint")} filled={filled} />
        </ActForm>
        <p class="doors">
          <a class="quiet" href={at.address("members/cards/sheet", { card: card ?? "" })}>
            {say("cards.print-one")}
          </a>
        </p>
      </>
    ),
  });
}
