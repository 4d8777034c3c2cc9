/** Puts the app into its page, and draws it again when its surroundings change: another language, a newer build, a way to install it. */
import { render, type VNode } from "preact";
import { App } from "./app.tsx";
import type { FieldDoor } from "./ports.ts";
import type { Screen } from "./screen.ts";
import type { Built } from "./shell/built.ts";
import { chooseTongue, fieldSay, sentencesIn, tongueHere, tonguesOf } from "./shell/language.ts";
import { type Staying, stay, takeNewer, whenKept } from "./shell/staying.ts";
import type { Surroundings } from "./surroundings.ts";

/** What a browser gives that could put the app among the telephone's own; not every TypeScript knows it yet. */
type InstallOffer = Event & { prompt(): Promise<unknown> };

/** The screens come as a chunk of their own, together with the rules: a telephone that is nobody's device yet does not wait for them. */
async function loadScreens(): Promise<readonly Screen[]> {
  await whenKept();
  return (await import("./screens/all.tsx")).screens;
}

/** Draws in the place of what the document itself showed until there was something to draw. */
function drawn(what: VNode, place: Element): void {
  place.querySelector(".opening")?.remove();
  render(what, place);
}

/** Mounts the app behind a door. `open` may fail where the browser keeps nothing at all: then the page says so. */
export async function mount(place: Element, built: Built, open: () => Promise<FieldDoor>): Promise<void> {
  let tongue = tongueHere(built);
  let sentences = await sentencesIn(tongue, built);
  let staying: Staying = { offline: false, newer: false };
  let offer: InstallOffer | null = null;
  const screens = loadScreens();
  screens.catch(() => undefined); // Told where they are waited for.
  let door: FieldDoor;
  try {
    door = await open();
  } catch {
    const say = fieldSay(tongue, sentences, null);
    drawn(<Stopped title={say("field.no-storage.title")} why={say("field.no-storage.why")} />, place);
    return;
  }
  let loaded: readonly Screen[] | null = null;
  try {
    loaded = door.core() === null ? null : await screens;
  } catch {
    const say = fieldSay(tongue, sentences, null);
    drawn(<Stopped title={say("field.no-screens.title")} why={say("field.no-screens.why")} />, place);
    return;
  }
  const speak = async (chosen: string): Promise<boolean> => {
    try {
      sentences = await sentencesIn(chosen, built);
    } catch {
      return false; // Without a signal, before all languages were kept: the one spoken stays.
    }
    tongue = chosen;
    chooseTongue(chosen);
    draw();
    return true;
  };
  const install = async (): Promise<void> => {
    await offer?.prompt();
    offer = null;
    draw();
  };
  const around = (): Surroundings => ({
    ...{ tongue, sentences, tongues: tonguesOf(built), speak, staying, takeNewer },
    secure: isSecureContext,
    install: offer === null ? null : install,
  });
  const draw = (): void => drawn(<App door={door} around={around()} screens={loaded} />, place);
  if (loaded === null)
    screens.then(
      (now) => {
        loaded = now;
        draw();
      },
      () => undefined, // Without a signal nobody enrols either; the next opening tries again.
    );
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
    draw();
  });
  draw();
  // Nothing waits for a voice or a printer.
  screens.then(async () => (await import("./around.ts")).lookAround(built, tongue)).catch(() => undefined);
  stay((now) => {
    staying = now;
    draw();
  });
}

/** The app cannot go on: told rather than worked around, since nothing would be safe. */
const Stopped = ({ title, why }: { title: string; why: string }) => (
  <div class="app">
    <main>
      <h1 class="speak answer">{title}</h1>
      <p>{why}</p>
    </main>
  </div>
);
