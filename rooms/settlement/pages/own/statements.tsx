/** One's own statements: what was settled, and is it paid? */
import type { Frame } from "../../../../web/components/frames.tsx";
import { type ListPage, Pager } from "../../../../web/components/list.tsx";
import { Mark } from "../../../../web/components/mark.tsx";
import { Notice } from "../../../../web/components/notice.tsx";
import { OwnFrame } from "../../../../web/components/own-frame.tsx";
import { Speaking, useSay } from "../../../../web/components/speaking.tsx";
import type { Say } from "../../../../web/language/say.ts";
import type { Money } from "../../../../web/language/sums.ts";
import type { Page } from "../../../../web/render.ts";
import { moneyWords } from "./shared.tsx";

/** One statement: what it pays, and whether it was paid whole. */
export type OwnStatement = {
  readonly href: string;
  readonly number: string;
  readonly closedOn: string;
  readonly toPay: Money;
  readonly paid: boolean;
};

export type OwnStatementsProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly who: string;
  readonly found: string;
  readonly rows: readonly OwnStatement[];
  readonly page: ListPage;
  /** One's account with the organisation, line by line. */
  readonly accountHref: string;
};

function Body({ props }: { props: OwnStatementsProps }) {
  const say = useSay();
  return (
    <OwnFrame frame={props.frame} who={props.who}>
      <h1 class="speak">{say("own.statements-answer", { found: props.found })}</h1>
      {props.rows.length === 0 ? (
        <Notice state="none" title={say("own.no-statements")}>
          <p>{say("own.no-statements-why")}</p>
        </Notice>
      ) : (
        <section>
          <ul class="rows">
            {props.rows.map((row) => (
              <li>
                <a href={row.href}>
                  <span>
                    <b>{row.number}</b>
                    <span class={`st ${row.paid ? "kept" : "waiting"}`}>
                      <Mark name={row.paid ? "kept" : "waiting"} />{" "}
                      {say(row.paid ? "own.state-paid" : "own.state-unpaid")}
                    </span>
                  </span>
                  <span class="fig">
                    <span>{moneyWords(row.toPay, say)}</span>
                    <br />
                    <span class="soft nb">{say("value.day", { value: row.closedOn })}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
          <Pager page={props.page} found={props.found} />
        </section>
      )}
      <a class="quiet" href={props.accountHref}>
        {say("books.to-account")}
      </a>
    </OwnFrame>
  );
}

/** The page. */
export const ownStatementsPage = (props: OwnStatementsProps, say: Say): Page => ({
  title: `${say("place.my-statements")} · ${props.frame.organisation}`,
  style: ["sheet", "own", "list", "notice"],
  bandOf: props.book,
  bandLies: "along",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
