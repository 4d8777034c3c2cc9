/** `/o/BOOK/begin`: the book was just opened: what comes next, in three steps, none of which has to be done now. */
import { done } from "../../kernel/refusal.ts";
import { OfficeFrame } from "../components/frames.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { BookPage } from "../desk/page.ts";

/** The steps, in the order most groups take them, with the place where each is done. */
const steps = [
  { name: "members", path: "imports" },
  { name: "colleague", path: "access/give" },
  { name: "delivery", path: "deliveries" },
] as const;

export const beginPage: BookPage = {
  path: "/o/:book/begin",
  open: async (at) => {
    const { say } = at;
    return done({
      title: say("door.begin.title", { organisation: at.settings.name }),
      style: ["desk", "form", "notice", "door"],
      bandOf: at.book,
      bandLies: "up",
      ownStyle: "",
      body: (
        <Speaking value={say}>
          <OfficeFrame frame={at.frame("today")} skipTo="begin">
            <h1 class="speak">{say("door.begin.title", { organisation: at.settings.name })}</h1>
            <p class="soft">{say("door.begin.why")}</p>
            <ol class="rows">
              {steps.map(({ name, path }) => (
                <li>
                  <h2>{say(`door.begin.${name}`)}</h2>
                  <p>{say(`door.begin.${name}-why`)}</p>
                  <p>
                    <a class="quiet" href={at.address(path)}>
                      {say(`door.begin.${name}-do`)}
                    </a>
                  </p>
                </li>
              ))}
            </ol>
            <p class="acts">
              <a class="do main" href="/">
                {say("door.begin.today")}
              </a>
            </p>
          </OfficeFrame>
        </Speaking>
      ),
    });
  },
};
