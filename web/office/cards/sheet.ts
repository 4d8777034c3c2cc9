/** `/o/BOOK/members/cards/sheet`: the cards as PDF, ten on a page. `?names=shown` prints names, `?card=ID` one card only. */
import { type CardToPrint, cardsPdf } from "../../../channels/paper/cards.ts";
import { done, refused } from "../../../kernel/refusal.ts";
import { cardText } from "../../../rooms/people/rules/cards.ts";
import type { BookPage } from "../../desk/page.ts";
import { type Carrier, carriersAt } from "./list.tsx";

/** The sheet of all cards that hold. */
export const cardSheetPage: BookPage = {
  path: "/o/:book/members/cards/sheet",
  open: async (at) => {
    const carriers = await carriersAt(at, "with");
    if (carriers === null) return refused("power.missing", { power: "keep-register", agent: "" });
    const only = at.words.get("card");
    const wanted = carriers.filter(({ card }) => only === null || card === only);
    if (wanted.length === 0) return refused("card.unknown", { card: only });
    const { say } = at;
    const bytes = await cardsPdf(wanted.map(cardOf(at.words.get("names") === "shown")), {
      language: say.language,
      title: say("cards.sheet-title"),
      organisation: at.settings.name,
      foot: say("cards.foot"),
      squareSays: say("cards.square"),
      day: at.today,
    });
    return done(
      new Response(new Uint8Array(bytes), {
        headers: {
          "Content-Type": "application/pdf",
          "Content-Disposition": 'inline; filename="cards.pdf"',
          "Content-Language": say.language,
        },
      }),
    );
  },
};

const cardOf =
  (withNames: boolean) =>
  ({ card, number, name }: Carrier): CardToPrint => ({
    square: cardText(card ?? ""),
    number: number ?? "",
    name: withNames ? name : null,
  });
