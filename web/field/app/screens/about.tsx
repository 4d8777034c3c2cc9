/** How this telephone fares: who it is, what it keeps, how its clock stands, when it was heard. */
import type { Say } from "../../../language/say.ts";
import { pointHere } from "../day/point.ts";
import { sinceWords } from "../parts/clock.ts";
import { HealthNotices } from "../parts/health.tsx";
import { Shown } from "../parts/shown.tsx";
import { useField } from "../screen.ts";
import { useSurroundings } from "../surroundings.ts";

/** Milliseconds beyond which a clock is told to be wrong: what a person would notice. */
const CLOCK_TOLERANCE = 60_000;

/** How the clock stands against the office's, in words. */
function clockTold(error: number | null, say: Say): string {
  if (error === null) return say("field.about.clock-unknown");
  if (Math.abs(error) < CLOCK_TOLERANCE) return say("field.about.clock-right");
  const minutes = Math.floor(Math.abs(error) / 60_000);
  const [unit, count] =
    minutes < 120
      ? ["minutes", minutes]
      : minutes < 2880
        ? ["hours", Math.floor(minutes / 60)]
        : ["days", Math.floor(minutes / 1440)];
  return say(error > 0 ? "field.about.clock-fast" : "field.about.clock-slow", {
    by: say(`field.about.${unit}`, { count: String(count) }),
  });
}

/** Bytes as whole megabytes, cut; less than one is said so. */
const megabytes = (bytes: number, say: Say): string =>
  bytes < 1_000_000
    ? say("field.about.less-than-one")
    : say("field.about.megabytes", { count: String(Math.floor(bytes / 1_000_000)) });

/** Must: say what it does not know. */
export function AboutScreen() {
  const { core, say, zone } = useField();
  const { staying } = useSurroundings();
  const [health, sync] = [core.health(), core.sync()];
  const { used, quota } = health;
  const when = (instant: string | null): string =>
    instant === null ? say("field.about.never") : sinceWords(instant, core.now(), zone, say);
  const facts: readonly (readonly [string, string])[] = [
    ["book", core.settings()?.name ?? core.book],
    ["point", pointHere(core)?.name ?? core.place],
    ["next", core.nextReceipt()],
    ["heard", when(sync.lastHeard)],
    ["known", when(core.knownOn())],
    ["unsent", String(sync.unsent)],
    ["clock", clockTold(sync.clockError, say)],
    [
      "room",
      used === null || quota === null
        ? say("field.about.room-unknown")
        : say("field.about.room-of", { used: megabytes(used, say), quota: megabytes(quota, say) }),
    ],
    [
      "persisted",
      say(health.persisted === null ? "field.about.room-unknown" : health.persisted ? "field.yes" : "field.no"),
    ],
    ["offline", say(staying.offline ? "field.yes" : "field.no")],
    ["key", say(`field.about.key-${core.key()}`)],
    ["app", health.app],
    ["device", core.device],
  ];
  return (
    <Shown title={say("field.about.title")}>
      <HealthNotices />
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt key={name}>{say(`field.about.${name}`)}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </Shown>
  );
}
