#!/usr/bin/env node
// `npx ayni …` on any Node: hands over to the pinned Node of this package, which reads TypeScript through tsx.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const pinned = join(home, "node_modules", ".bin", process.platform === "win32" ? "node.cmd" : "node");
const node = existsSync(pinned) ? pinned : process.execPath;
const tsx = import.meta.resolve("tsx");

const child = spawn(node, ["--import", tsx, join(home, "cli", "main.ts"), ...process.argv.slice(2)], { stdio: "inherit" });
// The terminal sends its signals to both of us; those sent to us alone are passed on. We end as the program ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
