/** How a paper leaves this telephone: shared as picture and words, printed by the browser, or by a printer that is near. */
import { useState } from "preact/hooks";
import type { CopyNotes, PaperDocument } from "../../../../../channels/paper/document.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { Act, Pair, Quiet } from "../../parts/acts.tsx";
import { chooseRoll, rememberGiven, rollHere, wasGiven } from "../../printers/remembered.ts";
import { useField } from "../../screen.ts";
import { type Printer, useAround } from "./ports.ts";

type Props = { paper: PaperDocument; notes: CopyNotes };

/** Must: work without a network; say what became of it, since the browser's own windows come and go; never hold up the next person. */
export function Hand({ paper, notes }: Props) {
  const say = useSay();
  const { core } = useField();
  const [told, setTold] = useState("");
  const [roll, setRoll] = useState(rollHere);
  const { printers } = useAround();
  const name = `${paper.kind} ${paper.number}`;
  /** The first that leaves is the original. This stands outside of what is signed: the paper itself is the same each time. */
  const marked = (): CopyNotes => [
    ...notes,
    wasGiven(name) ? say("field.printing.copy", { day: core.today() }) : say("field.printing.original"),
  ];
  const share = async (): Promise<void> => {
    const { sharePaper } = await import("./share.ts");
    const shared = await sharePaper(paper, marked());
    if (shared === "shared" || shared === "saved") rememberGiven(name);
    setTold(say(`field.receipt.shared-${shared}`));
  };
  const print = async (width: 58 | 80): Promise<void> => {
    const { printPaper } = await import("./print.tsx");
    await printPaper({ paper, notes: marked() }, say, width);
    rememberGiven(name);
  };
  const printBy = async (printer: Printer): Promise<void> => {
    setTold(say("field.printing.prints"));
    const came = await printer.print(paper, roll, marked());
    if (came === "printed") rememberGiven(name);
    setTold(say(`field.printing.came-${came}`));
  };
  const other = roll === 58 ? 80 : 58;
  return (
    <>
      <Act icon="send" onPress={() => void share()}>
        {say("field.receipt.share")}
      </Act>
      <Pair>
        <Act icon="printer" onPress={() => void print(58)}>
          {say("field.receipt.print", { width: "58" })}
        </Act>
        <Act icon="printer" onPress={() => void print(80)}>
          {say("field.receipt.print", { width: "80" })}
        </Act>
      </Pair>
      {printers.map((printer) => (
        <Act key={printer.way} icon="printer" onPress={() => void printBy(printer)}>
          {printer.name ?? say(`field.printing.by-${printer.way}`)}
        </Act>
      ))}
      {printers
        .filter((printer) => printer.name !== null)
        .map((printer) => (
          <Quiet
            key={`other-${printer.way}`}
            onPress={() => {
              printer.forget();
              setTold(say("field.printing.forgotten"));
            }}
          >
            {say("field.printing.forget", { name: printer.name ?? "" })}
          </Quiet>
        ))}
      {printers.length === 0 ? null : (
        <Quiet
          onPress={() => {
            chooseRoll(other);
            setRoll(other);
          }}
        >
          {say("field.printing.roll", { roll: `${roll}`, other: `${other}` })}
        </Quiet>
      )}
      <p class="soft" role="status">
        {told}
      </p>
    </>
  );
}
