/** What somebody chose for this telephone, kept on it: light, sound. Never anything about a person. */
import { effect, type Signal, signal } from "@preact/signals";

/** What only the browser of this telephone keeps; where it keeps nothing (a private window), the choice lasts while it is open. */
function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function preference(name: string, first: string, among: readonly string[]): Signal<string> {
  const before = kept(name);
  const chosen = signal(before !== null && among.includes(before) ? before : first);
  effect(() => {
    try {
      localStorage.setItem(name, chosen.value);
    } catch {
      // Nothing is lost but the choice.
    }
  });
  return chosen;
}

/** The light: empty follows the telephone, "sunlight" is for full sun. */
export const theme = preference("ayni.theme", "", ["", "sunlight", "light", "dark"]);

/** Whether the telephone sounds and shakes when something is kept or cannot be. */
export const sounds = preference("ayni.sounds", "on", ["on", "off"]);

/** The theme is a matter of the whole document; the style asks for it at its root. */
export function followTheme(): () => void {
  return effect(() => {
    if (theme.value === "") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", theme.value);
  });
}
