/** A page of the office that holds one form: what it is for, the form, and what helps to fill it. */
import type { ComponentChildren } from "preact";
import { OfficeFrame } from "../components/frames.tsx";
import { Speaking } from "../components/speaking.tsx";
import type { PageAt } from "../desk/page.ts";
import type { PlaceName } from "../desk/places.ts";
import type { Page } from "../render.ts";
import type { StylePart } from "../styles/styles.ts";

/** `asks` is the sentence above the form; `about` says in a line what it is about. */
export type FormSheet = {
  readonly here: PlaceName;
  readonly asks: string;
  readonly about?: string | null;
  /** Parts of style besides those of every form. */
  readonly style?: readonly StylePart[];
  readonly children: ComponentChildren;
};

/** Draws it within the frame of the place it belongs to. */
export const formPage = (at: PageAt, { here, asks, about, style = [], children }: FormSheet): Page => {
  const frame = at.frame(here);
  return {
    title: `${asks} · ${frame.organisation}`,
    style: ["sheet", "desk", "table", "list", "form", "notice", "today", ...style],
    bandOf: at.book,
    bandLies: "up",
    ownStyle: "",
    body: (
      <Speaking value={at.say}>
        <OfficeFrame frame={frame} skipTo="form">
          <h1 class="speak">{asks}</h1>
          {about ? <p class="soft">{about}</p> : null}
          {children}
        </OfficeFrame>
      </Speaking>
    ),
  };
};
