/** `/o/BOOK/points`: whom have we not heard from? */
import { decimalText, divide, exactly, ratio } from "../../../kernel/exact/index.ts";
import { done } from "../../../kernel/refusal.ts";
import { OfficeFrame } from "../../components/frames.tsx";
import { Mark, type MarkName } from "../../components/mark.tsx";
import { Notice } from "../../components/notice.tsx";
import { Speaking } from "../../components/speaking.tsx";
import { Table } from "../../components/table.tsx";
import type { BookPage, PageAt } from "../../desk/page.ts";
import type { Page } from "../../render.ts";
import { listAnswer } from "./answer.ts";
import { boxesOf } from "./boxes.ts";
import {
  clockWords,
  dayCell,
  heardWords,
  inUse,
  lastHeard,
  markOf,
  type PointShown,
  pointsAt,
  type TelephoneShown,
  telephonesAt,
} from "./read.ts";

/** The style of every page of points. */
export const pointStyle: Page["style"] = [
  "sheet",
  "desk",
  "table",
  "list",
  "form",
  "notice",
  "today",
  "door",
  "powers",
  "points",
];

/** Grams as kilograms, exact. */
export const kilosOf = (grams: string): string => decimalText(divide(exactly(grams), ratio(1000n)));

/** The list of points, with how each stands. */
export const pointsPage: BookPage = {
  path: "/o/:book/points",
  place: "points",
  open: async (at) => {
    const answer = await at.ask("points.list", { today: at.today });
    if (!answer.ok) return answer;
    return done(listPage(at, await pointsAt(at), await telephonesAt(at)));
  },
};

function listPage(at: PageAt, points: readonly PointShown[], telephones: readonly TelephoneShown[] | null): Page {
  const { say } = at;
  const frame = at.frame("points");
  return {
    title: `${say("place.points")} · ${frame.organisation}`,
    style: pointStyle,
    bandOf: at.book,
    bandLies: "up",
    ownStyle: "",
    body: (
      <Speaking value={say}>
        <OfficeFrame frame={frame} skipTo="points">
          <h1 class="speak">{listAnswer(points, telephones, at)}</h1>
          {telephones === null || points.length === 0 ? null : <p class="soft">{say("points.kept-there")}</p>}
          {points.length === 0 ? (
            <Notice state="none" title={say("points.none")}>
              <p>{say("points.none-why")}</p>
            </Notice>
          ) : (
            <Points at={at} points={points} telephones={telephones} />
          )}
          <Doors at={at} />
        </OfficeFrame>
      </Speaking>
    ),
  };
}

function Doors({ at }: { at: PageAt }) {
  const { say, address, powers } = at;
  if (!powers.has("manage-devices")) return null;
  return (
    <p class="doors">
      <a class="do main" href={address("points/new")}>
        {say("points.add")}
      </a>
      <a class="quiet" href={address("points/unsent")}>
        {say("points.bring-unsent")}
      </a>
      <a class="quiet" href={`/verify/${at.book}`}>
        {say("checking.door")}
      </a>
      {powers.has("receive") ? (
        <a class="quiet" href={address("points/papers")}>
          {say("papers-in-hand.door")}
        </a>
      ) : null}
    </p>
  );
}

function Points({
  at,
  points,
  telephones,
}: {
  at: PageAt;
  points: readonly PointShown[];
  telephones: readonly TelephoneShown[] | null;
}) {
  const { say } = at;
  const ofTelephones = telephones === null ? [] : ["heard", "unsent", "clock", "questions"];
  const heads = [...ofTelephones, "day", "box"];
  return (
    <Table
      label={say("place.points")}
      columns={[
        { head: say("points.point") },
        ...heads.map((head) => ({ head: say(`points.${head}`), figures: head === "unsent" || head === "questions" })),
      ]}
      rows={inNeed(points, telephones ?? [], at).map((point) => {
        const own = (telephones ?? []).filter(({ place }) => place === point.place);
        return {
          name: (
            <span class="stands">
              {telephones === null ? <span /> : <Mark name={markOf(own, at)} />}
              <a href={at.address(`points/${encodeURIComponent(point.place)}`)}>{point.name}</a>
            </span>
          ),
          cells: [...(telephones === null ? [] : telephoneCells(own, at)), dayCell(point, at), boxesOf(point, at)],
        };
      })}
    />
  );
}

/** Those that somebody should look after first; points alike stay in the order of their names. */
function inNeed(
  points: readonly PointShown[],
  telephones: readonly TelephoneShown[],
  at: PageAt,
): readonly PointShown[] {
  const order: readonly MarkName[] = ["broken", "waiting", "none", "void", "kept"];
  const rank = ({ place }: PointShown): number =>
    order.indexOf(
      markOf(
        telephones.filter((one) => one.place === place),
        at,
      ),
    );
  return [...points].sort((one, other) => rank(one) - rank(other));
}

/** Of a point's telephones together: the last news, all that is unsent as last told, the clock that is furthest off, all questions. */
function telephoneCells(all: readonly TelephoneShown[], at: PageAt): readonly (string | null)[] {
  const { say } = at;
  const used = all.filter(inUse);
  if (used.length === 0) return [say("points.no-telephone"), "", "", ""];
  const told = used.filter(({ unsent }) => unsent !== null);
  const sum = told.reduce((all, { unsent }) => all + (unsent ?? 0), 0);
  const off = (one: TelephoneShown): number => Math.abs(Number.parseInt(one.clock_error_ms ?? "0", 10));
  const [worst] = [...used].sort((one, other) => off(other) - off(one));
  return [
    heardWords({ last_heard: lastHeard(used) }, at),
    told.length === 0 ? null : say("value.figure", { value: `${sum}` }),
    worst === undefined ? null : clockWords(worst, at),
    say("value.figure", { value: `${used.reduce((all, one) => all + one.questions, 0)}` }),
  ];
}
