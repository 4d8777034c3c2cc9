/** Checking receipts in a browser, the same on the server's page and in the file that stands alone: what is read here stays here. */

import type { ReceiptCode } from "../../../rooms/acopio/rules/receipt-seal.ts";
import { check } from "../check.ts";
import { draw, escaped } from "../draw.ts";
import type { KeyList } from "../key-list.ts";
import type { Status } from "../status.ts";
import { told } from "../told.ts";
import { wordsOf } from "../words.ts";
import { canRead, lookThrough, readPhoto } from "./camera.ts";
import { given } from "./given.ts";
import { keepKeys, keysIn, listsHere } from "./lists.ts";
import { verifyHere } from "./verify.ts";

/** Whoever can be asked, where there is a server. */
export type Asking = {
  keys(code: ReceiptCode): Promise<string | null>;
  status(code: ReceiptCode, list: KeyList): Promise<Status | null>;
};

const here = given();
let asking: Asking | null = null;
const words = wordsOf(here.language, here.sentences);
/** Lists met since the page was opened, in case nothing can be kept. */
const met: string[] = here.lists.map((list) => JSON.stringify(list));

const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
function show(id: string, isShown: boolean): void {
  element(id).hidden = !isShown;
}

/** Draws into the place of the answer, and leads whoever listens there. */
function answer(html: string, isNew: boolean): void {
  const wasThere = document.activeElement?.id === "verdict";
  element("answer").innerHTML = html;
  show("opening", false);
  show("another", true);
  if (isNew || wasThere) document.getElementById("verdict")?.focus();
}

/** Takes whatever was read, pasted or opened: keys are kept, a receipt is judged. */
async function take(text: string): Promise<void> {
  const list = await keysIn(text);
  if (list !== null) {
    met.push(text);
    await keepKeys(text, list);
    answer(
      `<h1 class="speak" id="verdict" tabindex="-1">${escaped(words.say("verify.keys-kept", { name: list.name }))}</h1>`,
      true,
    );
    return drawKeys();
  }
  await judge(text, true);
}

/** Judges at once by what is known here; then asks, when there is somebody to ask, and judges again. */
async function judge(text: string, mayAsk: boolean): Promise<void> {
  const checked = await check(text, await listsHere(met), verifyHere);
  const now = new Date().toISOString();
  const tell = (status: Status | null, isNew: boolean): void =>
    answer(draw(told({ checked, status, now }, words)), isNew);
  tell(null, mayAsk);
  if (asking === null || !("code" in checked)) return;
  if (mayAsk) {
    const fetched = await asking.keys(checked.code);
    const list = fetched === null ? null : await keysIn(fetched);
    if (fetched !== null && list !== null) {
      met.push(fetched);
      await keepKeys(fetched, list);
      await drawKeys();
      return judge(text, false);
    }
  }
  if (checked.what === "holds") tell(await asking.status(checked.code, checked.list), false);
}

/** The lists this browser knows, by name and day. */
async function drawKeys(): Promise<void> {
  const lines = new Set(
    (await listsHere(met)).map(({ name, at }) =>
      words.say("verify.keys-of", { name, day: words.day(at.slice(0, 10)) }),
    ),
  );
  if (lines.size > 0) element("keys").innerHTML = [...lines].map((one) => `<li>${escaped(one)}</li>`).join("");
}

/** The camera, where the browser reads squares by itself. */
async function offerCamera(): Promise<void> {
  const can = await canRead();
  show("camera-part", can);
  show("camera-no", !can);
  if (!can) return;
  let looking: ReturnType<typeof lookThrough> | null = null;
  element("camera").addEventListener("click", async () => {
    if (looking !== null) return looking.stop();
    looking = lookThrough(element<HTMLVideoElement>("picture"));
    show("picture-part", true);
    element("camera").textContent = words.say("verify.camera-off");
    const seen = await looking.seen;
    looking = null;
    show("picture-part", false);
    element("camera").textContent = words.say("verify.camera");
    if (seen !== null) await take(seen);
  });
  element("photo").addEventListener("change", async () => {
    const file = element<HTMLInputElement>("photo").files?.[0];
    const seen = file === undefined ? null : await readPhoto(file);
    if (file !== undefined)
      await (seen === null
        ? answer(`<p class="note">${escaped(words.say("verify.photo-no"))}</p>`, false)
        : take(seen));
  });
}

function opened(): void {
  if (location.hash.length > 20) void take(location.hash);
}

/** Begins; `ask` null where there is nobody to ask. */
export function begin(ask: Asking | null): void {
  asking = ask;
  element("form").addEventListener("submit", (event) => {
    event.preventDefault();
    void take(element<HTMLTextAreaElement>("code").value);
  });
  addEventListener("hashchange", opened);
  show("keys-part", true);
  void offerCamera();
  void drawKeys();
  opened();
}
