/** What did I promise, and what was promised to me? */
import type { Frame } from "../../../../web/components/frames.tsx";
import { Notice } from "../../../../web/components/notice.tsx";
import { OwnFrame } from "../../../../web/components/own-frame.tsx";
import { Speaking, useSay } from "../../../../web/components/speaking.tsx";
import type { Say } from "../../../../web/language/say.ts";
import type { Page } from "../../../../web/render.ts";

/** One agreement: how it was made, since when, and each clause in words. */
export type OwnAgreement = {
  readonly title: string;
  readonly made: string;
  readonly clauses: readonly string[];
};

export type OwnAgreementsProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly who: string;
  readonly agreements: readonly OwnAgreement[];
};

function Body({ props }: { props: OwnAgreementsProps }) {
  const say = useSay();
  return (
    <OwnFrame frame={props.frame} who={props.who}>
      <h1 class="speak">{say("own.agreements-answer", { count: `${props.agreements.length}` })}</h1>
      {props.agreements.length === 0 ? (
        <Notice state="none" title={say("own.no-agreements")}>
          <p>{say("own.no-agreements-why")}</p>
        </Notice>
      ) : (
        props.agreements.map((one) => (
          <section>
            <h2>{one.title}</h2>
            <p class="small soft">{one.made}</p>
            {one.clauses.map((clause) => (
              <p class="said">{clause}</p>
            ))}
          </section>
        ))
      )}
    </OwnFrame>
  );
}

/** The page. */
export const ownAgreementsPage = (props: OwnAgreementsProps, say: Say): Page => ({
  title: `${say("place.my-agreements")} · ${props.frame.organisation}`,
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
