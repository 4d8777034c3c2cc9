/** Where the app begins on the telephone. */
import "./styles/app.css";
import { render } from "preact";
import { builtHere } from "./shell/built.ts";
import { fieldSay, sentencesIn, tongueHere } from "./shell/language.ts";

async function begin(): Promise<void> {
  const built = builtHere();
  const tongue = tongueHere(built);
  const say = fieldSay(tongue, await sentencesIn(tongue, built), null);
  const place = document.getElementById("app");
  if (place !== null) render(<h1>{say("field.shell.name")}</h1>, place);
}

void begin();
