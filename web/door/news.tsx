/** `/account/news`: what others did to one's account since one was last here: shown before anything else. */
import { type AccountEvent, eventsOf, eventsRead } from "../../store/installation/accounts-events.ts";
import { Notice } from "../components/notice.tsx";
import { momentWords } from "../language/moment.ts";
import type { Say } from "../language/say.ts";
import { accountOf, type DoorForm, type DoorPage, goTo } from "./at.ts";
import { doorPageOf } from "./frame.tsx";

/** What happened, newest first: each with its moment. */
export const EventRows = ({ say, events, zone }: { say: Say; events: readonly AccountEvent[]; zone?: string }) => (
  <ul class="rows">
    {events.map(({ what, at }) => (
      <li>
        {say(`door.happened.${what}`)} <span class="soft">{momentWords(at, zone, say)}</span>
      </li>
    ))}
  </ul>
);

/** The page. */
export const newsPage: DoorPage = {
  path: "/account/news",
  open: async (at) => {
    const { say } = at;
    const events = await eventsOf(at.services.installation.store.connect("app"), accountOf(at).account, "unread");
    const children = (
      <section>
        {events.length === 0 ? <p>{say("door.news.none")}</p> : <EventRows say={say} events={events} />}
        <Notice state="waiting" title={say("door.news.not-you")}>
          <p>{say("door.news.not-you-do")}</p>
        </Notice>
        <form class="acts" method="post" action="/account/news">
          <button class="do main" type="submit">
            {say("door.news.read")}
          </button>
        </form>
      </section>
    );
    return doorPageOf(at, { title: say("door.news.title"), children });
  },
};

/** All of it was read. */
export const newsForm: DoorForm = {
  path: "/account/news",
  post: async (at) => {
    const { account } = accountOf(at);
    await eventsRead(at.services.installation.store.connect("app"), account, at.now);
    return goTo("/", at);
  },
};
