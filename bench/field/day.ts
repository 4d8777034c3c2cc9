/** A day's hand-overs go up over a line of the hills, to the real server and its database. */
import type { Browser } from "playwright-core";
import { startChild } from "../method/child.ts";
import { startServer } from "../method/database.ts";
import { figuresOf, ratioText, spelled, spelledFigures } from "../method/figures.ts";
import { loadNow } from "../method/machine.ts";
import type { Table } from "../method/report.ts";
import type { DayPage } from "./day-page.ts";
import { freeLine, openLine } from "./line.ts";
import type { FieldServed } from "./server.ts";
import { newTelephone } from "./telephone.ts";

declare const day: DayPage;

const HAND_OVERS = 400;
const MEMBERS = 500;
const REPEATS = 3;
const hills = { bitsPerSecond: 100_000, roundTrip: 800 };

/** The table. One telephone sends one day after another, so that each finds the days before in its book. */
export async function dayTable(browser: Browser, size: number, say: (line: string) => void): Promise<Table> {
  const count = Math.round(HAND_OVERS * size);
  const database = await startServer(0);
  const child = startChild(new URL("server.ts", import.meta.url));
  const served = await child.ask<FieldServed>({ serve: await database.migrated("field_bench"), members: MEMBERS });
  const line = await openLine(served.port);
  const telephone = await newTelephone(browser);
  const { page } = telephone;
  const rows: string[][] = [];
  try {
    await page.goto(`http://localhost:${line.port}/field`);
    await page.evaluate((ticket) => day.enrol(ticket), served.ticket);
    let sent = 1; // The check of the first morning goes up with its day.
    for (const times of [1, 6]) {
      const [took, up, down, yardstick]: number[][] = [[], [], [], []];
      for (let turn = 0; turn < REPEATS; turn += 1) {
        await page.evaluate(([many, of]) => day.day(many, of), [count, MEMBERS] as const);
        Object.assign(line, { slowness: hills, up: 0, down: 0 });
        await telephone.slower(times);
        const synced = await page.evaluate(() => day.sync());
        sent += count;
        if (synced.state.trouble !== null || synced.state.unsent > 0 || synced.done < sent)
          throw new Error(JSON.stringify(synced));
        sent += 1;
        took?.push(synced.took / 1_000);
        up?.push(line.up);
        down?.push(line.down);
        yardstick?.push((await page.evaluate((bytes) => day.upload(bytes), line.up)) / 1_000);
        await telephone.slower(1);
        line.slowness = freeLine;
        say(`${count} hand-overs at CPU ÷${times}: ${spelled(synced.took / 1_000)} s`);
      }
      const [all, alone] = [figuresOf(took ?? []), figuresOf(yardstick ?? [])];
      const kilobytes = (bytes: number[] | undefined): string => spelled(figuresOf(bytes ?? []).median / 1_000);
      rows.push([
        ...[`÷${times}`, spelledFigures(all), kilobytes(up), kilobytes(down)],
        ...[spelledFigures(alone), ratioText(all.median, alone.median), loadNow()],
      ]);
    }
  } finally {
    await telephone.close();
    await line.close();
    await child.end();
    await database.stop();
  }
  return {
    title: `A day of ${count} hand-overs, checked, sent and answered, and what is new fetched: 100 kbit/s, 800 ms (aim ≤ 60 s)`,
    columns: ["CPU", "seconds", "kB up", "kB down", "yardstick: the bytes up in one request, s", "ratio", "load"],
    rows,
  };
}
