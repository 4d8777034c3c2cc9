/** `/o/BOOK/devices/DEVICE`: one telephone: how it was heard, what is missing; that it was lost; what it said after that. */
import { done, type Result, refused } from "../../../kernel/refusal.ts";
import { tryReleased } from "../../../store/field/quarantine.ts";
import { About } from "../../components/about.tsx";
import { DayField, type Filled, fresh, TextField, TickField } from "../../components/fields.tsx";
import { ActForm } from "../../components/form.tsx";
import { OfficeFrame } from "../../components/frames.tsx";
import { Mark } from "../../components/mark.tsx";
import { Notice } from "../../components/notice.tsx";
import { Speaking } from "../../components/speaking.tsx";
import type { BookForm, BookPage, FormAt, GoTo, PageAt } from "../../desk/page.ts";
import { momentWords } from "../../language/moment.ts";
import { named } from "../../language/names.ts";
import type { Page } from "../../render.ts";
import { rowsOf } from "../read.ts";
import { pointStyle } from "./list.tsx";
import { momentTyped } from "./moment-typed.ts";
import { clockWords, heardWords, inUse, pointsAt, standingOf, type TelephoneShown, telephonesAt } from "./read.ts";
import { telephoneName } from "./telephones.tsx";

type Quarantined = Readonly<Record<"number" | "act" | "kind" | "sequence" | "at" | "received", string>>;
type Tried = { readonly form: "revoke" | "release"; readonly filled: Filled } | null;

const path = "/o/:book/devices/:device";
const unknown = (at: PageAt) => refused("device.unknown", { device: at.parameter("device") });

export const devicePage: BookPage = {
  path,
  open: async (at) => {
    const answer = await at.ask("devices.list");
    if (!answer.ok) return answer;
    const page = await deviceAt(at, null);
    return page === null ? unknown(at) : done(page);
  },
};

const telephoneAt = async (at: PageAt): Promise<TelephoneShown | undefined> =>
  (await telephonesAt(at))?.find(({ device }) => device === at.parameter("device"));

async function deviceAt(at: PageAt, tried: Tried): Promise<Page | null> {
  const telephone = await telephoneAt(at);
  if (telephone === undefined) return null;
  const waiting =
    telephone.quarantined === 0
      ? []
      : ((await rowsOf<Quarantined>(at, "devices.quarantined", { device: telephone.device, limit: 200 })) ?? []);
  const [point] = telephone.place === null ? [] : await pointsAt(at, telephone.place);
  return draw(at, { telephone, place: point?.name ?? telephone.place }, waiting, tried);
}

type Shown = { readonly telephone: TelephoneShown; readonly place: string | null };

function draw(at: PageAt, { telephone, place }: Shown, waiting: readonly Quarantined[], tried: Tried): Page {
  const { say } = at;
  const frame = at.frame("points");
  const name = telephoneName(telephone);
  const { mark, says } = standingOf(telephone, at);
  return {
    title: `${say("points.telephone-is", { name })} · ${frame.organisation}`,
    style: pointStyle,
    bandOf: at.book,
    bandLies: "up",
    ownStyle: "",
    body: (
      <Speaking value={say}>
        <OfficeFrame frame={frame} skipTo="device">
          <h1 class="speak">{answer(at, telephone)}</h1>
          <p class={`st stands ${mark}`}>
            <Mark name={mark} /> <span>{says}</span>
          </p>
          <About facts={factsOf(at, telephone)} />
          <p class="doors">
            {telephone.place === null ? null : (
              <a class="do" href={at.address(`points/${encodeURIComponent(telephone.place)}`)}>
                {say("points.to-point", { name: place ?? "" })}
              </a>
            )}
            {telephone.questions === 0 ? null : (
              <a class="quiet" href={at.address("questions")}>
                {say("points.asks", { questions: `${telephone.questions}` })}
              </a>
            )}
          </p>
          {waiting.length === 0 ? null : <Quarantine at={at} telephone={telephone} waiting={waiting} tried={tried} />}
          {at.powers.has("manage-devices") ? <Revoke at={at} telephone={telephone} tried={tried} /> : null}
        </OfficeFrame>
      </Speaking>
    ),
  };
}

function answer(at: PageAt, telephone: TelephoneShown): string {
  const { say } = at;
  const values = { name: telephoneName(telephone), place: telephone.place ?? "", since: heardWords(telephone, at) };
  if (!inUse(telephone))
    return say(telephone.lost_at === null ? "points.device-revoked" : "points.device-lost", values);
  if (telephone.last_heard === null) return say("points.device-never", values);
  return say(telephone.unsent === 0 ? "points.device-all-sent" : "points.device-unsent", {
    ...values,
    unsent: `${telephone.unsent ?? 0}`,
  });
}

function factsOf(at: PageAt, one: TelephoneShown) {
  const { say, settings } = at;
  const gaps = one.missing.map(({ from, until }) =>
    from === until ? from : say("points.from-until", { from, until }),
  );
  const yes = (told: boolean | null) => (told === null ? null : say(told ? "points.yes" : "points.no"));
  return [
    { name: say(inUse(one) ? "points.machine" : "points.why"), is: one.note },
    { name: say("points.since"), is: say("value.day", { value: one.since }) },
    { name: say("points.heard"), is: heardWords(one, at) },
    { name: say("points.unsent"), is: one.unsent === null ? null : say("value.figure", { value: `${one.unsent}` }) },
    { name: say("points.clock"), is: clockWords(one, at) },
    { name: say("points.missing-acts"), is: gaps.length === 0 ? say("points.none-missing") : gaps.join(", ") },
    ...(one.reused.length === 0 ? [] : [{ name: say("points.reused"), is: one.reused.join(", ") }]),
    { name: say("points.persisted"), is: yes(one.persisted) },
    { name: say("points.app"), is: one.app },
    ...(one.lost_at === null
      ? []
      : [{ name: say("points.lost-since"), is: momentWords(one.lost_at, settings.zone, say) }]),
  ];
}

