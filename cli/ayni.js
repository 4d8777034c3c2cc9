#!/usr/bin/env node
// `npx ayni …` on any Node: hands over to the pinned Node of this package, which reads TypeScript through tsx.
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pinnedNode } from "./pinned-node.js";

const main = join(dirname(fileURLToPath(import.meta.url)), "main.ts");
const words = ["--import", import.meta.resolve("tsx"), main, ...process.argv.slice(2)];

const child = spawn(pinnedNode(), words, { stdio: "inherit" });
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
