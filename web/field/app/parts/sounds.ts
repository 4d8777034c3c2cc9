/** Short signals beside words and marks: one tone for what is kept; two low ones and a long buzz for what could not be. */
import { sounds } from "../preferences.ts";

let audio: AudioContext | null = null;

/** One tone: when it begins, how long it lasts (seconds) and how high it is (hertz). */
function tone(context: AudioContext, begins: number, lasts: number, hertz: number): void {
  const [source, loudness] = [context.createOscillator(), context.createGain()];
  source.frequency.value = hertz;
  loudness.gain.setValueAtTime(0.25, context.currentTime + begins);
  loudness.gain.linearRampToValueAtTime(0, context.currentTime + begins + lasts);
  source.connect(loudness).connect(context.destination);
  source.start(context.currentTime + begins);
  source.stop(context.currentTime + begins + lasts);
}

function signalled(tones: readonly (readonly [number, number, number])[], buzz: number): void {
  if (sounds.value === "off") return;
  navigator.vibrate?.(buzz);
  if (typeof AudioContext === "undefined") return;
  // What is to be seen comes first: the first tone after opening costs a slow telephone a tenth of a second.
  setTimeout(() => {
    audio ??= new AudioContext();
    for (const [begins, lasts, hertz] of tones) tone(audio, begins, lasts, hertz);
  }, 0);
}

/** Something is kept. */
export const signalSaved = (): void => signalled([[0, 0.12, 880]], 40);

/** Something could not be kept. */
export const signalRefused = (): void =>
  signalled(
    [
      [0, 0.18, 220],
      [0.24, 0.3, 165],
    ],
    600,
  );
