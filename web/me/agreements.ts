/** `/o/BOOK/me/agreements`: what did I promise, and what was promised to me? */
import { done, type Result } from "../../kernel/refusal.ts";
import { ownAgreementsPage as draw, type OwnAgreement } from "../../rooms/settlement/pages/own/agreements.tsx";
import type { BookPage, PageAt } from "../desk/page.ts";
import { wordOr } from "../language/names.ts";
import type { Page } from "../render.ts";
import { type OwnStanding, ownRows, whoOf } from "./own.ts";

/** What the view `own.agreements` answers, as far as it is shown. */
type Kept = {
  readonly kind: string;
  readonly product: string | null;
  readonly since: string;
  readonly body: {
    readonly made: string;
    readonly until: string | null;
    readonly clauses: readonly {
      readonly clause: string;
      readonly words?: string;
      readonly value?: string;
      readonly unit?: string;
    }[];
  };
};

/** One's own agreements. */
export const ownAgreementsPage: BookPage = {
  path: "/o/:book/me/agreements",
  place: "my-agreements",
  open: ownAgreementsAt,
};

async function ownAgreementsAt(at: PageAt): Promise<Result<Page>> {
  const standing = await ownRows<OwnStanding>(at, "own.standing");
  const found = await ownRows<Kept>(at, "own.agreements");
  if (!standing.ok) return standing;
  if (!found.ok) return found;
  const props = {
    frame: at.frame("my-agreements"),
    book: at.book,
    who: whoOf(standing.value[0], at),
    agreements: found.value.map((one) => agreementOf(one, at)),
  };
  return done(draw(props, at.say));
}

function agreementOf({ kind, product, since, body }: Kept, { say }: PageAt): OwnAgreement {
  const word = (family: string, code: string): string => wordOr(family, code, say);
  return {
    title: product === null ? word("agreement", kind) : `${word("agreement", kind)}: ${word("product", product)}`,
    made: say("own.agreement-made", {
      made: body.made,
      since,
      until: body.until ?? "",
      ends: body.until === null ? "open" : "dated",
    }),
    clauses: body.clauses.map((one) =>
      [one.words ?? word("clause", one.clause), one.value === undefined ? "" : `${one.value} ${one.unit ?? ""}`]
        .filter((text) => text.trim() !== "")
        .join(": "),
    ),
  };
}
