import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/** Whether a process with this number lives on this machine. One we may not signal (another person's) lives too. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** A killed process that nobody has waited for keeps its number for a while, but does nothing any more. */
const isZombie = (pid: number): boolean => afterName(readOr(`/proc/${pid}/stat`, ""))[0] === "Z";

/**
 * What tells a process from a later one with the same number: the boot of the machine and the tick at which it began (Linux),
 * or the time `ps` prints (elsewhere). Null when the process does not live.
 */
export const birthOf = (pid: number): string | null => {
  if (!isAlive(pid)) return null;
  const tick = afterName(readOr(`/proc/${pid}/stat`, ""))[19];
  if (tick !== undefined) return `${readOr("/proc/sys/kernel/random/boot_id", "").trim()} ${tick}`;
  return outputOf("ps", ["-p", String(pid), "-o", "lstart="]);
};

/** The folder a living process works in, or null when it cannot be known. A PostgreSQL server works in its data directory. */
export const workingFolder = (pid: number): string | null => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    const listing = outputOf("lsof", ["-a", "-p", String(pid), "-d", "cwd", "-Fn"]);
    return (
      listing
        ?.split("\n")
        .find((line) => line.startsWith("n"))
        ?.slice(1) ?? null
    );
  }
};

/** Waits for the end of a process. False when it still lives after the given time. */
export const hasEnded = async (pid: number, milliseconds: number): Promise<boolean> => {
  const until = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > until) return false;
    await pause(20);
  }
  return true;
};

/** A pause, in milliseconds. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The fields of `/proc/PID/stat` after the program's name, which may itself hold spaces and brackets. */
const afterName = (stat: string): string[] =>
  stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .filter((field) => field !== "");

const readOr = (path: string, otherwise: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return otherwise;
  }
};

const outputOf = (program: string, words: readonly string[]): string | null => {
  try {
    return execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || null;
  } catch {
    return null;
  }
};
