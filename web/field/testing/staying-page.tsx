/** A page with the app's shell and nothing of its screens: tests of staying on the telephone stand on it. */
import { render } from "preact";
import { builtHere } from "../app/shell/built.ts";
import { chooseTongue, fieldSay, sentencesIn, tongueHere } from "../app/shell/language.ts";
import { type Staying, stay, takeNewer, whileOpen } from "../app/shell/staying.ts";

/** What a test reaches on the page. */
export type StayingPage = {
  readonly takeNewer: typeof takeNewer;
  readonly whileOpen: typeof whileOpen;
  readonly chooseTongue: typeof chooseTongue;
  staying: Staying | null;
  readonly build: string;
};

async function begin(): Promise<void> {
  const built = builtHere();
  const page: StayingPage = { takeNewer, whileOpen, chooseTongue, staying: null, build: built.build };
  Object.assign(globalThis, { ayni: page });
  if (await takeNewer()) return;
  const tongue = tongueHere(built);
  const say = fieldSay(tongue, await sentencesIn(tongue, built), null);
  const place = document.getElementById("app");
  if (place !== null) render(<h1>{say("field.shell.name")}</h1>, place);
  stay((staying) => {
    page.staying = staying;
  });
}

void begin();
