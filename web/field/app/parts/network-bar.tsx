/** The bar that stays at the top: since when nothing was heard, how much is unsent, and that it is kept here. Never green for unheard. */
import type { Say } from "../../../language/say.ts";
import type { SyncState } from "../ports.ts";
import { theme } from "../preferences.ts";
import { useField } from "../screen.ts";
import { Tool } from "./acts.tsx";
import { daysBetween, sinceWords } from "./clock.ts";
import { Icon, Mark } from "./icon.tsx";

/** How the bar looks and what it says in its two lines. */
type Told = { readonly look: "kept" | "waiting" | "broken"; readonly first: string; readonly second: string };

/** Days without news after which the bar says so instead of the hour. */
const SILENT_DAYS = 2;

/** What is true of the network now. */
export function networkTold(sync: SyncState, revoked: boolean, now: string, zone: string, say: Say): Told {
  const count = String(sync.unsent);
  const second = sync.unsent === 0 ? say("field.net.nothing") : say("field.net.unsent", { count });
  if (revoked || sync.trouble === "revoked") return { look: "broken", first: say("field.net.revoked"), second };
  if (sync.trouble === "storage") return { look: "broken", first: say("field.net.storage"), second };
  if (sync.phase === "sending")
    return { look: "waiting", first: say("field.net.sending", { count }), second: say("field.net.kept-here") };
  if (sync.lastHeard === null) return { look: "waiting", first: say("field.net.never"), second };
  const since = sinceWords(sync.lastHeard, now, zone, say);
  const silent = daysBetween(sync.lastHeard, now);
  if (silent >= SILENT_DAYS)
    return { look: "waiting", first: say("field.net.silent", { days: String(silent) }), second };
  if (sync.trouble !== null) return { look: "waiting", first: say(`field.net.${sync.trouble}`, { since }), second };
  if (sync.unsent > 0) return { look: "waiting", first: say("field.net.heard", { since }), second };
  return { look: "kept", first: say("field.net.all-sent"), second: say("field.net.heard", { since }) };
}

/** Must: stay at the top, count truthfully, never cover the act, lead to what is unsent. */
export function NetworkBar() {
  const { core, say, zone, go } = useField();
  const { look, first, second } = networkTold(core.sync(), core.health().revoked, core.now(), zone, say);
  return (
    <header class={`net-state net-${look}`}>
      <button class="net-says" type="button" onClick={() => go("unsent")}>
        {look === "waiting" ? (
          <Icon name={core.sync().trouble === null && core.sync().lastHeard !== null ? "signal" : "nosignal"} />
        ) : (
          <Mark name={look} />
        )}
        <span>
          <b>{first}</b>
          <span>{second}</span>
        </span>
      </button>
      <Tool
        icon="sun"
        pressed={theme.value === "sunlight"}
        onPress={() => {
          theme.value = theme.value === "sunlight" ? "" : "sunlight";
        }}
      >
        {say("field.sun")}
      </Tool>
    </header>
  );
}
