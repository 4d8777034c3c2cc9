/** One's own front page: what am I owed? */
import type { Frame } from "../../../../web/components/frames.tsx";
import { Mark } from "../../../../web/components/mark.tsx";
import { OwnFrame } from "../../../../web/components/own-frame.tsx";
import { Sentence, Speaking, useSay } from "../../../../web/components/speaking.tsx";
import type { Say } from "../../../../web/language/say.ts";
import { type Money, sumsInWords } from "../../../../web/language/sums.ts";
import type { Page } from "../../../../web/render.ts";
import { moneyWords, OwnDeliveries, type OwnDelivery } from "./shared.tsx";

/** What is due to one: a statement that was closed and not paid yet. */
export type Due = {
  readonly href: string;
  readonly number: string;
  readonly money: Money;
  readonly mode: string;
  readonly place: string | null;
  readonly day: string | null;
};

export type OwnHomeProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly who: string;
  readonly owed: readonly Money[];
  readonly debts: readonly Money[];
  readonly shares: readonly Money[];
  readonly savings: readonly Money[];
  readonly due: readonly Due[];
  readonly deliveries: readonly OwnDelivery[];
  /** Seasons that are open: product, plan in words, and its last day. */
  readonly seasons: readonly { readonly product: string; readonly plan: string; readonly lastDay: string }[];
  readonly toDeliveries: string;
};

function Answer({ props }: { props: OwnHomeProps }) {
  const say = useSay();
  const [first, ...others] = props.owed;
  if (first === undefined) return <h1 class="speak">{say("own.owed-nothing")}</h1>;
  return (
    <h1 class="speak">
      <Sentence of="own.owed" values={{ amount: first.exact, currency: first.currency }} />
      {others.length > 0 ? <span class="speak">{say("own.owed-also", { sums: sumsInWords(others, say) })}</span> : null}
    </h1>
  );
}

/** When and where each sum is paid, and the way to its account. */
function DueList({ due }: { due: readonly Due[] }) {
  const say = useSay();
  return (
    <>
      {due.map((one) => {
        const known = `${one.day === null ? "" : "day"}${one.place === null ? "" : "place"}`;
        return (
          <div>
            <p class="when">
              <Sentence of={`paid.${one.mode}`} values={{ known, day: one.day ?? "", place: one.place ?? "" }} />
            </p>
            <a class="do main" href={one.href}>
              {due.length === 1
                ? say("own.see-account")
                : say("own.see-account-of", { sum: moneyWords(one.money, say) })}
            </a>
          </div>
        );
      })}
    </>
  );
}

function Debts({ debts }: { debts: readonly Money[] }) {
  const say = useSay();
  const free = debts.length === 0;
  return (
    <p class="owe">
      <span class={free ? "kept" : "waiting"}>
        <Mark name={free ? "kept" : "waiting"} />
      </span>
      <span>{free ? say("own.debts-none") : say("own.debts", { sums: sumsInWords(debts, say) })}</span>
    </p>
  );
}

function Body({ props }: { props: OwnHomeProps }) {
  const say = useSay();
  return (
    <OwnFrame frame={props.frame} who={props.who}>
      <div class="answer">
        <Answer props={props} />
        <DueList due={props.due} />
        <Debts debts={props.debts} />
      </div>
      {props.seasons.map((season) => (
        <section>
          <h2>{say("own.how-paid", { product: season.product })}</h2>
          <p>{season.plan}</p>
          <p class="small soft">{say("own.season-until", { day: season.lastDay })}</p>
        </section>
      ))}
      <section>
        <h2>{say("place.my-deliveries")}</h2>
        {props.deliveries.length === 0 ? (
          <p class="soft">{say("own.no-deliveries")}</p>
        ) : (
          <>
            <OwnDeliveries rows={props.deliveries} />
            <a class="quiet" href={props.toDeliveries}>
              {say("own.all-deliveries")}
            </a>
          </>
        )}
      </section>
      {props.shares.length + props.savings.length === 0 ? null : (
        <section>
          <h2>{say("own.kept-for-you")}</h2>
          <dl class="facts">
            {props.shares.map((one) => (
              <>
                <dt>{say("own.shares")}</dt>
                <dd>{moneyWords(one, say)}</dd>
              </>
            ))}
            {props.savings.map((one) => (
              <>
                <dt>{say("own.savings")}</dt>
                <dd>{moneyWords(one, say)}</dd>
              </>
            ))}
          </dl>
          <p class="small soft">{say("own.kept-why")}</p>
        </section>
      )}
      <a class="do" href={props.toDeliveries}>
        {say("own.objection")}
      </a>
    </OwnFrame>
  );
}

/** The page. */
export const ownHomePage = (props: OwnHomeProps, say: Say): Page => ({
  title: `${say("place.me")} · ${props.frame.organisation}`,
  style: ["sheet", "own", "notice"],
  bandOf: props.book,
  bandLies: "along",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
