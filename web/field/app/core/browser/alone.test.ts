import { describe, expect, test } from "vitest";
import { MemoryDisk } from "../storage/memory-storage.ts";
import { byLease } from "./alone.ts";

describe("one at a time where the browser has no locks", () => {
  test("the second tab waits for the first; a try to sync that another makes is not made twice", async () => {
    const disk = new MemoryDisk();
    const [one, other] = ["one", "other"].map((name) => byLease(disk.open(), name, Date.now));
    const done: string[] = [];
    const slow = one?.("ayni-field-write-b", async () => {
      await new Promise((resolve) => setTimeout(resolve, 120));
      done.push("one");
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await other?.("ayni-field-write-b", async () => void done.push("other"));
    await slow;
    expect(done).toEqual(["one", "other"]);
    const trying = one?.("ayni-field-sync-b", () => new Promise((resolve) => setTimeout(() => resolve("tried"), 50)));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await other?.("ayni-field-sync-b", async () => "tried too")).toBeNull();
    expect(await trying).toBe("tried");
  });

  test("whoever was killed holds the others up for half a minute at most, whatever the clock does", async () => {
    const disk = new MemoryDisk();
    let now = 1_000_000;
    const clock = () => now;
    void byLease(disk.open(), "killed", clock)("ayni-field-sync-b", () => new Promise(() => {}));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const other = byLease(disk.open(), "other", clock);
    expect(await other("ayni-field-sync-b", async () => "mine")).toBeNull();
    now -= 10_000_000; // The clock was set back.
    expect(await other("ayni-field-sync-b", async () => "mine")).toBe("mine");
    now += 31_000;
    expect(await other("ayni-field-sync-b", async () => "again")).toBe("again");
  });
});
