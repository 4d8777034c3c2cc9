import { describe, expect, test } from "vitest";
import { playAnyStory } from "./testing/model.ts";
import { witnessed } from "./testing/model-blocks.ts";

describe("[field.sync] whatever telephones, networks, storages and servers do, in any order", () => {
  // A failure prints the seed and the shortest story; `playAnyStory({ seed, path })` plays it again. Longer: `core.long.ts`.
  test("nothing said is lost, doubled or silent, telephone and book agree in the end, and what is kept beside the acts changes nothing [field.opening] [field.pruned]", async () => {
    await playAnyStory({ numRuns: 60, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false });
    expect(Math.min(...Object.values(witnessed))).toBeGreaterThan(0);
  });
});
