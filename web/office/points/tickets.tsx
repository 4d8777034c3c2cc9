/** Enrolling a telephone: a square to be scanned, shown once; whether it was scanned; and tickets that still wait. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { printedTicket } from "../../../store/field/tickets.ts";
import { keyIdOf, rawPublicKey } from "../../../store/writer/seal.ts";
import { OfficeFrame } from "../../components/frames.tsx";
import { Notice } from "../../components/notice.tsx";
import { Speaking } from "../../components/speaking.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { QrSquare } from "../../door/access/paper.tsx";
import { callerOf } from "../../door/doorway.ts";
import { momentWords } from "../../language/moment.ts";
import type { Page } from "../../render.ts";
import { pointStyle } from "./list.tsx";
import { type PointShown, pointsAt, telephonesAt } from "./read.ts";
import { unknown } from "./sheet.tsx";

const pathOf = ({ place }: Pick<PointShown, "place">): string => `points/${encodeURIComponent(place)}`;
const notYours = refused("power.missing", { power: "manage-devices", agent: "" });

/** Names that a browser trusts without HTTPS, because they never leave the machine. */
const isHere = (origin: string): boolean => /^http:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/.test(origin);

/** Makes a ticket and shows it. The page is not led to: its ticket is nowhere but on it. */
export const ticketForm: BookForm = {
  path: "/o/:book/points/:place/tickets",
  post: async (at): Promise<Result<Page>> => {
    if (!at.powers.has("manage-devices")) return notYours;
    const [point] = await pointsAt(at, at.parameter("place"));
    if (point === undefined) return unknown(at);
    const { origin } = callerOf(at.request, undefined, at.services.doorway);
    if (!origin.startsWith("https:") && !isHere(origin)) return done(insecurePage(at, point, origin));
    const { seat, agent } = at.session;
    const { tickets } = at.services.installation;
    const made = await tickets.make(at.book, point.place, { seat, agent });
    const kept = await tickets.of(at.book, made.id);
    return done(squarePage(at, point, { ...made, origin, until: kept?.expires ?? at.now }));
  },
};

function pageOf(
  at: PageAt,
  title: string,
  children: Parameters<typeof OfficeFrame>[0]["children"],
  tongues = true,
): Page {
  const frame = at.frame("points");
  return {
    title: `${title} · ${frame.organisation}`,
    style: pointStyle,
    bandOf: at.book,
    bandLies: "up",
    ownStyle: "",
    body: (
      <Speaking value={at.say}>
        <OfficeFrame frame={tongues ? frame : { ...frame, tongues: [] }} skipTo="ticket">
          <h1 class="speak">{title}</h1>
          {children}
        </OfficeFrame>
      </Speaking>
    ),
  };
}

/** Over plain HTTP no telephone can be enrolled: what to do about it, before anybody walks to the point. */
function insecurePage(at: PageAt, point: PointShown, origin: string): Page {
  const { say } = at;
  return pageOf(
    at,
    say("points.insecure", { name: point.name }),
    <>
      <Notice state="broken" title={say("points.insecure-why", { origin })}>
        <p>{say("points.insecure-how")}</p>
      </Notice>
      <p class="doors">
        <a class="quiet" href={at.address(pathOf(point))}>
          {say("points.back")}
        </a>
      </p>
    </>,
  );
}

type Shown = { readonly id: string; readonly ticket: string; readonly origin: string; readonly until: number };

function squarePage(at: PageAt, point: PointShown, { id, ticket, origin, until }: Shown): Page {
  const { say, settings } = at;
  const keyId = keyIdOf(rawPublicKey(at.services.installation.privateKey)).slice(0, 16);
  return pageOf(
    at,
    say("points.enrol-title", { name: point.name }),
    <>
      <section class="enrol">
        <div>
          <QrSquare of={`${origin}/field#e.${ticket}.${keyId}`} label={say("points.enrol-square")} />
        </div>
        <div>
          <ol class="plain">
            {["open", "scan", "pin"].map((step) => (
              <li>{say(`points.enrol-${step}`)}</li>
            ))}
          </ol>
          <p>{say("points.enrol-until", { until: momentWords(until, settings.zone, say) })}</p>
        </div>
      </section>
      <section>
        <h2>{say("points.enrol-by-hand")}</h2>
        <p>{say("points.enrol-by-hand-how", { address: `${origin}/field` })}</p>
        <p class="code long">{printedTicket(ticket)}</p>
        <p class="soft">{say("points.enrol-key")}</p>
        <p class="code key">{keyId.match(/.{4}/g)?.join(" ")}</p>
      </section>
      <p class="soft">{say("points.enrol-once")}</p>
      <p class="doors">
        <a class="do main" href={at.address(`${pathOf(point)}/tickets/${id}`)}>
          {say("points.scanned")}
        </a>
        <a class="quiet" href={at.address(pathOf(point))}>
          {say("points.back")}
        </a>
      </p>
    </>,
    false, // No way to another language from here: the ticket is not shown again.
  );
}

/** Whether the telephone has come in: where "I have scanned it" leads. */
export const ticketPage: BookPage = {
  path: "/o/:book/points/:place/tickets/:ticket",
  open: async (at) => {
    if (!at.powers.has("manage-devices")) return notYours;
    const [point] = await pointsAt(at, at.parameter("place"));
    const ticket = await at.services.installation.tickets.of(at.book, at.parameter("ticket"));
    if (point === undefined || ticket === null || ticket.place !== point.place) return unknown(at);
    if (ticket.used === null)
      return done(waitingPage(at, point, ticket.id, ticket.expires <= at.now || ticket.revoked));
    const enrolled = (await telephonesAt(at))?.find(({ series }) => series === ticket.used?.series);
    return done(enrolledPage(at, point, ticket.used.series, enrolled?.device ?? null));
  },
};

function waitingPage(at: PageAt, point: PointShown, id: string, over: boolean): Page {
  const { say } = at;
  return pageOf(
    at,
    say(over ? "points.ticket-over" : "points.not-yet", { name: point.name }),
    <>
      <p>{say(over ? "points.ticket-over-how" : "points.not-yet-how")}</p>
      <p class="doors">
        {over ? null : (
          <a class="do main" href={at.address(`${pathOf(point)}/tickets/${id}`)}>
            {say("points.look-again")}
          </a>
        )}
        <a class="quiet" href={at.address(pathOf(point))}>
          {say("points.back")}
        </a>
      </p>
    </>,
  );
}

function enrolledPage(at: PageAt, point: PointShown, series: string, device: string | null): Page {
  const { say } = at;
  return pageOf(
    at,
    say("points.enrolled", { series, name: point.name }),
    <>
      <Notice state="kept" title={say("points.enrolled-next")}>
        <p>{say("points.enrolled-receipts", { number: `${series}-000001` })}</p>
      </Notice>
      <p class="doors">
        <a class="do main" href={at.address(pathOf(point))}>
          {say("points.to-point", { name: point.name })}
        </a>
        {device === null ? null : (
          <a class="quiet" href={at.address(`devices/${device}`)}>
            {say("points.to-telephone")}
          </a>
        )}
      </p>
    </>,
  );
}

/** Takes back a ticket that still waits. */
export const revokeTicketForm: BookForm = {
  path: "/o/:book/points/:place/tickets/:ticket/revoke",
  post: async (at: FormAt): Promise<Result<GoTo>> => {
    if (!at.powers.has("manage-devices")) return notYours;
    await at.services.installation.tickets.revoke(at.book, at.parameter("ticket"));
    return done({ goTo: at.address(pathOf({ place: at.parameter("place") })), told: "ticket-revoked" });
  },
};
