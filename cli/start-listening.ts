/** The sockets of `ayni start`: plain HTTP, and beside it HTTPS as soon as there is a certificate. */
import { done, type Result } from "../kernel/refusal.ts";
import type { Installation } from "../store/installation/open.ts";
import type { Job } from "../store/jobs/clock.ts";
import { doorwayOf } from "../web/door/doorway.ts";
import { createApp } from "../web/server/app.ts";
import { listen } from "../web/server/listen.ts";
import { dailyCertificate, securedBy, usualSecurePort } from "../web/server/secure.ts";
import { servicesOf } from "../web/server/services.ts";
import type { Desk } from "./command.ts";

/** The port when `PORT` says none; then the next free one will do. */
const usualPort = 8080;

/** The open sockets. `origin`: the beginning of every link that is given out. */
export type Sockets = {
  readonly address: string;
  readonly secureAddress: string | null;
  readonly origin: string;
  /** What is to be done by the clock while they are open. */
  readonly jobs: readonly Job[];
  close(): Promise<void>;
};

/** Whether a text is a port: 0 to 65535. */
export const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number.parseInt(text, 10) < 65_536;

/** Opens them. Refuses what `listen` and `securedBy` refuse; then nothing is open. */
export async function openSockets(
  installation: Omit<Installation, "close">,
  { environment }: Pick<Desk, "environment">,
): Promise<Result<Sockets>> {
  const { PORT: asked, AYNI_SECURE_PORT: askedSecure, AYNI_LISTEN: host = "127.0.0.1" } = environment;
  const secured = securedBy(installation.home, environment, installation.now());
  if (!secured.ok) return secured;
  const { certificate, name } = secured.value ?? {};
  const securePort = askedSecure === undefined ? usualSecurePort : Number.parseInt(askedSecure, 10);
  const named = doorwayOf(environment);
  const own = name ? `https://${name}${securePort === 443 ? "" : `:${securePort}`}` : null;
  const doorway = { ...named, origin: named.origin ?? own, listensSecurely: certificate !== undefined };
  const app = createApp(servicesOf(installation, undefined, doorway));
  const port = asked === undefined ? usualPort : Number.parseInt(asked, 10);
  const plain = await listen(app, { host, port, orNext: asked === undefined });
  if (!plain.ok) return plain;
  const address = plain.value.address;
  const origin = doorway.origin ?? address;
  if (certificate === undefined) return done({ ...plain.value, secureAddress: null, origin, jobs: [] });
  const secure = await listen(app, { host, port: securePort, orNext: false, certificate });
  if (!secure.ok) {
    await plain.value.close();
    return secure;
  }
  const { home, now } = installation;
  return done({
    ...{ address, origin, secureAddress: doorway.origin ?? secure.value.address },
    jobs: [dailyCertificate({ home, environment, now }, secure.value.listenWith)],
    close: async () => void (await Promise.all([plain.value.close(), secure.value.close()])),
  });
}
