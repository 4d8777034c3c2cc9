/** Who may do what: the matrix with its limits, the waiver, and what each role can say and see. */
import { DayField, type Filled, WordsField } from "../../../web/components/fields.tsx";
import { ActForm } from "../../../web/components/form.tsx";
import { type Frame, OfficeFrame } from "../../../web/components/frames.tsx";
import { Notice } from "../../../web/components/notice.tsx";
import { Sentence, Speaking, useSay } from "../../../web/components/speaking.tsx";
import { Table } from "../../../web/components/table.tsx";
import { roleName, wordOr } from "../../../web/language/names.ts";
import type { Say } from "../../../web/language/say.ts";
import type { Page } from "../../../web/render.ts";
import { allPowers, type PowerMatrix, rolesInOrder } from "../rules/powers.ts";
import { actName, heldInWords, powerName } from "./limits.ts";

/** The matrix of a version, and from which day it holds. */
export type MatrixSheet = { readonly matrix: PowerMatrix; readonly since: string; readonly version: string };

/** Whether one signature is enough today: until when, why (null: the book began so), and by whose decision. */
export type WaiverShown = { readonly until: string; readonly reason: string | null; readonly by: string | null };

/** An act or a view, and which roles reach it; `own`: everybody reaches what is about themselves. */
export type Reach = { readonly name: string; readonly roles: ReadonlySet<string>; readonly own: boolean };

export type PowersProps = {
  readonly frame: Frame;
  readonly book: string;
  readonly now: MatrixSheet;
  /** Published, and its day has not come. */
  readonly next: MatrixSheet | null;
  /** Published before limits were obeyed by every act. */
  readonly isOld: boolean;
  readonly asksForTwo: boolean;
  readonly waiver: WaiverShown | null;
  /** People in office; null when the reader may not see the seats. */
  readonly officers: string | null;
  /** Powers that ask for another's signature while one person alone holds them: nobody could sign. */
  readonly lonely: readonly string[];
  readonly proposals: { readonly open: string; readonly href: string };
  readonly changeHref: string | null;
  readonly acts: readonly Reach[];
  readonly views: readonly Reach[];
  /** The forms about the waiver: present for whoever may decide it. */
  readonly waive: {
    readonly action: string;
    readonly act: string;
    readonly filled: Filled;
    readonly possible: boolean;
  } | null;
};

/** What a role may not do stands back, so that the eye finds what it may. */
function No() {
  const say = useSay();
  return <span class="hush">{say("powers.no")}</span>;
}

function Matrix({ sheet, label }: { sheet: MatrixSheet; label: string }) {
  const say = useSay();
  const roles = rolesInOrder(sheet.matrix);
  const held = (role: string, power: string) => (sheet.matrix[role] ?? []).filter((one) => one.power === power);
  return (
    <Table
      label={label}
      columns={[{ head: say("powers.power") }, ...roles.map((role) => ({ head: roleName(role, say) }))]}
      rows={allPowers.map((power) => ({
        name: powerName(power, say),
        cells: roles.map((role) => (held(role, power).length === 0 ? <No /> : heldInWords(held(role, power), say))),
      }))}
    />
  );
}

/** Acts or views by role. */
function Reaches({
  of,
  roles,
  title,
  head,
  name,
}: {
  of: readonly Reach[];
  roles: readonly string[];
  title: string;
  head: string;
  name: (one: string) => string;
}) {
  const say = useSay();
  return (
    <details class="reach">
      <summary>
        <span>{title}</span>
      </summary>
      <Table
        label={title}
        columns={[{ head }, ...roles.map((role) => ({ head: roleName(role, say) }))]}
        rows={of.map((one) => ({
          name: name(one.name),
          cells: roles.map((role) => (one.roles.has(role) ? say("powers.yes") : one.own ? say("powers.own") : <No />)),
        }))}
      />
    </details>
  );
}

