/** How a paper leaves this telephone: shared as picture and words, printed by the browser, or by a printer that is near. */
import { useState } from "preact/hooks";
import type { CopyNotes, PaperDocument } from "../../../../../channels/paper/document.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { Act, Pair } from "../../parts/acts.tsx";
import { useAround } from "./ports.ts";

type Props = { paper: PaperDocument; code: string | null; notes: CopyNotes };

/** Must: work without a network; say what became of it, since the browser's own windows come and go. */
export function Hand({ paper, code, notes }: Props) {
  const say = useSay();
  const { printers } = useAround();
  const [told, setTold] = useState("");
  const share = async (): Promise<void> => {
    const { sharePaper } = await import("./share.ts");
    setTold(say(`field.receipt.shared-${await sharePaper(paper, code, notes)}`));
  };
  const print = async (width: 58 | 80): Promise<void> => {
    const { printPaper } = await import("./print.tsx");
    await printPaper({ paper, code, notes }, say, width);
  };
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
      {code === null
        ? null
        : printers.map((printer) => (
            <Act
              key={printer.name}
              icon="printer"
              onPress={() =>
                void printer
                  .print(paper, code)
                  .then((done) => setTold(say(done ? "field.receipt.printed" : "field.receipt.not-printed")))
              }
            >
              {printer.name}
            </Act>
          ))}
      <p class="soft" role="status">
        {told}
      </p>
    </>
  );
}
