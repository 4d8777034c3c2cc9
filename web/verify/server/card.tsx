/** `/verify/BOOK/keys/KID`: the key of one device as a square, for whoever checks its receipts where there is never any network. */
import { codeText } from "../../../kernel/cose/carrier.ts";
import { squareOf, squarePath } from "../../../kernel/cose/square.ts";
import { LanguageSwitch, type Tongue } from "../../components/language-switch.tsx";
import { Speaking } from "../../components/speaking.tsx";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import type { DeviceKey, KeyList } from "../key-list.ts";

/** What the page shows. `bytes` are the signed key card; `host` leads to the page that checks, where there is one. */
export type KeyShown = {
  readonly list: KeyList;
  readonly device: DeviceKey;
  readonly bytes: Uint8Array;
  readonly host: string | null;
  readonly tongues: readonly Tongue[];
};

/** Draws it. Must: print on one page; say whose key it is and since when, and nobody's name. */
export function keyCardPage({ list, device, bytes, host, tongues }: KeyShown, say: Say): Page {
  const { path, side } = squarePath(squareOf(codeText(bytes, host)));
  const day = say("value.day", { value: device.from });
  return {
    title: `${say("checking.card-title")} · ${list.name}`,
    style: ["sheet", "paper", "verify"],
    bandOf: list.book,
    bandLies: "along",
    ownStyle: "",
    say,
    body: (
      <Speaking value={say}>
        <div class="band" aria-hidden="true" />
        <div class="sheet checking">
          <header class="who">
            <b>{list.name}</b>
            {device.place === null
              ? say("checking.card-of-device", { day })
              : say("checking.card-of", { place: device.place, day })}
          </header>
          <main>
            <h1 class="speak">{say("checking.card-title")}</h1>
            <p>{say("checking.card-lead")}</p>
            <svg
              class="paper-square"
              viewBox={`0 0 ${side} ${side}`}
              role="img"
              aria-label={say("checking.card-square")}
              shape-rendering="crispEdges"
            >
              <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
              <path d={path} fill="#000" />
            </svg>
          </main>
          <footer class="foot">
            <p>{say("checking.keys-trust")}</p>
            <LanguageSwitch tongues={tongues} />
          </footer>
        </div>
      </Speaking>
    ),
  };
}
