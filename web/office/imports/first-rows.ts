/** Reads the rows of an import that wait for somebody, one after the other. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { WaitingRow } from "../../../exchange/starts/waiting-rows.ts";

/** Every row that waits; none where nothing was written. */
export async function* waitingRows(path: string): AsyncGenerator<WaitingRow> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) if (line !== "") yield JSON.parse(line) as WaitingRow;
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ENOENT") throw error;
  } finally {
    lines.close();
  }
}

/** The first of them. */
export async function firstWaiting(path: string, most: number): Promise<readonly WaitingRow[]> {
  const rows: WaitingRow[] = [];
  for await (const row of waitingRows(path)) if (rows.push(row) >= most) break;
  return rows;
}
