/** `/R`: is this paper true, and does it still count? The same document as a page of the server and as a file that stands alone. */
import type { ComponentChildren } from "preact";
import { SkipLink } from "../../components/frames.tsx";
import { LanguageSwitch, type Tongue } from "../../components/language-switch.tsx";
import { Mark, type MarkName } from "../../components/mark.tsx";
import { Speaking } from "../../components/speaking.tsx";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";

/** Marks that a verdict may bear: drawn once, hidden, for the script to refer to. */
const marks: readonly MarkName[] = ["kept", "waiting", "broken", "none"];

/** What the document shows. `verdict` is markup that `draw` made; null where nothing was asked yet. */
export type Checking = {
  readonly verdict: string | null;
  /** Where the form is sent without a script; null in the file that stands alone. */
  readonly action: string | null;
  readonly tongues: readonly Tongue[];
  /** Where the file is kept from; null in the file itself. */
  readonly download: string | null;
};

/** Draws the document. Must: work without a script; say what it does not prove; keep the number out of addresses. */
export const checkingPage = ({ verdict, action, tongues, download }: Checking, say: Say): Page => ({
  title: say("checking.title"),
  style: ["sheet", "verify"],
  bandOf: null,
  bandLies: "along",
  ownStyle: "",
  say,
  body: (
    <Speaking value={say}>
      <SkipLink to="answer" says={say("skip")} />
      <div class="sheet checking">
        <main>
          <div id="opening" hidden={verdict !== null}>
            <h1 class="speak">{say("checking.title")}</h1>
            <p class="soft">{say("checking.lead")}</p>
          </div>
          {/* What is inside was made by `draw`, which escapes every text of a code. */}
          <div id="answer" aria-live="polite" dangerouslySetInnerHTML={{ __html: verdict ?? "" }} />
          <section id="ask">
            <h2 id="another" hidden={verdict === null}>
              {say("checking.another")}
            </h2>
            <Camera say={say} />
            <form method="post" id="form" {...(action === null ? {} : { action })}>
              <label for="code">{say("checking.number")}</label>
              <p class="small soft" id="code-hint">
                {say("checking.number-hint")}
              </p>
              <textarea
                class="field"
                id="code"
                name="code"
                rows={4}
                required
                aria-describedby="code-hint"
                autocomplete="off"
                spellcheck={false}
              />
              <button type="submit" class="do main">
                {say("checking.do")}
              </button>
            </form>
          </section>
          <section id="keys-part" hidden>
            <h2>{say("checking.keys")}</h2>
            <ul id="keys">
              <li>{say("checking.keys-none")}</li>
            </ul>
            <p class="small soft">{say("checking.keys-trust")}</p>
          </section>
        </main>
        <Foot download={download} tongues={tongues} say={say} />
        <svg width="0" height="0" class="away" aria-hidden="true">
          {marks.map((name) => (
            <Mark name={name} />
          ))}
        </svg>
      </div>
    </Speaking>
  ),
});

/** Shown by the script, where there is a camera to be had. */
const Camera = ({ say }: { say: Say }) => (
  <>
    <div id="camera-part" hidden>
      <button type="button" class="do main" id="camera">
        {say("verify.camera")}
      </button>
      <div id="picture-part" hidden>
        <video id="picture" playsInline muted aria-label={say("checking.camera-hint")} />
        <p class="small soft">{say("checking.camera-hint")}</p>
      </div>
      <p>
        <label for="photo">{say("checking.photo")}</label>
        <input type="file" id="photo" accept="image/*" />
      </p>
    </div>
    <p class="small soft" id="camera-no" hidden>
      {say("checking.camera-no")}
    </p>
  </>
);

function Foot({ download, tongues, say }: Pick<Checking, "download" | "tongues"> & { say: Say }): ComponentChildren {
  return (
    <footer class="foot">
      {download === null ? (
        <p>{say("checking.file-foot")}</p>
      ) : (
        <>
          <p>
            <a href={download}>{say("checking.download")}</a> {say("checking.download-why")}
          </p>
          <p>{say("checking.foot")}</p>
          <p>{say("checking.made-with")}</p>
        </>
      )}
      <LanguageSwitch tongues={tongues} />
    </footer>
  );
}
