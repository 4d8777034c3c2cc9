/** `/verify/BOOK`: how does one check the receipts of this organisation? Its devices' keys, each as a square, and the file with all of them. */
import { LanguageSwitch, type Tongue } from "../../components/language-switch.tsx";
import { Speaking } from "../../components/speaking.tsx";
import type { Say } from "../../language/say.ts";
import type { Page } from "../../render.ts";
import type { DeviceKey, KeyList } from "../key-list.ts";
import { kidOf } from "./keys.ts";

/** Draws the page. Must: lead to the page that checks, to the file, and to the key of each device; name nobody. */
export const bookKeysPage = (list: KeyList, tongues: readonly Tongue[], say: Say): Page => ({
  title: `${say("checking.book-title")} · ${list.name}`,
  style: ["sheet", "verify"],
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
        </header>
        <main>
          <h1 class="speak">{say("checking.book-title")}</h1>
          <p>{say("checking.book-lead")}</p>
          <p>
            <a class="do main" href="/R">
              {say("checking.title")}
            </a>
          </p>
          <section>
            <h2>{say("checking.book-alone")}</h2>
            <p>
              <a href={`/verify/ayni-verify.html?book=${list.book}&lang=${say.language}`}>{say("checking.download")}</a>{" "}
              {say("checking.download-why")}
            </p>
            <ul class="devices">
              {list.devices.map((device) => (
                <li>
                  <a href={`/verify/${list.book}/keys/${kidOf(device.key)}`}>{nameOf(device, say)}</a>
                  {device.until === null ? null : (
                    <span class="soft">
                      {" "}
                      {say("checking.card-until", { day: say("value.day", { value: device.until }) })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        </main>
        <footer class="foot">
          <p>{say("checking.keys-trust")}</p>
          <LanguageSwitch tongues={tongues} />
        </footer>
      </div>
    </Speaking>
  ),
});

function nameOf({ place, from }: DeviceKey, say: Say): string {
  const day = say("value.day", { value: from });
  return place === null ? say("checking.card-of-device", { day }) : say("checking.card-of", { place, day });
}
