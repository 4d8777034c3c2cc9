/** The machine a figure was measured on: no figure is stated without it. */
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";

const GIBIBYTE = 1024 ** 3;

/** One line: processor, cores, memory, system, Node. */
export function machineLine(): string {
  const [first] = cpus();
  const memory = (totalmem() / GIBIBYTE).toFixed(0);
  return `${first?.model.trim()}, ${cpus().length} cores, ${memory} GiB, ${systemName()}, Node ${process.versions.node}`;
}

/** When, and how busy the machine was: work of others on the same cores makes a figure worse than it is. */
export function momentLine(): string {
  const load = loadavg()
    .map((one) => one.toFixed(2))
    .join(" ");
  return `${new Date().toISOString().slice(0, 16)}Z, load of the last 1, 5, 15 minutes: ${load}`;
}

function systemName(): string {
  try {
    const name = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1];
    return `${name ?? type()} (${type()} ${release()})`;
  } catch {
    return `${type()} ${release()}`;
  }
}

/** Resident memory of this process, in MiB. */
export const residentMebibytes = (): number => Math.round(process.memoryUsage().rss / 1024 ** 2);

/** The load of the last minute, to stand beside a figure. */
export const loadNow = (): string => (loadavg()[0] ?? 0).toFixed(1);
