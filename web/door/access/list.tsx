/** `/o/BOOK/access`: who may work in this book, as what, and who of them can sign in. */
import { done } from "../../../kernel/refusal.ts";
import { OfficeFrame } from "../../components/frames.tsx";
import { Find, Pager } from "../../components/list.tsx";
import { Notice } from "../../components/notice.tsx";
import { Speaking } from "../../components/speaking.tsx";
import { Table } from "../../components/table.tsx";
import { listingOf, listPageOf, shown } from "../../desk/listed.ts";
import type { BookPage, PageAt } from "../../desk/page.ts";
import { momentWords } from "../../language/moment.ts";
import { roleName } from "../../language/names.ts";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import { isInForce, type SeatStanding, seatStanding, seatsFound } from "./standing.ts";

/** The name of whoever sits there, in words also where the register has none. */
export const nameOf = ({ name }: SeatStanding, say: Say): string => name ?? say("door.access.no-name");

/** A page of access in the office's frame. */
export const accessPageOf = (
  at: PageAt,
  title: string,
  children: Parameters<typeof OfficeFrame>[0]["children"],
): Page => ({
  title,
  style: ["desk", "table", "form", "list", "notice", "door"],
  bandOf: at.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={at.say}>
      <OfficeFrame frame={at.frame("our-book")} skipTo="access">
        <h1 class="speak">{title}</h1>
        {children}
      </OfficeFrame>
    </Speaking>
  ),
});

/** How somebody can come in on a seat, in words. */
function signInWords(one: SeatStanding, { say, settings, today }: PageAt): string {
  const { account, invited, forgot } = one;
  if (!isInForce(one, today)) return say("door.access.ended");
  if (forgot) return say("door.access.forgot");
  if (account !== null) return say("door.access.signs-in");
  return invited === null
    ? say("door.access.no-sign-in")
    : say("door.access.invited", { until: momentWords(invited.expires, settings.zone, say) });
}

function Seats({ at, seats, label }: { at: PageAt; seats: readonly SeatStanding[]; label: string }) {
  const { say } = at;
  const heads = ["who", "roles", "since", "until", "sign-in"].map((head) => ({ head: say(`door.access.${head}`) }));
  const rows = seats.map((one) => ({
    name: <a href={at.address(`access/${one.seat}`)}>{nameOf(one, say)}</a>,
    cells: [
      one.roles.map((role) => roleName(role, say)).join(", "),
      say("value.day", { value: one.since }),
      one.until === null ? say("door.access.open-end") : say("value.day", { value: one.until }),
      signInWords(one, at),
    ],
  }));
  return <Table label={label} columns={heads} rows={rows} />;
}

/** Those who wait for somebody to stand for them: a few, each with where to do it. */
async function Forgot(at: PageAt, seats: readonly string[]) {
  const drawn = [];
  for (const seat of seats.slice(0, 20)) {
    const one = await seatStanding(at, seat);
    if (!one.ok) continue;
    drawn.push(
      <section>
        <Notice state="waiting" title={at.say("door.access.asks", { name: nameOf(one.value, at.say) })}>
          <a class="quiet" href={at.address(`access/${seat}`)}>
            {at.say("door.access.see")}
          </a>
        </Notice>
      </section>,
    );
  }
  return drawn;
}

export const accessPage: BookPage = {
  path: "/o/:book/access",
  open: async (at) => {
    const { q, skip } = listingOf(at.request);
    const all = await seatsFound(at, { ...(q === "" ? {} : { q }), limit: shown, skip });
    if (!all.ok) return all;
    const { say } = at;
    const { seats, found, more, accounts, forgot } = all.value;
    const children = (
      <>
        <p class="soft">{say("door.access.count", { seats: found, able: `${accounts.size}` })}</p>
        {await Forgot(at, forgot)}
        <section>
          {at.powers.has("manage-seats") ? (
            <p class="acts">
              <a class="do main" href={at.address("access/give")}>
                {say("door.access.give")}
              </a>
            </p>
          ) : null}
          <Find action={at.address("access")} q={q} label={say("door.access.find")} all={say("door.access.all")} />
          <Seats at={at} seats={seats} label={say("door.access.title")} />
          <Pager page={listPageOf(at.request, skip, seats.length, more)} found={found} />
        </section>
      </>
    );
    return done(accessPageOf(at, say("door.access.title"), children));
  },
};
