/** From what went wrong at a printer to what can be told of it: never in the way of the next person, always in words. */
import type { Printed } from "../screens/hand-over/ports.ts";

/** Longer than this no slip takes: whoever waits gets an answer. */
const patience = 45_000;

/** Nothing at the other end takes bytes: it is no printer of ours. */
export class NoPrinter extends Error {}

/** What became of a work at a printer. */
export async function outcomeOf(work: () => Promise<void>): Promise<Printed> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), patience),
  );
  try {
    await Promise.race([work(), late]);
    return "printed";
  } catch (error) {
    if (error instanceof NoPrinter) return "silent";
    const name = error instanceof DOMException ? error.name : "";
    // Browsers say "not found" when nothing was chosen from their list.
    if (name === "NotFoundError" || name === "AbortError") return "left";
    return name === "SecurityError" || name === "NotAllowedError" ? "refused" : "away";
  }
}
