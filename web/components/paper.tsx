/** Papers in the browser: a slip of a roll, and a sheet. Both draw the same document, line by line. */
import type { CopyNotes, PaperDocument, PaperLine } from "../../channels/paper/document.ts";
import { squareMillimetres } from "../../channels/paper/square-size.ts";
import { squareOf, squarePath } from "../../kernel/cose/square.ts";

/** Millimetres that the narrower roll prints on. */
const ROLL_ROOM_MM = 48;

type Props = { paper: PaperDocument; notes: CopyNotes };

const classOf = ({ rank, alone }: PaperLine): string | undefined =>
  rank === "line" ? undefined : alone === true ? `${rank} alone` : rank;

const Line = ({ line }: { line: PaperLine }) => (
  <div class={classOf(line)}>
    <dt>{line.name}</dt>
    <dd>{line.figure}</dd>
    {line.reasons.map((reason) => (
      <dd class="reason">{reason}</dd>
    ))}
  </div>
);

const Sections = ({ paper }: { paper: PaperDocument }) => (
  <>
    {paper.sections.map((section) => (
      <section>
        <h2>{section.heading}</h2>
        {section.lines.length === 0 ? null : (
          <dl>
            {section.lines.map((line) => (
              <Line line={line} />
            ))}
          </dl>
        )}
        {section.words.map((words) => (
          <p>{words}</p>
        ))}
      </section>
    ))}
  </>
);

const ByHand = ({ paper }: { paper: PaperDocument }) => (
  <div class="by-hand">
    {paper.choices.map((choice) => (
      <p>( ) {choice}</p>
    ))}
    {paper.hands.map((hand) => (
      <p class="hand">{hand}</p>
    ))}
  </div>
);

/** The square by which the paper is checked, black on white also where the page is dark, with what stands under it. */
function Square({ paper: { square } }: { paper: PaperDocument }) {
  if (!square) return null;
  const modules = squareOf(square.text);
  const { path, side } = squarePath(modules);
  const width = squareMillimetres(modules.side, ROLL_ROOM_MM);
  return (
    <div class="paper-square">
      <svg
        viewBox={`0 0 ${side} ${side}`}
        width={`${width}mm`}
        height={`${width}mm`}
        role="img"
        aria-label={square.says}
        shape-rendering="crispEdges"
      >
        <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p>
        <b>{square.short}</b>
      </p>
      <p>{square.check}</p>
    </div>
  );
}

/** A slip of a roll. Must: stand in black alone; read in the order it was agreed in; keep its figures right and whole. */
export const Slip = ({ paper, notes, wide }: Props & { wide: boolean }) => (
  <main class={wide ? "slip wide" : "slip"} id="paper">
    <div class="band" aria-hidden="true" />
    <header>
      <p>
        <b>{paper.organisation}</b>
      </p>
      <h1>
        {paper.kind} <b>{paper.number}</b>
      </h1>
      {paper.about.map((words) => (
        <p>{words}</p>
      ))}
      {notes.map((words) => (
        <p class="note">{words}</p>
      ))}
    </header>
    <Sections paper={paper} />
    <ByHand paper={paper} />
    <Square paper={paper} />
    <footer>
      {paper.foot.map((words) => (
        <p>{words}</p>
      ))}
    </footer>
    <div class="band" aria-hidden="true" />
  </main>
);

/** A sheet, A4 or letter. Must: open with what it comes to; part no line from its reasons where it is printed. */
export const Sheet = ({ paper, notes }: Props) => (
  <main class="sheet paper" id="paper">
    <header class="who">
      <b>{paper.organisation}</b>
      {paper.about.map((words) => (
        <span>{words}</span>
      ))}
    </header>
    <h1 class="speak">
      {paper.kind} {paper.number}
    </h1>
    {notes.map((words) => (
      <p class="note">
        <b>{words}</b>
      </p>
    ))}
    {paper.answer === null ? null : (
      <div class="answer">
        <p class="speak">{paper.answer.sentence}</p>
        <p class="amount">
          <b class="n">{paper.answer.amount}</b>
        </p>
        <p class="when">{paper.answer.when}</p>
      </div>
    )}
    <Sections paper={paper} />
    <ByHand paper={paper} />
    <Square paper={paper} />
    <footer class="foot">
      {paper.foot.map((words) => (
        <p>{words}</p>
      ))}
    </footer>
  </main>
);
