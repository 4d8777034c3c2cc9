/** `/o/BOOK/me/history`: what does this book hold about me? One may take it along, signed. */
import { isUuid } from "../../kernel/ids.ts";
import { kilogramsOf } from "../../kernel/quantity/index.ts";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import { historyPage as drawHistory, type HistoryLine, historyFile } from "../../rooms/people/pages/own-history.tsx";
import { type OwnHistory, type OwnLine, ownHistory } from "../../store/history/own-history.ts";
import { dataElement, signedPage } from "../../store/history/signed-page.ts";
import { keyIdOf, rawPublicKey } from "../../store/writer/seal.ts";
import { exactOf } from "../desk/listed.ts";
import type { BookPage, PageAt } from "../desk/page.ts";
import { type Page, render } from "../render.ts";
import { type OwnStanding, ownRows, whoOf } from "./own.ts";

const path = "me/history";

/** The page that offers it. */
export const historyPage: BookPage = { path: `/o/:book/${path}`, open: historyAt };

/** The file: HTML to read, its data inside, and a last line that signs it. */
export const historyFilePage: BookPage = { path: `/o/:book/${path}/file`, open: (at) => fileOf(at, at.session.agent) };

/** The same file on behalf of somebody who asks the office for it: for who may see personal data, and written down as a look. */
export const historyOfMemberPage: BookPage = { path: "/o/:book/members/:member/history", open: fileOfMemberAt };

const historyOf = (at: PageAt, agent: string): Promise<OwnHistory> =>
  ownHistory(at.services.installation.store.connect("app"), at.book, agent);

async function historyAt(at: PageAt): Promise<Result<Page>> {
  const { acts, papers, lines, personal } = await historyOf(at, at.session.agent);
  const counts = {
    papers: `${papers.length}`,
    lines: `${lines.length}`,
    acts: `${acts.length}`,
    values: `${personal.length}`,
  };
  const standing = await ownRows<OwnStanding>(at, "own.standing");
  if (!standing.ok) return standing;
  const who = whoOf(standing.value[0], at);
  return done(
    drawHistory({ frame: at.frame("my-data"), book: at.book, who, take: at.address(`${path}/file`), counts }, at.say),
  );
}

/** A line as a reader takes it: "money:COP:0.01" counts hundredths of pesos, "goods:coffee-parchment:g" grams. */
function shownLine({ happened, account, commodity, amount }: OwnLine): HistoryLine {
  const [kind = "", what = "", grain = ""] = commodity.split(":");
  if (kind === "money") return { day: happened, account, amount: { money: exactOf(amount, grain), currency: what } };
  if (kind === "goods" && grain === "g")
    return { day: happened, account, amount: { kilograms: kilogramsOf(amount), product: what } };
  return { day: happened, account, amount: { other: `${amount} ${commodity}` } };
}

async function fileOfMemberAt(at: PageAt): Promise<Result<Response>> {
  const agent = at.parameter("member");
  if (!isUuid(agent)) return refused("agent.unknown", { agent });
  const seen = await at.ask("personal.of", { agent });
  return seen.ok ? fileOf(at, agent) : seen;
}

async function fileOf(at: PageAt, agent: string): Promise<Result<Response>> {
  const { settings, say, now } = at;
  const { privateKey } = at.services.installation;
  const history = await historyOf(at, agent);
  const dayOf = (instant: string): string => dayInZone(Date.parse(instant), settings.zone);
  const received = new Map(history.acts.map(({ position, received: when }) => [position, dayOf(when)]));
  const made = new Date(now).toISOString();
  const page = historyFile(
    {
      ...{ organisation: settings.name, book: at.book, day: at.today, time: `${made.slice(11, 16)} UTC` },
      values: history.personal.map(({ value }) => value),
      papers: history.papers.map(({ kind, number, position }) => ({ kind, number, day: received.get(position) ?? "" })),
      lines: history.lines.map(shownLine),
      acts: history.acts.map((act) => ({ day: dayOf(act.received), kind: act.kind, isWhole: act.body !== null })),
      head: history.head,
      keyId: keyIdOf(rawPublicKey(privateKey)),
    },
    say,
  );
  const { html } = render(page, say);
  const data = dataElement({ form: "history/1", made, organisation: settings.name, ...history });
  const file = signedPage(
    html.replace("</body></html>", () => `${data}</body></html>`),
    privateKey,
  );
  return done(
    new Response(new Uint8Array(file), {
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Disposition": `attachment; filename="ayni-${at.today}.html"`,
        "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
        "Cache-Control": "no-store",
      },
    }),
  );
}
