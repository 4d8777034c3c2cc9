/** `field`: a collection point's telephone in Chromium, its line and its processor made slow. */
import { builtApp } from "../../web/field/testing/built.ts";
import type { Bench, Table } from "../method/report.ts";
import { actTable } from "./act.ts";
import { atSizeTables } from "./at-size.ts";
import { dayTable } from "./day.ts";
import { firstLoadTables } from "./first-load.ts";
import { openVillage } from "./village.ts";

/** The benchmark. `AYNI_BENCH_FIELD=first,act,size,day` measures some of it. */
export const bench: Bench = async ({ size, say }) => {
  const only = process.env.AYNI_BENCH_FIELD?.split(",");
  const asked = (part: string): boolean => only?.includes(part) ?? true;
  const village = await openVillage();
  const { browser } = village;
  const tables: Table[] = [];
  try {
    if (asked("act")) tables.push(await actTable());
    if (asked("first")) tables.push(...(await firstLoadTables(village, await builtApp(), say)));
    if (asked("size")) tables.push(...(await atSizeTables(browser, size, say)));
    if (asked("day")) tables.push(await dayTable(browser, size, say));
    return {
      name: "field",
      method: [...method, `Chromium ${browser.version()}, 360 × 640, headless.`],
      tables,
      notes: [],
    };
  } finally {
    await village.close();
  }
};

const method = [
  "CPU ÷n: Chromium's own throttling of the page (CDP Emulation.setCPUThrottlingRate); its workers and the disk are as quick as they are.",
  "The line is slow in front of the server (bench/field/line.ts), so that workers are held up too: so many bits a second each way for all",
  "connections together, a round trip for each new connection, TCP's slow start. TLS 1.3 and HTTP/2 run over it as in use (the day: plain HTTP).",
  "Seconds and milliseconds are the page's own, until the frame in which it stands is painted. Median (least–most).",
];
