/** A village's network without internet: the server with its own authority, under a name, and telephones that trust it or another. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openSockets, type Sockets } from "../../cli/start-listening.ts";
import { makeCertificate } from "../../store/certificate/kept.ts";
import { serverNames } from "../../store/certificate/names.ts";
import type { Home } from "../../store/installation/home.ts";
import type { Installation } from "../../store/installation/open.ts";
import { startBrowserAt } from "../../web/testing/browser.ts";

/** What the server is called; no name server knows it. */
export const villageName = "acopio.example";

/** Makes what `ayni certificate acopio.example` makes. */
export function certify(home: Home, asked: "same-authority" | "new-authority" = "same-authority"): void {
  const names = serverNames([villageName]);
  const made = names.ok ? makeCertificate(home, names.value, Date.now(), asked) : names;
  if (!made.ok) throw new Error(made.refusal.code);
}

/** Ports that are free now, for sockets that are closed and opened again. */
async function freePort(): Promise<string> {
  return new Promise((answer) => {
    const taken = createServer().listen(0, "127.0.0.1", () => {
      const { port } = taken.address() as { port: number };
      taken.close(() => answer(`${port}`));
    });
  });
}

/** The village's server: an address that stays, and sockets that come and go. */
export type Village = {
  readonly address: string;
  /** The same server over plain HTTP. */
  readonly plain: string;
  open(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the sockets of `ayni start` over an installation. */
export async function village(installation: Omit<Installation, "close">): Promise<Village> {
  const environment = { PORT: await freePort(), AYNI_SECURE_PORT: await freePort() };
  let sockets: Sockets | null = null;
  const open = async (): Promise<void> => {
    const opened = await openSockets(installation, { environment });
    if (!opened.ok) throw new Error(opened.refusal.code);
    sockets = opened.value;
  };
  const close = async (): Promise<void> => {
    await sockets?.close();
    sockets = null;
  };
  await open();
  const at = (scheme: string, port: string): string => `${scheme}://${villageName}:${port}`;
  return { address: at("https", environment.AYNI_SECURE_PORT), plain: at("http", environment.PORT), open, close };
}

/** A browser whose owner has installed an authority, from the file of the page `/certificate`; null: nobody's. */
export async function telephoneTrusting(file: string | null): Promise<Browser> {
  const home = mkdtempSync(join(tmpdir(), "ayni-telephone-"));
  const trusted = join(home, ".pki", "nssdb");
  mkdirSync(trusted, { recursive: true });
  const certutil = (...words: string[]) =>
    execFileSync("certutil", ["-d", `sql:${trusted}`, ...words], { stdio: "pipe" });
  certutil("-N", "--empty-password");
  if (file !== null) certutil("-A", "-t", "C,,", "-n", "Ayni", "-i", file);
  return startBrowserAt(home, `--host-resolver-rules=MAP ${villageName} 127.0.0.1`);
}
