/** What a screen of the telephone is, and what it finds around it. */
import { createContext, type VNode } from "preact";
import { useContext } from "preact/hooks";
import type { Say } from "../../language/say.ts";
import type { FieldCore } from "./ports.ts";

/** What every screen works with. After each change that the core tells, it is a new value, and whoever uses it is drawn again. */
export type Field = {
  readonly core: FieldCore;
  readonly say: Say;
  /** The book's zone: days and clocks are told in it. */
  readonly zone: string;
  /** Goes to a screen; the telephone's own way back leads here again. */
  readonly go: (name: string, argument?: string) => void;
  /** Takes the place of the screen shown: after a receipt there is no way back into what was given. */
  readonly replace: (name: string, argument?: string) => void;
  readonly back: () => void;
  /** Has a screen reader say a sentence when it is free. */
  readonly announce: (sentence: string) => void;
};

/** One screen, at the address `#/NAME/ARGUMENT`. */
export type Screen = {
  readonly name: string;
  /** "clerk": the lock stands before it. "device": it is shown to whoever holds the telephone. */
  readonly needs: "clerk" | "device";
  /** `argument` is empty when the address has none. */
  readonly draw: (argument: string) => VNode;
};

const FieldContext = createContext<Field | null>(null);

/** Gives the screens below it their field. */
export const FieldAround = FieldContext.Provider;

/** What is around a screen. Outside of the frame there is none: a mistake of ours. */
export function useField(): Field {
  const field = useContext(FieldContext);
  if (field === null) throw new Error("broken promise: screens are drawn inside the frame");
  return field;
}
