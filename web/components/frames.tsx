import type { ComponentChildren } from "preact";
import { LanguageSwitch, type Tongue } from "./language-switch.tsx";
import { Notice } from "./notice.tsx";
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

/** A place of the rail. */
export type RailPlace = { readonly name: string; readonly href: string; readonly here: boolean };

/** What stands around a page of a book. `told` is the sentence of what was just done; `example` that this is a book to look around in. */
export type Frame = {
  readonly organisation: string;
  readonly places: readonly RailPlace[];
  readonly tongues: readonly Tongue[];
  /** Where the other rail begins: from the office to one's own things and back. */
  readonly other?: { readonly name: string; readonly href: string } | null;
  /** In which roles one is here, and where one's sessions and sign-in are. */
  readonly reader?: { readonly says: string; readonly href: string } | null;
  readonly told?: string | null;
  /** "You look around as clerk", and where to change that. */
  readonly example?: { readonly says: string; readonly href: string; readonly change: string } | null;
};

function Reader({ frame }: { frame: Frame }) {
  const say = useSay();
  if (!frame.reader && !frame.other) return null;
  return (
    <ul class="reader">
      {frame.other ? (
        <li>
          <a href={frame.other.href}>{frame.other.name}</a>
        </li>
      ) : null}
      {frame.reader ? (
        <li>
          <a href={frame.reader.href} aria-label={say("reader.account", { roles: frame.reader.says })}>
            {frame.reader.says || say("reader.nobody")}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** Must: say what was just done, once, before everything else; and never let the example pass for one's own book. */
function Before({ frame }: { frame: Frame }) {
  return (
    <>
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
    </>
  );
}

/**
 * The office: band up the left edge, rail of places, one column of work. Must: say where one is; keep reading order and
 * keyboard order the same; put the rail above the work on a telephone.
 */
export function OfficeFrame({
  frame,
  skipTo,
  children,
}: {
  frame: Frame;
  skipTo: string;
  children: ComponentChildren;
}) {
  const say = useSay();
  return (
    <>
      <SkipLink to={skipTo} says={say("skip")} />
      <div class="desk">
        <header class="rail">
          <div class="band" aria-hidden="true" />
          <div class="rail-in">
            <p class="org">
              <b>{frame.organisation}</b>
            </p>
            <nav aria-label={say("office")}>
              <ul>
                {frame.places.map((place) => (
                  <li>
                    <a href={place.href} aria-current={place.here ? "page" : undefined}>
                      {place.name}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <div class="rail-foot">
              <Reader frame={frame} />
              <LanguageSwitch tongues={frame.tongues} />
            </div>
          </div>
        </header>
        <main id={skipTo}>
          <Before frame={frame} />
          {children}
        </main>
      </div>
    </>
  );
}
