/**
 * The screens over a telephone in memory, for tests and for whoever makes them: `npx tsx web/field/testing/serve.ts
 * web/field/testing/screens-page.tsx`. What befalls the telephone is asked in the address: `/field?state=locked`. Not shipped.
 */
import "../app/styles/app.css";
import { efrain } from "../../../rooms/book/testing.ts";
import { sampleCore } from "../app/core/testing/sample.ts";
import { keepTurn } from "../app/day/turn.ts";
import { mount } from "../app/mount.tsx";
import type { FieldCore, FieldDoor, Health, NotEnrolled, SyncState } from "../app/ports.ts";
import { builtHere } from "../app/shell/built.ts";

const asked = new URL(location.href).searchParams;
const state = asked.get("state") ?? "";

/** Network states that a telephone in memory never has by itself. */
const syncs: Readonly<Record<string, Partial<SyncState>>> = {
  silent: { lastHeard: "2026-11-07T11:10:00.000Z", trouble: "no-signal" },
  portal: { lastHeard: "2026-11-15T11:10:00.000Z", trouble: "not-the-book" },
  "no-signal": { lastHeard: "2026-11-15T11:10:00.000Z", trouble: "no-signal" },
  sending: { lastHeard: "2026-11-15T11:10:00.000Z", phase: "sending" },
  heard: { lastHeard: "2026-11-15T14:58:00.000Z", trouble: null },
  clock: { lastHeard: "2026-11-15T14:58:00.000Z", trouble: null, clockError: 7_500_000 },
};
const healths: Readonly<Record<string, Partial<Health>>> = {
  revoked: { revoked: true },
  "key-missing": { keyMissing: true },
  full: { storageFull: true },
  other: { otherWriter: true },
  "not-persisted": { persisted: false },
};

/** The telephone with what befalls it. */
function befallen(core: FieldCore): FieldCore {
  const [sync, health] = [syncs[asked.get("net") ?? state] ?? {}, healths[state] ?? {}];
  return {
    ...core,
    sync: () => ({ ...core.sync(), ...sync }),
    health: () => ({ ...core.health(), persisted: true, ...health }),
  };
}

/** A door before which somebody stands with a code, and what the book says to it. */
function doorOf(core: FieldCore): FieldDoor {
  const why = asked.get("answer");
  return {
    core: () => (state === "not-enrolled" ? null : core),
    enrol: async () => {
      if (why === "slow") await new Promise(() => {});
      return why === null ? core : ({ notEnrolled: why } as NotEnrolled);
    },
  };
}

/** A morning at the point: opened with a scale that is off, three hand-overs, one of them of a stranger, and people who wait. */
async function morning(core: FieldCore): Promise<void> {
  const { place: point } = core;
  const on = core.today();
  const checks = [{ scale: "B-03", expected_g: "20000", shown_g: "19600" }];
  await core.say("point.open-day", { place: point, on, clock: "06:30", checks, cash: [] });
  const people = core.search("02", 3).map((one) => one.agent);
  for (const [at, member] of [...people, crypto.randomUUID()].entries()) {
    const bags = [{ container: "sack", count: 2 + at, gross_g: String(121_400 + 7_300 * at), tare_g: "1400" }];
    const said = {
      delivery: crypto.randomUUID(),
      member,
      product: "coffee-parchment",
      place: point,
      on,
      scale: "B-03",
      bags,
    };
    await core.say("delivery.receive", said, { receipt: true });
  }
  await keepTurn(
    core,
    people.map((agent, at) => ({
      id: `${at}`,
      agent,
      name: "",
      sacks: at === 1 ? "" : String(3 + at),
      since: core.now(),
    })),
  );
}

const place = document.getElementById("app");
if (place !== null)
  void mount(place, builtHere(), async () => {
    const made = await sampleCore({ pin: state === "nobody" ? null : "1234", locked: state === "locked" });
    if (asked.has("morning")) await morning(made);
    const core = befallen(made);
    Object.assign(globalThis, { field: { core, clerk: efrain.agent } });
    return doorOf(core);
  });
