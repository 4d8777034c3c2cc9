/** Where the app begins on the telephone: language, storage, then the screens; the worker follows when there is something to see. */
import "./shell/older.ts";
import "./styles/app.css";
import { openDoor } from "./core/browser/door.ts";
import { mount } from "./mount.tsx";
import { builtHere } from "./shell/built.ts";
import { takeNewer } from "./shell/staying.ts";

async function begin(): Promise<void> {
  const place = document.getElementById("app");
  // A newer build that waits is taken now, before anything is open; the page then begins again with it.
  if (place === null || (await takeNewer())) return;
  const built = builtHere();
  await mount(place, built, () => openDoor(built.build));
}

void begin();
