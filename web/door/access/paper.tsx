/** A paper with a code: whose it is, for whom, three plain sentences, the code to type, and the same as a square to be read by a camera. */
import { generate } from "lean-qr";
import type { ComponentChildren } from "preact";
import { printedCode } from "../../../store/installation/invitations-codes.ts";
import type { PageAt } from "../../desk/page.ts";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import { accessPageOf } from "./list.tsx";

/** The modules of a code as one path; around it the four light modules that a camera needs (ISO/IEC 18004, section 9.1). */
export function QrSquare({ of, label }: { of: string; label: string }) {
  const code = generate(of);
  const rows: string[] = [];
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) rows.push(`M${x + 4} ${y + 4}h1v1h-1z`);
  const side = code.size + 8;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={rows.join("")} fill="#000" />
    </svg>
  );
}

/** What a paper says. `address` is what the square leads to and what is typed where there is no camera. */
export type CodePaper = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly code: string;
  readonly address: string;
  readonly until: string;
  readonly after: ComponentChildren;
};

/** Draws the paper. Must: say that the code is not shown again; print on one page. */
export const codePaperPage = (at: PageAt, paper: CodePaper, say: Say = at.say): Page =>
  accessPageOf(
    // No way to another language from here: the code is not shown again.
    { ...at, frame: (here) => ({ ...at.frame(here), tongues: [] }) },
    paper.title,
    <>
      <section>
        <ol class="plain">
          {paper.lines.map((line) => (
            <li>{line}</li>
          ))}
        </ol>
        <p class="code">{printedCode(paper.code)}</p>
        <p>{say("door.paper.until", { until: paper.until })}</p>
        <QrSquare of={paper.address} label={say("door.paper.square")} />
        <p class="small">{paper.address}</p>
      </section>
      <p class="soft">{say("door.paper.once")}</p>
      {paper.after}
    </>,
  );
