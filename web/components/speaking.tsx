/** How components speak: the page's `say` reaches them without being handed from each to each. */
import { type ComponentChildren, createContext, Fragment, type VNode } from "preact";
import { useContext } from "preact/hooks";
import type { Run, Say, Values } from "../language/say.ts";

const SayContext = createContext<Say | null>(null);

/** Gives the components below it their language. */
export const Speaking = SayContext.Provider;

/** The page's `say`. A component outside of `Speaking` is a mistake of ours. */
export function useSay(): Say {
  const say = useContext(SayContext);
  if (say === null) throw new Error("broken promise: components are rendered inside Speaking");
  return say;
}

/** What a message's own marks become: {#strong}…{/strong} is `<b>`, {#together} does not break over lines. */
type Marks = Readonly<Record<string, (inside: ComponentChildren) => ComponentChildren>>;

const usual: Marks = {
  strong: (inside) => <b>{inside}</b>,
  together: (inside) => <span class="nb">{inside}</span>,
  amount: (inside) => <span class="amount">{inside}</span>,
};

/** A figure of a sentence, with its exact value for machines: the reader sees the book's separators. */
export function FigureRun({ run }: { run: Extract<Run, { type: "figure" }> }) {
  return (
    <>
      {run.parts.map((part) => {
        if (part.type === "gap") return part.value;
        if (part.type === "unit") return <span class="u">{part.value}</span>;
        return (
          <data class="n" value={run.exact}>
            {part.value}
          </data>
        );
      })}
    </>
  );
}

const written = (run: Run): ComponentChildren => {
  if (run.type === "text") return run.value;
  if (run.type === "figure") return run.parts.map((part) => part.value).join("");
  return null;
};

/**
 * Must: read as one sentence aloud, in any word order of any language, with the message's own marks in place. Inside
 * {#amount} number and unit are set apart; elsewhere a figure stands in the text as it is written.
 */
export function Sentence({ of, values, marks }: { of: string; values?: Values; marks?: Marks }) {
  const all = { ...usual, ...marks };
  const children: ComponentChildren[][] = [[]];
  const names: string[] = [];
  for (const run of useSay().runs(of, values ?? {})) {
    if (run.type === "open") {
      names.push(run.name);
      children.push([]);
    } else if (run.type === "close") {
      const inside = children.pop() ?? [];
      const mark = all[names.pop() ?? ""];
      children.at(-1)?.push(mark ? mark(inside) : inside);
    } else
      children
        .at(-1)
        ?.push(names.at(-1) === "amount" && run.type === "figure" ? <FigureRun run={run} /> : written(run));
  }
  return <Fragment>{children[0]}</Fragment>;
}

/** One drawing of a component on the examples page. */
export type Example = { readonly name: string; readonly draw: (say: Say) => VNode };
