/** A slip of a roll, 58 or 80 mm: black alone, figures whole, the square at its end. What is said of the copy stands outside of it. */
import type { CopyNotes, PaperDocument, PaperLine } from "../../../../../channels/paper/document.ts";
import { squareOf, squarePath } from "../../../../../kernel/cose/index.ts";
import { useSay } from "../../../../components/speaking.tsx";

/** The square of a code as a drawing. Must: stand black on white with its quiet zone, in any theme. */
export function Square({ code, label }: { code: string; label: string }) {
  const { path, side } = squarePath(squareOf(code));
  return (
    <svg class="square" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

const Line = ({ line }: { line: PaperLine }) => (
  <div class={line.rank === "line" ? undefined : line.rank}>
    <dt>{line.name}</dt>
    <dd>{line.figure}</dd>
    {line.reasons.map((reason) => (
      <dd key={reason} class="reason">
        {reason}
      </dd>
    ))}
  </div>
);

type Props = { paper: PaperDocument; code: string | null; notes: CopyNotes };

/** Must: keep the agreed order: whose, number, who and what, kilos, grade, money, by hand, the square. */
export function Slip({ paper, code, notes }: Props) {
  const say = useSay();
  return (
    <article class="slip" lang={paper.language} aria-label={`${paper.kind} ${paper.number}`}>
      <div class="slip-head">
        <b>{paper.organisation}</b>
        <span>{paper.kind}</span>
        <b class="slip-number">{paper.number}</b>
        {paper.about.map((words) => (
          <span key={words}>{words}</span>
        ))}
        {notes.map((words) => (
          <b key={words}>{words}</b>
        ))}
      </div>
      {paper.sections.map((section) => (
        <div class="slip-part" key={section.heading}>
          <b>{section.heading}</b>
          <dl>
            {section.lines.map((line) => (
              <Line key={line.name} line={line} />
            ))}
          </dl>
          {section.words.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
      ))}
      <div class="slip-part">
        {paper.choices.map((choice) => (
          <p key={choice}>( ) {choice}</p>
        ))}
        {paper.hands.map((hand) => (
          <p key={hand} class="by-hand">
            {hand}
          </p>
        ))}
      </div>
      {code === null ? null : <Square code={code} label={say("field.receipt.square")} />}
      <div class="slip-foot">
        {paper.foot.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    </article>
  );
}
