/** What the pages of the books share: the frame, the way between them, and what is said of the chart in force. */
import type { ComponentChildren } from "preact";
import { OfficeFrame } from "../../components/frames.tsx";
import { Notice } from "../../components/notice.tsx";
import { Speaking } from "../../components/speaking.tsx";
import type { PageAt } from "../../desk/page.ts";
import type { PlaceName } from "../../desk/places.ts";
import type { Page } from "../../render.ts";
import type { ReadChart } from "./charts.ts";

/** The pages, in the order in which a month is closed. */
const ways = ["trial", "entries", "stock", "periods", "chart"] as const;
export type BooksPage = (typeof ways)[number];

/** Links to the other pages of the books. */
export const WaysOfBooks = ({ at, here }: { at: PageAt; here: BooksPage | null }) => (
  <nav class="ways" aria-label={at.say("books.ways")}>
    {ways.map((way) => (
      <a class="quiet" href={at.address(`ledger/${way}`)} aria-current={way === here ? "page" : undefined}>
        {at.say(`books.${way}`)}
      </a>
    ))}
  </nav>
);

/** The same, for the front page of the ledger. */
export const waysOfBooks = (at: PageAt): ComponentChildren => <WaysOfBooks at={at} here={null} />;

/** One page of the books within the frame of its place. */
export function booksPage(
  at: PageAt,
  {
    here,
    place = "ledger",
    title,
    children,
  }: { here: BooksPage | null; place?: PlaceName; title: string; children: ComponentChildren },
): Page {
  const frame = at.frame(place);
  return {
    title: `${title} · ${frame.organisation}`,
    style: ["sheet", "desk", "table", "list", "form", "notice", "money", "books"],
    bandOf: at.book,
    bandLies: "up",
    ownStyle: "",
    body: (
      <Speaking value={at.say}>
        <OfficeFrame frame={frame} skipTo="books">
          {place === "ledger" ? (
            <a class="quiet" href={at.address("ledger")}>
              {at.say("ledger.back")}
            </a>
          ) : null}
          <div class="books">{children}</div>
          {place === "ledger" ? <WaysOfBooks at={at} here={here} /> : null}
        </OfficeFrame>
      </Speaking>
    ),
  };
}

/** By which chart a page is read, and whether anybody checked it. */
export function ReadBy({ at, read }: { at: PageAt; read: ReadChart | null }) {
  const { say } = at;
  if (read === null)
    return (
      <Notice state="none" title={say("books.no-chart")}>
        <p>
          <a href={at.address("ledger/chart")}>{say("books.to-chart")}</a>
        </p>
      </Notice>
    );
  const { title, checkedBy } = read.chart;
  return (
    <p class="soft">
      {say("books.read-by", { title, since: read.since })}{" "}
      {checkedBy === undefined ? say("books.unchecked") : say("books.checked-by", { name: checkedBy })}
    </p>
  );
}