function Waiver({ props }: { props: PowersProps }) {
  const say = useSay();
  const { waiver, waive } = props;
  return (
    <section aria-labelledby="waiver">
      <h2 id="waiver">{say("waiver.title")}</h2>
      {waiver === null ? (
        <p>{say(props.asksForTwo ? "waiver.two" : "waiver.none-asked")}</p>
      ) : (
        <Notice state="waiting" title={say("waiver.one", { until: waiver.until })}>
          <p>
            {waiver.reason === null
              ? say("waiver.founded")
              : say("waiver.because", { reason: waiver.reason, by: waiver.by ?? say("waiver.somebody") })}
          </p>
          <p>{say("waiver.ends")}</p>
        </Notice>
      )}
      {props.lonely.length === 0 ? null : (
        <Notice
          state="broken"
          title={say("powers.lonely", { powers: props.lonely.map((one) => powerName(one, say)).join(", ") })}
        >
          <p>{say("powers.lonely-why")}</p>
        </Notice>
      )}
      {waive === null ? null : waiver === null ? (
        waive.possible && props.asksForTwo ? (
          <ActForm
            action={waive.action}
            act={waive.act}
            filled={waive.filled}
            named={["until", "reason"]}
            submit={say("waiver.waive")}
          >
            <DayField name="until" label={say("waiver.until")} filled={waive.filled} />
            <WordsField
              name="reason"
              label={say("waiver.reason")}
              hint={say("waiver.reason-hint")}
              filled={waive.filled}
              rows={2}
            />
          </ActForm>
        ) : null
      ) : (
        <details open={waive.filled.wrong.length > 0}>
          <summary>
            <span>{say("waiver.end-title")}</span>
          </summary>
          <ActForm
            action={`${waive.action}/end`}
            act={waive.act}
            filled={waive.filled}
            named={["reason"]}
            submit={say("waiver.end")}
          >
            <WordsField name="reason" label={say("waiver.end-reason")} filled={waive.filled} rows={2} />
          </ActForm>
        </details>
      )}
    </section>
  );
}

function Head({ props }: { props: PowersProps }) {
  const say = useSay();
  const roles = Object.keys(props.now.matrix).length.toString();
  return (
    <>
      <h1 class="speak">
        <Sentence
          of={props.officers === null ? "powers.answer" : "powers.answer-people"}
          values={{ roles, people: props.officers ?? "0" }}
        />
      </h1>
      <p class="soft">{say("powers.since", { day: props.now.since, version: props.now.version })}</p>
      {props.isOld ? (
        <Notice state="waiting" title={say("powers.old")}>
          <p>{say("powers.old-why")}</p>
        </Notice>
      ) : null}
      <p>
        <a class="quiet" href={props.proposals.href}>
          <Sentence of="powers.proposals" values={{ open: props.proposals.open }} />
        </a>
      </p>
      {props.changeHref === null ? null : (
        <p class="acts">
          <a class="do" href={props.changeHref}>
            {say("powers.change")}
          </a>
        </p>
      )}
    </>
  );
}

function Body({ props }: { props: PowersProps }) {
  const say = useSay();
  const { next } = props;
  const roles = rolesInOrder(props.now.matrix);
  return (
    <OfficeFrame frame={props.frame} skipTo="powers">
      <Head props={props} />
      <Waiver props={props} />
      <section aria-labelledby="matrix">
        <h2 id="matrix">{say("powers.matrix")}</h2>
        <Matrix sheet={props.now} label={say("powers.matrix")} />
      </section>
      {next === null ? null : (
        <section aria-labelledby="next">
          <h2 id="next">{say("powers.next", { day: next.since })}</h2>
          <Matrix sheet={next} label={say("powers.next", { day: next.since })} />
        </section>
      )}
      <section>
        <Reaches
          roles={roles}
          of={props.acts}
          title={say("powers.acts")}
          head={say("powers.act")}
          name={(one) => actName(one, say)}
        />
        <Reaches
          roles={roles}
          of={props.views}
          title={say("powers.views")}
          head={say("powers.view")}
          name={(one) => wordOr("view", one, say)}
        />
      </section>
    </OfficeFrame>
  );
}

/** The page of powers. */
export const powersPage = (props: PowersProps, say: Say): Page => ({
  title: `${say("powers.title")} · ${props.frame.organisation}`,
  style: ["sheet", "desk", "table", "notice", "form", "powers"],
  bandOf: props.book,
  bandLies: "up",
  ownStyle: "",
  body: (
    <Speaking value={say}>
      <Body props={props} />
    </Speaking>
  ),
});
