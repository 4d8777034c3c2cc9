/** What somebody sees who has not come in: how to come in, and nothing of any book. */
import { Notice } from "../components/notice.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { Say } from "../language/say.ts";
import type { Page } from "../render.ts";

/** `why` is the sentence of what was tried: a link that was used, a session that ended, or nothing yet. */
export const doorPage = (why: string, say: Say): Page => ({
  title: say("problems.door.title"),
  style: ["sheet", "form", "notice"],
  bandOf: null,
  bandLies: "along",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <div class="sheet">
        <main>
          <section class="answer">
            <h1 class="speak">{say("problems.door.title")}</h1>
          </section>
          <section>
            <Notice state="none" title={why}>
              <p>{say("problems.door.remedy")}</p>
            </Notice>
            <p class="acts">
              <a class="do main" href="/sign-in">
                {say("door.sign-in")}
              </a>
            </p>
          </section>
        </main>
      </div>
    </Speaking>
  ),
});
