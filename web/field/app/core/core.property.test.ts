import { describe, test } from "vitest";
import { playAnyStory } from "./testing/model.ts";

describe("[field.sync] whatever telephones, networks, storages and servers do, in any order", () => {
  // A failure prints the seed and the shortest story; `playAnyStory({ seed, path })` plays it again. Longer: `core.long.ts`.
  test("nothing said is lost, doubled or silent, and telephone and book agree in the end", async () => {
    await playAnyStory({ numRuns: 60, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false });
  });
});
