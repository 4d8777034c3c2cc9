import type { ComponentChildren } from "preact";
import { LanguageSwitch, type Tongue } from "./language-switch.tsx";
import { useSay } from "./speaking.tsx";

/** Must: be the first thing the keyboard reaches, and lead past whatever heads the page. */
export const SkipLink = ({ to, says }: { to: string; says: string }) => (
  <a class="skip" href={`#${to}`}>
    {says}
  </a>
);

/**
 * A document: the organisation's band and name first, then what it answers, its account, its foot. Must: tell whose paper it
 * is before anything else; end with how to read its figures. We do not sign it: "made with Ayni" is a word in the foot.
 */
export function DocumentFrame(props: {
  organisation: string;
  /** What this paper is: number, for whom, of which day. */
  about: readonly ComponentChildren[];
  kind: string;
  /** The quiet way back to where such papers are listed; it is never printed. */
  back?: { readonly href: string; readonly says: string } | null;
  foot: ComponentChildren;
  tongues: readonly Tongue[];
  skipTo: string;
  children: ComponentChildren;
}) {
  const say = useSay();
  return (
    <>
      <SkipLink to={props.skipTo} says={say("skip")} />
      <div class="band" aria-hidden="true" />
      <div class={`sheet ${props.kind}`}>
        <header class="who">
          <b>{props.organisation}</b>
          {props.about.map((line) => (
            <span>{line}</span>
          ))}
        </header>
        {props.back ? (
          <nav class="back" aria-label={say("office")}>
            <a class="quiet" href={props.back.href}>
              {props.back.says}
            </a>
          </nav>
        ) : null}
        <main>{props.children}</main>
        <footer class="foot">
          <p>{props.foot}</p>
          <LanguageSwitch tongues={props.tongues} />
        </footer>
      </div>
    </>
  );
}

/** A place of the office's rail. */
export type RailPlace = { readonly name: string; readonly href: string; readonly here: boolean };

/**
 * The office: band up the left edge, rail of places, one column of work. Must: say where one is; keep reading order and
 * keyboard order the same; put the rail above the work on a telephone.
 */
export function OfficeFrame(props: {
  organisation: string;
  places: readonly RailPlace[];
  tongues: readonly Tongue[];
  skipTo: string;
  children: ComponentChildren;
}) {
  const say = useSay();
  return (
    <>
      <SkipLink to={props.skipTo} says={say("skip")} />
      <div class="desk">
        <header class="rail">
          <div class="band" aria-hidden="true" />
          <div class="rail-in">
            <p class="org">
              <b>{props.organisation}</b>
            </p>
            <nav aria-label={say("office")}>
              <ul>
                {props.places.map((place) => (
                  <li>
                    <a href={place.href} aria-current={place.here ? "page" : undefined}>
                      {place.name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <div class="rail-foot">
              <LanguageSwitch tongues={props.tongues} />
            </div>
          </div>
        </header>
        <main id={props.skipTo}>{props.children}</main>
      </div>
    </>
  );
}