type Part = { readonly at: PageAt; readonly telephone: TelephoneShown; readonly tried: Tried };

function Revoke({ at, telephone, tried }: Part) {
  const { say } = at;
  if (!inUse(telephone) && telephone.lost_at !== null) return null;
  const filled = tried?.form === "revoke" ? tried.filled : fresh({ lostDay: "", lostClock: "" });
  return (
    <section aria-labelledby="revoke">
      <h2 id="revoke">{say("points.revoke-title")}</h2>
      <p>{say("points.revoke-why")}</p>
      <details class="reach" open={tried?.form === "revoke"}>
        <summary>
          <span>{say("points.revoke")}</span>
        </summary>
        <ActForm
          action={at.address(`devices/${telephone.device}/revoke`)}
          act={at.newAct()}
          filled={filled}
          named={["reason", "lostDay", "lostClock", "lostAt"]}
          submit={say("points.revoke-it")}
          grave
        >
          <TextField name="reason" label={say("points.why")} hint={say("points.why-hint")} filled={filled} />
          <div class="pair">
            <DayField
              name="lostDay"
              label={say("points.lost-day")}
              hint={say("points.lost-hint")}
              filled={filled}
              tells={["lostAt"]}
              optional
            />
            <TextField
              name="lostClock"
              label={say("points.lost-clock")}
              hint={say("points.lost-clock-hint")}
              filled={filled}
              size="short"
              optional
            />
          </div>
        </ActForm>
      </details>
    </section>
  );
}

function Quarantine({ at, telephone, tried, waiting }: Part & { waiting: readonly Quarantined[] }) {
  const { say, settings } = at;
  const filled = tried?.form === "release" ? tried.filled : fresh();
  return (
    <section aria-labelledby="quarantine">
      <h2 id="quarantine">{say("points.quarantine")}</h2>
      <Notice state="waiting" title={say("points.quarantined", { acts: `${telephone.quarantined}` })}>
        <p>{say("points.quarantined-why")}</p>
      </Notice>
      {at.powers.has("manage-devices") ? (
        <ActForm
          action={at.address(`devices/${telephone.device}/release`)}
          act={at.newAct()}
          filled={filled}
          named={["acts", "reason"]}
          submit={say("points.release-it")}
        >
          <TickField
            name="acts"
            label={say("points.which-acts")}
            choices={waiting.map((one) => ({
              value: one.act,
              says: say("points.act-is", {
                sequence: one.sequence,
                kind: named("act", one.kind, say),
                at: momentWords(one.at, settings.zone, say),
              }),
            }))}
            filled={filled}
            many
          />
          <TextField name="reason" label={say("points.why")} hint={say("points.release-hint")} filled={filled} />
        </ActForm>
      ) : null}
    </section>
  );
}

async function again(at: FormAt, form: "revoke" | "release", wrong: Filled["wrong"]): Promise<Result<Page>> {
  const page = await deviceAt(at, { form, filled: { typed: at.form.typed, wrong } });
  return page === null ? unknown(at) : done(page);
}

/** Says `device.revoke`; with the moment of the loss, what it says after that will wait. */
export const revokeForm: BookForm = {
  path: `${path}/revoke`,
  post: async (at): Promise<Result<Page | GoTo>> => {
    const { form, settings } = at;
    const telephone = await telephoneAt(at);
    if (telephone === undefined) return unknown(at);
    const [reason, lostDay] = [form.readText("reason"), form.maybeDay("lostDay")];
    const clock = form.text("lostClock");
    const lostAt =
      typeof lostDay === "string" ? momentTyped(lostDay, clock === "" ? "00:00" : clock, settings.zone) : undefined;
    if (lostAt === null)
      form.wrong.push(refused("form.clock-unreadable", { typed: clock.slice(0, 80) }, "lostClock").refusal);
    if (form.wrong.length > 0) return again(at, "revoke", form.wrong);
    const lost =
      lostAt === undefined ? {} : { lostAt, lastSequence: Number.parseInt(telephone.last_sequence ?? "0", 10) };
    const spoken = await at.speak("device.revoke", { device: telephone.device, reason, ...lost });
    if (spoken.outcome === "refused") return again(at, "revoke", spoken.refusals);
    return done({ goTo: at.address(`devices/${telephone.device}`), told: "device-revoked" });
  },
};

/** Says `device.release` of the acts that were ticked, and has the book try them again. */
export const releaseForm: BookForm = {
  path: `${path}/release`,
  post: async (at): Promise<Result<Page | GoTo>> => {
    const { form, book } = at;
    const device = at.parameter("device");
    const [acts, reason] = [form.all("acts"), form.readText("reason")];
    if (acts.length === 0) form.wrong.push(refused("form.nothing-chosen", {}, "acts").refusal);
    if (form.wrong.length > 0) return again(at, "release", form.wrong);
    const spoken = await at.speak("device.release", { device, reason, acts });
    if (spoken.outcome === "refused") return again(at, "release", spoken.refusals);
    const { store, writers } = at.services.installation;
    if (spoken.waitsUntil === undefined) await tryReleased(store.connect("app"), writers, book, device);
    return done({ goTo: at.address(`devices/${device}`), told: "acts-released" });
  },
};
