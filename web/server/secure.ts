/** The certificate that the server listens with, if it has one: named by the operator, or made here by `ayni certificate`. */
import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { done, type Result, refused } from "../../kernel/refusal.ts";
import { ownCertificate, renewCertificate } from "../../store/certificate/kept.ts";
import type { Home } from "../../store/installation/home.ts";
import type { Job } from "../../store/jobs/clock.ts";

/** Certificate and key, as PEM. */
export type Certificate = { readonly cert: string; readonly key: string };

/** What there is to listen with. `name`: how people call the server, when the certificate was made here. */
export type Secured = {
  readonly certificate: Certificate;
  readonly name: string | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The port when AYNI_SECURE_PORT says none. It never moves to the next: it stands in what telephones scanned. */
export const usualSecurePort = 8443;

/**
 * Finds the certificate: AYNI_CERTIFICATE and AYNI_CERTIFICATE_KEY (the same file, unless said), else the installation's own, renewed
 * when it soon ends. Null: there is none. Refuses `server.certificate-unreadable` (fact: file).
 */
export function securedBy(home: Home, environment: Environment, now: number): Result<Secured | null> {
  const { AYNI_CERTIFICATE: named, AYNI_CERTIFICATE_KEY: key = named } = environment;
  if (named !== undefined && key !== undefined) {
    const certificate = certificateIn(named, key);
    return certificate.ok ? done({ certificate: certificate.value, name: null }) : certificate;
  }
  renewCertificate(home, now);
  const own = ownCertificate(home);
  if (own === null) return done(null);
  const certificate = certificateIn(own.file, own.file);
  return certificate.ok ? done({ certificate: certificate.value, name: own.names[0] ?? null }) : certificate;
}

function certificateIn(certFile: string, keyFile: string): Result<Certificate> {
  let file = certFile;
  try {
    const cert = readFileSync(certFile, "utf8");
    file = keyFile;
    const certificate = { cert, key: readFileSync(keyFile, "utf8") };
    createSecureContext(certificate);
    return done(certificate);
  } catch {
    return refused("server.certificate-unreadable", { file }); // Not there, not ours to read, no PEM, or a key of another.
  }
}

const DAY = 24 * 60 * 60_000;

/** Once a day: renews what was made here, reads again what somebody else renews, and goes on listening with it. */
export function dailyCertificate(
  { home, environment, now }: { readonly home: Home; readonly environment: Environment; readonly now: () => number },
  listenWith: (certificate: Certificate) => void,
): Job {
  let last = now();
  return {
    name: "certificate",
    due: async () => now() - last >= DAY,
    work: async () => {
      last = now();
      const found = securedBy(home, environment, now());
      if (found.ok && found.value !== null) listenWith(found.value.certificate);
    },
  };
}
