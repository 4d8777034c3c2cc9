/** A slip of a roll, 58 or 80 mm: black alone, figures whole, the square at its end. What is said of the copy stands outside of it. */
import { useMemo } from "preact/hooks";
import type { CopyNotes, PaperDocument, PaperLine } from "../../../../../channels/paper/document.ts";
import { squareMillimetres } from "../../../../../channels/paper/square-size.ts";
import { squareOf, squarePath } from "../../../../../kernel/cose/index.ts";

/** Millimetres that the narrower roll prints on. */
const ROLL_ROOM_MM = 48;

/** The square of a code as a drawing: as wide as there is room, or as large as on every paper. Must: stand black on white with its quiet zone, in any theme. */
export function Square({ code, label, onPaper = false }: { code: string; label: string; onPaper?: boolean }) {
  const { path, side, modules } = useMemo(() => {
    const square = squareOf(code);
    return { ...squarePath(square), modules: square.side };
  }, [code]);
  const width = `${squareMillimetres(modules, ROLL_ROOM_MM)}mm`;
  return (
    <svg
      class="square"
      style={onPaper ? { width } : undefined}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

const Line = ({ line }: { line: PaperLine }) => (
  <div class={line.rank === "line" ? undefined : line.alone ? `${line.rank} alone` : line.rank}>
    <dt>{line.name}</dt>
    <dd>{line.figure}</dd>
    {line.reasons.map((reason) => (
      <dd key={reason} class="reason">
        {reason}
      </dd>
    ))}
  </div>
);

type Props = { paper: PaperDocument; notes: CopyNotes };

/** Must: keep the agreed order: whose, number, who and what, kilos, grade, money, by hand, the square. */
export function Slip({ paper, notes }: Props) {
  const { square } = paper;
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
      {square ? (
        <div class="slip-square">
          <Square code={square.text} label={square.says} onPaper />
          <b>{square.short}</b>
          <span>{square.check}</span>
        </div>
      ) : null}
      <div class="slip-foot">
        {paper.foot.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
    </article>
  );
}
