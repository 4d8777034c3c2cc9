/** What stands around every page of the door: no rail, no organisation; one column, one question, the languages. */
import type { ComponentChildren } from "preact";
import { SkipLink } from "../components/frames.tsx";
import { LanguageSwitch } from "../components/language-switch.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { Page } from "../render.ts";
import { tonguesOf } from "../server/page.ts";
import type { StylePart } from "../styles/styles.ts";
import type { DoorAt } from "./at.ts";

/** What a page of the door says: its one sentence, what is there, and the quiet way back. */
export type DoorDrawn = {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly back?: { readonly href: string; readonly says: string } | null;
  /** Whose paper it is, when it is an organisation's: its id, and its name. */
  readonly of?: { readonly id: string; readonly name: string };
  readonly style?: readonly StylePart[];
};

/** Draws a page of the door. Must: say its question first; lead back; name each language in itself. */
export const doorPageOf = (at: DoorAt, { title, children, back, of, style = [] }: DoorDrawn): Page => ({
  title,
  style: ["sheet", "form", "notice", "door", ...style],
  bandOf: of?.id ?? null,
  bandLies: "along",
  ownStyle: "",
  body: (
    <Speaking value={at.say}>
      <SkipLink to="door" says={at.say("skip")} />
      {of ? <div class="band" aria-hidden="true" /> : null}
      <div class="sheet door">
        {of ? (
          <header class="who">
            <b>{of.name}</b>
          </header>
        ) : null}
        <main id="door">
          <h1 class="speak">{title}</h1>
          {children}
        </main>
        <footer class="foot">
          {back ? (
            <p>
              <a class="quiet" href={back.href}>
                {back.says}
              </a>
            </p>
          ) : null}
          <LanguageSwitch tongues={tonguesOf(at.request, at.services.catalogues)} />
        </footer>
      </div>
    </Speaking>
  ),
});
