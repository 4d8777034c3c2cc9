/** Everything between us and one person. */
import { About, type Fact } from "../../../web/components/about.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { begun, named, personName, productName } from "../../../web/language/names.ts";
import { placeName } from "../../../web/language/places.ts";
import type { Say } from "../../../web/language/say.ts";
import { type Money, sumsInWords } from "../../../web/language/sums.ts";
import type { Page } from "../../../web/render.ts";
import { Between, Delivered, Land, Part, Statements, Ties } from "./member-parts.tsx";

type Text = string | null;

/** A tie to somebody: `ours` is membership of the book's organisation. */
export type TieRow = Readonly<Record<"kind" | "since", string>> &
  Readonly<Record<"number" | "until" | "otherName" | "otherErased" | "otherHref" | "endHref", Text>> & {
    readonly outward: boolean;
    readonly ours: boolean;
  };
/** An advance or credit of which something is owed; `interest` up to today, as far as it is known. */
export type DebtRow = Readonly<Record<"kind" | "since", string>> &
  Readonly<Record<"due" | "purpose" | "rate", Text>> & { readonly principal: Money; readonly interest: Money | null };

export type MemberProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly who: {
    readonly name: Text;
    readonly erased: Text;
    readonly number: Text;
    readonly kind: string;
    readonly isMember: boolean;
  };
  readonly about: Readonly<Record<"community" | "language" | "identity" | "telephone" | "form", Text>>;
  /** Where personal values are looked at whole, and what the book holds; null when it is not the reader's to see. */
  readonly personalHref: Text;
  readonly owed: readonly Money[] | null;
  readonly owing: readonly Money[] | null;
  /** What is the person's own with us: shares, savings. */
  readonly own: readonly { readonly account: string; readonly money: Money }[];
  readonly debts: readonly DebtRow[] | null;
  readonly seasons:
    | readonly {
        readonly season: Text;
        readonly product: string;
        readonly deliveries: string;
        readonly kilos: string;
        readonly last: string;
      }[]
    | null;
  readonly deliveriesHref: Text;
  readonly statements:
    | readonly {
        readonly number: string;
        readonly on: string;
        readonly toPay: Money;
        readonly owed: Money;
        readonly href: string;
      }[]
    | null;
  readonly statementsHref: Text;
  readonly ties: readonly TieRow[];
  readonly plots:
    | readonly {
        readonly name: string;
        readonly area: Text;
        readonly products: readonly string[];
        readonly community: Text;
      }[]
    | null;
  readonly agreements: readonly { readonly kind: string; readonly since: string; readonly product: Text }[] | null;
  readonly asked: readonly { readonly sentence: string; readonly role: string }[];
  readonly doors: readonly { readonly says: string; readonly href: string; readonly main?: boolean }[];
};

function factsOf({ about, who }: MemberProps, say: Say): readonly Fact[] {
  return [
    { name: say("member.kind"), is: about.form === null ? say(`agent.${who.kind}`) : named("form", about.form, say) },
    { name: say("members.community"), is: about.community === null ? null : placeName(about.community, say.language) },
    ...(who.kind === "organisation"
      ? []
      : [
          { name: say("member.identity"), is: about.identity },
          { name: say("member.telephone"), is: about.telephone },
        ]),
    { name: say("member.language"), is: about.language === null ? null : named("tongue", about.language, say) },
  ];
}

function Body({ props }: { props: MemberProps }) {
  const say = useSay();
  const { who, owed, owing, asked, agreements, plots } = props;
  return (
    <OfficeFrame frame={props.frame} skipTo="member">
      <h1 class="speak">
        <Sentence
          of={who.isMember ? "member.answer" : "member.answer-other"}
          values={{ name: personName(who, say), number: who.number ?? say("members.no-number") }}
        />{" "}
        {owed === null
          ? null
          : owed.length === 0
            ? say("member.owed-nothing")
            : say("member.owed", { owed: sumsInWords(owed, say) })}{" "}
        {owing === null || owing.length === 0 ? null : say("member.owing", { owing: sumsInWords(owing, say) })}
      </h1>
      {props.doors.length === 0 ? null : (
        <p class="doors">
          {props.doors.map((door) => (
            <a class={door.main ? "do" : "quiet"} href={door.href}>
              {door.says}
            </a>
          ))}
        </p>
      )}
      <div class="cols">
        <div>
          {asked.length === 0 ? null : (
            <section>
              {asked.map((one) => (
                <Notice state="waiting" title={say("delivery.asked", { role: named("role", one.role, say) })}>
                  <p>{one.sentence}</p>
                </Notice>
              ))}
            </section>
          )}
          <Between props={props} />
          <Delivered props={props} />
          <Statements props={props} />
        </div>
        <div>
          <Part title={say("member.about")}>
            <About facts={factsOf(props, say)} />
            {props.personalHref === null ? null : (
              <a class="quiet" href={props.personalHref}>
                {say("member.see-personal")}
              </a>
            )}
          </Part>
          <Part title={say("member.ties")}>
            <Ties ties={props.ties} />
          </Part>
          {plots === null ? null : (
            <Part title={say("member.plots")}>
              <Land plots={plots} />
            </Part>
          )}
          {agreements === null || agreements.length === 0 ? null : (
            <Part title={say("member.agreements")}>
              <ul class="plain">
                {agreements.map((one) => (
                  <li>
                    <b>{begun(named("agreement-kind", one.kind, say))}</b>
                    <span class="soft">
                      {" "}
                      {say("tie.since", { since: one.since })}
                      {one.product === null ? "" : ` · ${productName(one.product, say)}`}
                    </span>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </div>
      </div>
    </OfficeFrame>
  );
}

/** The page of one person, household or organisation. */
export const memberPage = (props: MemberProps, say: Say): Page => ({
  title: `${personName(props.who, say)} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "list", "form", "notice", "today"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
