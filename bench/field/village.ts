/** A browser of a village, and a certificate of a server that it trusts: telephones meet the app over TLS and HTTP/2, as in use. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { certify, telephoneTrusting } from "../../scenarios/field/village.ts";
import { homeAt } from "../../store/installation/home.ts";
import { type Certificate, securedBy } from "../../web/server/secure.ts";
import { unwrap } from "../method/unwrap.ts";

/** Both. */
export type Village = { readonly browser: Browser; readonly certificate: Certificate; close(): Promise<void> };

/** Makes the certificate as `ayni certificate` does, and opens the browser. */
export async function openVillage(): Promise<Village> {
  const folder = mkdtempSync(join(tmpdir(), "ayni-bench-field-"));
  const home = homeAt(folder);
  certify(home);
  const secured = unwrap(securedBy(home, {}, Date.now()));
  if (secured === null) throw new Error("there is a certificate now");
  const browser = await telephoneTrusting(join(home.root, "certificate", "authority.pem"));
  const close = async (): Promise<void> => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { browser, certificate: secured.certificate, close };
}
