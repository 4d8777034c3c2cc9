import { describe, test } from "vitest";
import { playAnyStory } from "./testing/model.ts";

describe("[field.sync] whatever telephones, networks, storages and servers do, in any order, for minutes", () => {
  test("nothing said is lost, doubled or silent, and telephone and book agree in the end", async () => {
    await playAnyStory({ numRuns: 3_000, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: false });
  });
});
