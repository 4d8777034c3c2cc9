/** `/o/BOOK/me/data`: what is held about me, what for, and who looked at it? */
import { done, type Result } from "../../kernel/refusal.ts";
import { Looks, Values } from "../../rooms/people/pages/personal.tsx";
import { OwnFrame } from "../components/own-frame.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { BookPage, PageAt } from "../desk/page.ts";
import { type LookRow, lookOf, type ValueRow } from "../office/personal.ts";
import type { Page } from "../render.ts";
import { type OwnStanding, ownRows, whoOf } from "./own.ts";

/** One's own data. */
export const ownDataPage: BookPage = { path: "/o/:book/me/data", place: "my-data", open: ownDataAt };

async function ownDataAt(at: PageAt): Promise<Result<Page>> {
  const standing = await ownRows<OwnStanding>(at, "own.standing");
  const held = await ownRows<ValueRow>(at, "personal.of");
  const looked = await at.ask("personal.looked", { about: at.session.agent, limit: 50 });
  if (!standing.ok) return standing;
  if (!held.ok) return held;
  if (!looked.ok) return looked;
  const { say } = at;
  const frame = at.frame("my-data");
  const looks = (looked.value.rows as readonly LookRow[]).map((row) => lookOf(row, at));
  return done({
    title: `${say("place.my-data")} · ${frame.organisation}`,
    style: ["sheet", "own", "form", "table", "notice"],
    bandOf: at.book,
    bandLies: "along",
    ownStyle: "",
    body: (
      <Speaking value={say}>
        <OwnFrame frame={frame} who={whoOf(standing.value[0], at)}>
          <h1 class="speak">{say("own.data-answer")}</h1>
          <section>
            <h2>{say("own.data-held")}</h2>
            <Values values={held.value} />
            <p class="small soft">{say("own.data-correct")}</p>
          </section>
          <section>
            <h2>{say("own.data-looked")}</h2>
            <Looks looks={looks} />
          </section>
          <section>
            <h2>{say("own.data-take")}</h2>
            <p>{say("own.data-take-why")}</p>
            <a class="do" href={at.address("me/history")}>
              {say("own.data-take-do")}
            </a>
          </section>
        </OwnFrame>
      </Speaking>
    ),
  });
}
