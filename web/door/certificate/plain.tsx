/** What stands at `/field` when it was opened over plain HTTP: why it cannot work there, and where it can. It needs no script. */
import { authorityOf } from "../../../store/certificate/kept.ts";
import { Notice } from "../../components/notice.tsx";
import type { Page } from "../../render.ts";
import type { DoorAt } from "../at.ts";
import { doorPageOf } from "../frame.tsx";

/** The page. With a secure address it leads there; with an authority of one's own, first to the steps that make it trusted. */
export function plainFieldPage(at: DoorAt): Page {
  const { say, services } = at;
  const { origin } = services.doorway;
  const secure = origin?.startsWith("https:") ? `${origin}/field` : null;
  const own = authorityOf(services.installation.home) !== null;
  const told = (
    <section>
      <Notice state="broken" title={say("certificate.plain.what")}>
        <p>{say("certificate.plain.why")}</p>
      </Notice>
    </section>
  );
  const remedy = (
    <section>
      {own ? (
        <>
          <p>{say("certificate.plain.once")}</p>
          <p class="acts">
            <a class="do main" href="/certificate">
              {say("certificate.plain.install")}
            </a>
          </p>
        </>
      ) : null}
      {secure === null ? (
        <p>{say("certificate.plain.nowhere")}</p>
      ) : (
        <>
          <p>{say(own ? "certificate.plain.after" : "certificate.plain.instead")}</p>
          <p>
            <a href={secure}>{secure}</a>
          </p>
        </>
      )}
    </section>
  );
  const title = say("certificate.plain.title");
  return doorPageOf(at, {
    title,
    children: (
      <>
        {told}
        {remedy}
      </>
    ),
  });
}
