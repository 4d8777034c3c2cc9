/** What is around this telephone beside the book: a voice, and printers. Looked for once the screens stand. */
import { printersHere } from "./printers/printers.ts";
import { hasAround } from "./screens/hand-over/ports.ts";
import type { Built } from "./shell/built.ts";
import { openVoice } from "./voice/voice.ts";

/** Tells the hand-over what there is, now and when more of it comes. */
export function lookAround({ voices }: Built, tongue: string): void {
  hasAround({ printers: printersHere() });
  if ("caches" in globalThis && typeof AudioContext !== "undefined") {
    const voice = openVoice({
      addresses: voices,
      caches,
      fetch: (address) => fetch(address),
      context: () => new AudioContext(),
      fetched: () => hasAround(),
    });
    hasAround({ voice });
    // First everything that the app cannot work without.
    void navigator.serviceWorker?.ready.then(() => voice.ready([], tongue));
  }
}
