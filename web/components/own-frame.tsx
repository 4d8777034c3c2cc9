import type { ComponentChildren } from "preact";
import type { Frame } from "./frames.tsx";
import { SkipLink } from "./frames.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Notice } from "./notice.tsx";
import { useSay } from "./speaking.tsx";

/**
 * One's own pages: whose paper it is, who one is, the answer. Must: be one column that a thumb can hold; put the answer before
 * the ways on; weigh little, for it is read over 2G.
 */
export function OwnFrame({ frame, who, children }: { frame: Frame; who: string; children: ComponentChildren }) {
  const say = useSay();
  return (
    <>
      <SkipLink to="own" says={say("skip")} />
      <div class="band" aria-hidden="true" />
      <div class="sheet own">
        <header class="who">
          <b>{frame.organisation}</b>
          <span>{who}</span>
        </header>
        <main id="own">
          {frame.example ? (
            <p class="example">
              {frame.example.says} <a href={frame.example.href}>{frame.example.change}</a>
            </p>
          ) : null}
          {frame.told ? (
            <div class="told" role="status">
              <Notice state="kept" title={frame.told} />
            </div>
          ) : null}
          {children}
        </main>
        <nav class="own-nav" aria-label={say("place.me")}>
          <ul>
            {frame.places.map((place) => (
              <li>
                <a href={place.href} aria-current={place.here ? "page" : undefined}>
                  {place.name}
                </a>
              </li>
            ))}
            {frame.other ? (
              <li>
                <a href={frame.other.href}>{frame.other.name}</a>
              </li>
            ) : null}
            {frame.reader ? (
              <li>
                <a href={frame.reader.href}>{say("reader.nobody")}</a>
              </li>
            ) : null}
          </ul>
        </nav>
        <footer class="foot">
          <LanguageSwitch tongues={frame.tongues} />
          <p>{say("own.foot", { mark: say.notation.decimal === "," ? "comma" : "point" })}</p>
        </footer>
      </div>
    </>
  );
}
