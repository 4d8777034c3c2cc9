/** What the served page gives the screens beside their core: the language, whether the ground is safe, and how to stay installed. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Catalogue } from "../../language/catalogues.ts";
import type { Staying } from "./shell/staying.ts";

/** The page that carries the app. */
export type Surroundings = {
  /** The reader's language (BCP 47) and its sentences. */
  readonly tongue: string;
  readonly sentences: Catalogue;
  /** The languages there are sentences for, by tag. */
  readonly tongues: readonly string[];
  /** Speaks another language from now on; false when its sentences could not be had. */
  readonly speak: (tongue: string) => Promise<boolean>;
  /** A secure origin: without one there are no keys, no worker and no camera. */
  readonly secure: boolean;
  readonly staying: Staying;
  /** Takes a newer build that waits; false when something is open. */
  readonly takeNewer: () => Promise<boolean>;
  /** Offers to put the app among the telephone's own; null when the browser does not offer it, or it is there. */
  readonly install: (() => Promise<void>) | null;
};

const SurroundingsContext = createContext<Surroundings | null>(null);

/** Gives the screens below it their surroundings. */
export const SurroundedBy = SurroundingsContext.Provider;

/** The page that carries the app. */
export function useSurroundings(): Surroundings {
  const around = useContext(SurroundingsContext);
  if (around === null) throw new Error("broken promise: the app is drawn inside its page");
  return around;
}
