/** The parts of the page of one person: money, what was delivered, statements, ties, land. */
import type { ComponentChildren } from "preact";
import { About } from "../../../web/components/about.tsx";
import { useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { begun, personName, productName } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { Money } from "../../../web/language/sums.ts";
import type { DebtRow, MemberProps, TieRow } from "./member.tsx";

/** A part with its title. */
export const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
);

/** What is theirs with us, and what they owe. */
export function Between({ props }: { props: MemberProps }) {
  const say = useSay();
  const { own, debts } = props;
  return (
    <>
      {own.length === 0 ? null : (
        <Part title={say("member.own")}>
          <About
            facts={own.map(({ account, money }) => ({
              name: say(`member.account.${account}`),
              is: say("value.money", { value: money.exact, currency: money.currency }),
            }))}
          />
        </Part>
      )}
      {debts === null ? null : (
        <Part title={say("member.debts")}>
          {debts.length === 0 ? <p class="soft">{say("member.no-debts")}</p> : <Debts debts={debts} />}
        </Part>
      )}
    </>
  );
}

const sum = ({ exact, currency }: Money, say: Say): string => say("value.money-line", { value: exact, currency });

function Debts({ debts }: { debts: readonly DebtRow[] }) {
  const say = useSay();
  return (
    <Table
      label={say("member.debts")}
      columns={[
        { head: say("member.debt") },
        { head: say("member.since") },
        { head: say("member.due") },
        { head: say("member.left"), figures: true },
        { head: say("member.interest"), figures: true },
      ]}
      rows={debts.map((one) => ({
        name: [begun(say(`debt.${one.kind}`)), one.purpose].filter((part) => part !== null).join(": "),
        cells: [
          say("value.day", { value: one.since }),
          one.due === null ? say("debt.at-settlement") : say("value.day", { value: one.due }),
          <span class="nb">{sum(one.principal, say)}</span>,
          one.interest === null ? say("debt.no-interest") : <span class="nb">{sum(one.interest, say)}</span>,
        ],
      }))}
    />
  );
}

/** What was handed over, by season. */
export function Delivered({ props }: { props: MemberProps }) {
  const say = useSay();
  const { seasons, deliveriesHref } = props;
  if (seasons === null) return null;
  return (
    <Part title={say("member.delivered")}>
      {seasons.length === 0 ? (
        <p class="soft">{say("member.nothing-delivered")}</p>
      ) : (
        <Table
          label={say("member.delivered")}
          columns={[
            { head: say("deliveries.season") },
            { head: say("today.product") },
            { head: say("place.deliveries"), figures: true },
            { head: say("today.net"), figures: true, unit: "kg" },
            { head: say("member.last") },
          ]}
          rows={seasons.map((one) => ({
            name: one.season ?? say("delivery.no-season"),
            cells: [
              productName(one.product, say),
              one.deliveries,
              say("value.figure", { value: one.kilos }),
              say("value.day", { value: one.last }),
            ],
          }))}
        />
      )}
      {deliveriesHref === null || seasons.length === 0 ? null : (
        <a class="quiet" href={deliveriesHref}>
          {say("member.see-deliveries")}
        </a>
      )}
    </Part>
  );
}

/** The last statements. */
export function Statements({ props }: { props: MemberProps }) {
  const say = useSay();
  const { statements, statementsHref } = props;
  if (statements === null) return null;
  return (
    <Part title={say("place.statements")}>
      {statements.length === 0 ? (
        <p class="soft">{say("member.no-statements")}</p>
      ) : (
        <Table
          label={say("place.statements")}
          columns={[
            { head: say("statements.number") },
            { head: say("statements.closed-on") },
            { head: say("statements.to-pay"), figures: true },
            { head: say("statements.owed"), figures: true },
          ]}
          rows={statements.map((one) => ({
            name: <a href={one.href}>{one.number}</a>,
            cells: [
              say("value.day", { value: one.on }),
              <span class="nb">{sum(one.toPay, say)}</span>,
              <span class="nb">{sum(one.owed, say)}</span>,
            ],
          }))}
        />
      )}
      {statementsHref === null || statements.length === 0 ? null : (
        <a class="quiet" href={statementsHref}>
          {say("member.see-statements")}
        </a>
      )}
    </Part>
  );
}

/** To whom somebody is tied, and since when. */
export function Ties({ ties }: { ties: readonly TieRow[] }) {
  const say = useSay();
  if (ties.length === 0) return <p class="soft">{say("member.no-ties")}</p>;
  return (
    <ul class="plain">
      {ties.map((one) => (
        <li>
          <b>{say(`tie.${one.outward ? "to" : "from"}.${one.kind}`, { number: one.number ?? "" })}</b>{" "}
          {one.ours ? null : one.otherHref === null ? (
            personName({ name: one.otherName, erased: one.otherErased }, say)
          ) : (
            <a href={one.otherHref}>{personName({ name: one.otherName, erased: one.otherErased }, say)}</a>
          )}
          <span class="soft">
            {" "}
            {one.until === null
              ? say("tie.since", { since: one.since })
              : say("tie.until", { since: one.since, until: one.until })}
          </span>
          {one.endHref === null ? null : (
            <>
              {" "}
              <a href={one.endHref}>{say("tie.end")}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The plots somebody works. */
export function Land({ plots }: { plots: NonNullable<MemberProps["plots"]> }) {
  const say = useSay();
  if (plots.length === 0) return <p class="soft">{say("member.no-plots")}</p>;
  return (
    <ul class="plain">
      {plots.map((one) => (
        <li>
          <b>{one.name}</b>
          <span class="soft">
            {" "}
            {[
              one.area === null ? say("plot.no-area") : say("plot.hectares", { area: one.area }),
              ...one.products.map((product) => productName(product, say)),
              ...(one.community === null ? [] : [one.community]),
            ].join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
