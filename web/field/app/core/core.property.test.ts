import * as fc from "fast-check";
import { describe, test } from "vitest";
import { playAnyStory } from "./testing/model.ts";

describe("[field.sync] whatever telephones, networks, storages and servers do, in any order", () => {
  // The seed stands in fast-check's report of a failure, and replays it.
  test("nothing said is lost, doubled or silent, and telephone and book agree in the end", async () => {
    await playAnyStory({ numRuns: 60, endOnFailure: false });
  });
  void fc;
});
