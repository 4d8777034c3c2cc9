import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useField } from "../screen.ts";
import { Icon } from "./icon.tsx";

type Props = {
  /** The screen's one question or answer: its heading, and the title of the document. */
  title: string;
  /** The heading is for screen readers alone: the screen shows it in another way. */
  away?: boolean;
  /** The heading is said to a person: an answer. */
  speak?: boolean;
  /** The way back stands before the heading; home has none. */
  back?: boolean;
  /** What can be done at the end of the heading's line. */
  tool?: ComponentChildren;
  /** What stays at the bottom. */
  bar?: ComponentChildren;
  children?: ComponentChildren;
};

/** A screen between the network bar and its main act. Must: take the focus to its heading when it comes, and name the document. */
export function Shown({ title, away = false, speak = false, back = true, tool, bar, children }: Props) {
  const field = useField();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A field that is the one thing to do on a screen has taken the focus already.
    if (document.activeElement?.closest("main, .bar, .pad-bar") == null)
      heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  useEffect(() => {
    document.title = `${title} · ${field.core.place}`;
  }, [title, field.core.place]);
  return (
    <>
      <main>
        <div class={away ? "head-line away-line" : "head-line"}>
          {back ? (
            <button class="way-back" type="button" onClick={() => field.back()} aria-label={field.say("field.back")}>
              <Icon name="back" />
            </button>
          ) : null}
          <h1 ref={heading} tabIndex={-1} class={away ? "away" : speak ? "speak" : "title"}>
            {title}
          </h1>
          {tool ?? null}
        </div>
        {children}
      </main>
      {bar ?? null}
    </>
  );
}
