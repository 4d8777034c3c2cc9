/** The telephones of a point: each with its last news and what is missing; enrolling one more; tickets that wait. */
import { Mark } from "../../components/mark.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { PageAt } from "../../desk/page.ts";
import { momentWords } from "../../language/moment.ts";
import type { PointParts } from "./point.tsx";
import { clockWords, heardWords, standingOf, type TelephoneShown } from "./read.ts";

/** What a telephone is called: the series of its receipts, or the beginning of its id. */
export const telephoneName = ({ series, device }: Pick<TelephoneShown, "series" | "device">): string =>
  series ?? device.slice(0, 8);

/** Must: say of each telephone when it was last heard; say "never" in words. */
export function Telephones({
  at,
  parts,
  telephones,
}: {
  at: PageAt;
  parts: PointParts;
  telephones: readonly TelephoneShown[];
}) {
  const { say } = at;
  return (
    <section aria-labelledby="telephones">
      <h2 id="telephones">{say("points.telephones")}</h2>
      {telephones.length === 0 ? (
        <Notice state="none" title={say("points.no-telephone")}>
          <p>{say("points.no-telephone-why")}</p>
        </Notice>
      ) : (
        <TelephoneTable at={at} telephones={telephones} />
      )}
      {at.powers.has("manage-devices") ? <Enrol at={at} parts={parts} /> : null}
    </section>
  );
}

function TelephoneTable({ at, telephones }: { at: PageAt; telephones: readonly TelephoneShown[] }) {
  const { say } = at;
  const figures = ["unsent", "questions"];
  return (
    <Table
      label={say("points.telephones")}
      columns={["telephone", "stands", "heard", "unsent", "clock", "questions"].map((head) => ({
        head: say(`points.${head}`),
        figures: figures.includes(head),
      }))}
      rows={telephones.map((one) => {
        const { mark, says } = standingOf(one, at);
        return {
          name: <a href={at.address(`devices/${one.device}`)}>{telephoneName(one)}</a>,
          cells: [
            <span class={`st stands ${mark}`}>
              <Mark name={mark} /> <span>{says}</span>
            </span>,
            heardWords(one, at),
            one.unsent === null ? null : say("value.figure", { value: `${one.unsent}` }),
            clockWords(one, at),
            say("value.figure", { value: `${one.questions}` }),
          ],
        };
      })}
    />
  );
}

function Enrol({ at, parts }: { at: PageAt; parts: PointParts }) {
  const { say, settings } = at;
  const path = `points/${encodeURIComponent(parts.point.place)}/tickets`;
  return (
    <>
      {parts.tickets.length === 0 ? null : (
        <ul class="waits-here" aria-label={say("points.tickets")}>
          {parts.tickets.map(({ id, expires }) => (
            <li>
              <a href={at.address(`${path}/${id}`)}>
                {say("points.ticket-waits", { until: momentWords(expires, settings.zone, say) })}
              </a>
              <form method="post" action={at.address(`${path}/${id}/revoke`)}>
                <button class="do" type="submit">
                  {say("points.take-back")}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form class="act" method="post" action={at.address(path)}>
        <p class="acts">
          <button class="do main" type="submit">
            {say("points.enrol")}
          </button>
        </p>
      </form>
    </>
  );
}
