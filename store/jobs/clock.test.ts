import { expect, test } from "vitest";
import { startJobs } from "./clock.ts";

const never = { every: 1_000_000, first: 1_000_000 };

test("[jobs.clock] what is due is done, what is not is left, and a job that fails stops no other", async () => {
  const done: string[] = [];
  const failed: string[] = [];
  const job = (name: string, isDue: boolean, work: () => void = () => undefined) => ({
    name,
    due: async () => isDue,
    work: async () => {
      work();
      done.push(name);
    },
  });
  const breaks = job("breaks", true, () => {
    throw new Error("a mistake of ours");
  });
  const jobs = startJobs(
    [job("first", true), breaks, job("idle", false), job("last", true)],
    (name) => failed.push(name),
    never,
  );
  await Promise.all([jobs.look(), jobs.look()]);
  expect(done).toEqual(["first", "last"]);
  expect(failed).toEqual(["breaks"]);
  await jobs.stop();
  await jobs.look();
  expect(done).toEqual(["first", "last"]);
});

test("looks by itself, again and again", async () => {
  let looked = 0;
  await new Promise<void>((enough) => {
    const jobs = startJobs(
      [
        {
          name: "count",
          due: async () => true,
          work: async () => {
            looked += 1;
            if (looked === 3) void jobs.stop().then(enough);
          },
        },
      ],
      () => undefined,
      { every: 5, first: 1 },
    );
  });
  expect(looked).toBe(3);
});
