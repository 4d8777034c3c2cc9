/** Printing a slip by the browser: on a page as wide as the roll and as long as the slip. */
import { render } from "preact";
import type { CopyNotes, PaperDocument } from "../../../../../channels/paper/document.ts";
import { Speaking } from "../../../../components/speaking.tsx";
import type { Say } from "../../../../language/say.ts";
import { Slip } from "./slip.tsx";

type What = { readonly paper: PaperDocument; readonly notes: CopyNotes };

/** CSS pixels in a millimetre. */
const perMillimetre = 96 / 25.4;
/** Some systems ask for the printer in a window of their own and never tell when it is over. */
const longestMilliseconds = 120_000;

/** Draws the slip alone, asks the browser to print it, and takes it away again. Resolves when that is over. */
export async function printPaper({ paper, notes }: What, say: Say, width: 58 | 80): Promise<void> {
  const room = document.createElement("div");
  room.className = `print-room roll-${width}`;
  document.body.append(room);
  render(
    <Speaking value={say}>
      <Slip paper={paper} notes={notes} />
    </Speaking>,
    room,
  );
  const length = Math.ceil(room.getBoundingClientRect().height / perMillimetre) + 4;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${width}mm ${length}mm; margin: 0; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  document.body.classList.add("prints-slip");
  await new Promise<void>((done) => {
    addEventListener("afterprint", () => done(), { once: true });
    setTimeout(done, longestMilliseconds);
    print();
  });
  document.body.classList.remove("prints-slip");
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  render(null, room);
  room.remove();
}
