/** `/o/BOOK/our-book`: could we leave tomorrow with everything, and who may do what meanwhile? */
import { done } from "../../kernel/refusal.ts";
import { dayInZone } from "../../kernel/time/index.ts";
import { allPowers, onlyLooks } from "../../rooms/book/rules/powers.ts";
import { type BackupStanding, lastBackup } from "../../store/backup/last.ts";
import { OfficeFrame } from "../components/frames.tsx";
import { Mark, type MarkName } from "../components/mark.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { BookPage, PageAt } from "../desk/page.ts";

/** Whoever may change something, and whoever audits: they may know who else may, and what waits for a signature. */
const officers: readonly string[] = [...allPowers.filter((power) => !onlyLooks(power)), "audit"];

/** Where the book keeps what, and the powers of which one is enough to look there. `path` also names its sentences. */
const rooms: readonly { readonly path: string; readonly powers: readonly string[] }[] = [
  { path: "access", powers: ["manage-seats", "audit"] },
  { path: "powers", powers: officers },
  { path: "proposals", powers: officers },
  { path: "settings", powers: ["settings", "audit"] },
  { path: "backup", powers: ["back-up"] },
  { path: "personal", powers: ["see-personal", "audit"] },
  { path: "imports", powers: ["keep-register", "record-opening"] },
  { path: "export", powers: ["see-members", "see-deliveries", "see-statements", "see-ledger", "audit"] },
  { path: "public-page", powers: ["settings"] },
];

/** What the book keeps about itself, each with one plain sentence and where it is. */
export const ourBookPage: BookPage = {
  path: "/o/:book/our-book",
  place: "our-book",
  open: async (at) => {
    const { say, powers, address } = at;
    const store = at.services.installation.store;
    const standing = powers.has("back-up") ? await lastBackup(store, at.book, at.now) : null;
    const shown = rooms.filter((one) => one.powers.some((power) => powers.has(power)));
    const frame = at.frame("our-book");
    return done({
      title: `${say("place.our-book")} · ${frame.organisation}`,
      style: ["sheet", "desk", "table", "list", "notice", "today"],
      bandOf: at.book,
      bandLies: "up",
      ownStyle: "",
      body: (
        <Speaking value={say}>
          <OfficeFrame frame={frame} skipTo="our-book">
            <h1 class="speak">{standing === null ? say("our-book.answer") : backupAnswer(standing, at)}</h1>
            <section>
              <ul class="people">
                {shown.map(({ path }) => (
                  <li>
                    <a href={address(path)}>
                      <b>{say(`our-book.${path}`)}</b>
                      {path === "backup" && standing !== null ? (
                        <span class={`st ${markOf(standing)}`}>
                          <Mark name={markOf(standing)} /> {backupWords(standing, at)}
                        </span>
                      ) : (
                        <span>{say(`our-book.${path}-why`)}</span>
                      )}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          </OfficeFrame>
        </Speaking>
      ),
    });
  },
};

const markOf = ({ good, failed }: BackupStanding): MarkName => (failed ? "broken" : good === null ? "waiting" : "kept");

const dayOf = (instant: string, { settings }: PageAt): string => dayInZone(Date.parse(instant), settings.zone);

/** What the page of today says of backups, and here: in what state they are, by the last good one. */
export function backupWords({ good, failed }: BackupStanding, at: PageAt): string {
  const { say } = at;
  const last = good === null ? say("our-book.no-backup") : say("our-book.last-backup", { day: dayOf(good.ended, at) });
  return failed ? `${say("our-book.backup-failed", { day: dayOf(failed.ended, at) })} ${last}` : last;
}

const backupAnswer = ({ good }: BackupStanding, at: PageAt): string =>
  good === null
    ? at.say("our-book.answer-no-backup")
    : at.say("our-book.answer-backup", { day: dayOf(good.ended, at) });
