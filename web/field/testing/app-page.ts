/** The app as users have it, whose core a test may also speak to: for faults that need hundreds of hand-overs. Not shipped. */
import "../app/styles/app.css";
import { openDB } from "idb";
import { openDoor } from "../app/core/browser/door.ts";
import { openIndexedStorage } from "../app/core/storage/indexed-storage.ts";
import type { Change } from "../app/core/storage/storage.ts";
import { mount } from "../app/mount.tsx";
import type { FieldCore, FieldDoor } from "../app/ports.ts";
import { builtHere } from "../app/shell/built.ts";
import { takeNewer } from "../app/shell/staying.ts";

/** What a test may do in the page. */
const page = {
  door: null as FieldDoor | null,
  core: (): FieldCore => page.door?.core() as FieldCore,

  /** Says hand-over after hand-over like `says`; the ids of those that were kept here, and why one was not. */
  async receive(
    says: object,
    times: number,
  ): Promise<{ readonly acts: readonly string[]; readonly notSaid: string | null }> {
    const acts: string[] = [];
    while (acts.length < times) {
      const said = await page.core().say("delivery.receive", says, { receipt: true });
      if ("notSaid" in said) return { acts, notSaid: said.notSaid };
      console.info(`said ${said.item.act}`);
      acts.push(said.item.act);
    }
    return { acts, notSaid: null };
  },

  /** What the telephone knows of its own acts. */
  outbox: () =>
    page
      .core()
      .outbox()
      .map(({ sequence, act, kind, state, answer }) => ({ sequence, act, kind, state, answer })),
  /** A part of the storage is lost behind the app's back. */
  async loses(changes: readonly Change[]): Promise<void> {
    await (await openIndexedStorage()).commit(changes);
  },
  /** Other things of this origin fill the browser's room: large ones first, then small ones, until nothing finds a place. */
  async fill(): Promise<void> {
    const other = await openDB("other-things", 1, { upgrade: (made) => void made.createObjectStore("things") });
    for (const size of [262_144, 16_384, 1_024])
      for (let full = false; !full; ) {
        const thing = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)));
        const things = Array.from({ length: Math.max(1, size / 65_536) }, () => thing);
        full = await other.put("things", things, crypto.randomUUID()).then(
          () => false,
          () => true,
        );
      }
    other.close();
  },
};

/** The page's own type, for tests. */
export type AppPage = typeof page;
Object.assign(globalThis, { ayni: page });

async function begin(): Promise<void> {
  const place = document.getElementById("app");
  if (place === null || (await takeNewer())) return;
  const built = builtHere();
  await mount(place, built, async () => {
    page.door = await openDoor(built.build);
    return page.door;
  });
}

void begin();
