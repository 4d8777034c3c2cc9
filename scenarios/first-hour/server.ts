/** Ayni as somebody starts it: one process with a folder of its own, on a port that is free. */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** Where it answers, and how to end it. `log` is what it printed so far. */
export type Started = { readonly address: string; readonly log: () => string; end(): Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((answer) => {
    const asking = createServer().listen(0, "127.0.0.1", () => {
      const { port } = asking.address() as { port: number };
      asking.close(() => answer(port));
    });
  });

/** Starts it anew and waits until it lets somebody in and has made its first backup by itself: the example is made by then. */
export async function startAnew(): Promise<Started> {
  const above = mkdtempSync(join(tmpdir(), "ayni-first-hour-"));
  chmodSync(above, 0o711); // Started as root, the database runs under an ordinary account, which must be able to pass through.
  const port = await freePort();
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "cli", "main.ts"), "start"], {
    cwd: root,
    env: { ...environment, AYNI_HOME: join(above, "home"), AYNI_LANGUAGE: "en", PORT: `${port}` },
  });
  let log = "";
  const gone = new Promise<void>((answer) => child.once("exit", () => answer()));
  await new Promise<void>((answer, fail) => {
    const hear = (piece: Buffer): void => {
      log += piece.toString();
      if (log.includes("/enter/") && /\.backup\b/.test(log)) answer();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (code) => fail(new Error(`ended with ${code}: ${log}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    log: () => log,
    end: async () => {
      child.kill("SIGTERM");
      await gone;
      rmSync(above, { recursive: true, force: true });
    },
  };
}
