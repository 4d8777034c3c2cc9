/** What stands around every screen: the network bar, the lock, what is wrong with the telephone, and where one is. */
import { signal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Speaking } from "../../components/speaking.tsx";
import type { Say } from "../../language/say.ts";
import { NetworkBar } from "./parts/network-bar.tsx";
import type { FieldCore } from "./ports.ts";
import { back, go, replace, route } from "./route.ts";
import { type Field, FieldAround, type Screen } from "./screen.ts";
import { LockScreen } from "./screens/lock.tsx";

/** Minutes without a touch after which the telephone locks: laid down, it must not speak in somebody's name. */
const IDLE_MINUTES = 15;

const announced = signal("");

/** Counts what the core tells, so that whatever was read of it is read again. */
function useChanges(core: FieldCore): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => core.subscribe(() => setChanges((before) => before + 1)), [core]);
  return changes;
}

/** Locks after a time without a touch. What was typed is kept in its draft. */
function useIdleLock(core: FieldCore): void {
  const touched = useRef(performance.now());
  useEffect(() => {
    const touch = (): void => {
      touched.current = performance.now();
    };
    const look = setInterval(() => {
      if (core.clerk() !== null && performance.now() - touched.current > IDLE_MINUTES * 60_000) core.lock();
    }, 30_000);
    addEventListener("pointerdown", touch);
    addEventListener("keydown", touch);
    return () => {
      clearInterval(look);
      removeEventListener("pointerdown", touch);
      removeEventListener("keydown", touch);
    };
  }, [core]);
}

/** The sentence a screen reader is to say when it is free. */
const Announced = () => (
  <p class="away" role="status">
    {announced.value}
  </p>
);

/** One telephone of a point, enrolled. Must: draw one screen at a time, and the lock before those that a clerk stands behind. */
export function Frame({ core, say, screens }: { core: FieldCore; say: Say; screens: readonly Screen[] }) {
  const changes = useChanges(core);
  useIdleLock(core);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change told by the core makes the field new on purpose
  const field = useMemo<Field>(
    () => ({
      core,
      say,
      zone: core.settings()?.zone ?? "UTC",
      go,
      replace,
      back,
      announce: (sentence) => {
        announced.value = sentence;
      },
    }),
    [core, say, changes],
  );
  const { name, argument } = route.value;
  const screen = screens.find((one) => one.name === name) ?? screens.find((one) => one.name === "");
  if (screen === undefined) throw new Error("broken promise: there is a screen called home");
  const locked = screen.needs === "clerk" && core.clerk() === null;
  return (
    <Speaking value={say}>
      <FieldAround value={field}>
        <div class="app">
          <NetworkBar />
          {locked ? (
            <LockScreen key="lock" />
          ) : (
            <Drawn key={`${name}/${argument}`} screen={screen} argument={argument} />
          )}
          <Announced />
        </div>
      </FieldAround>
    </Speaking>
  );
}

/** Each screen is new when its address changes: nothing of the person before stays on it. */
const Drawn = ({ screen, argument }: { screen: Screen; argument: string }) => screen.draw(argument);
