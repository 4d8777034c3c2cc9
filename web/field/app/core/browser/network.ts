/** The network of a browser: no cookies, no redirects, no cache, and an end to waiting. */
import type { Asked, Came, Network } from "../effects.ts";
import { Trouble } from "../sync/trouble.ts";

/** Longest wait for a whole answer, in milliseconds: a batch and a page of members at 100 kbit/s, with room. */
const longest = 60_000;

/** Asks the server that gave this app. */
export const browserNetwork: Network = async (asked: Asked): Promise<Came> => {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), longest);
  try {
    const answer = await fetch(asked.path, {
      method: asked.method,
      headers: asked.headers,
      body: asked.body as BodyInit | null,
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      signal: ending.signal,
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, header: (name) => answer.headers.get(name), bytes };
  } catch {
    throw new Trouble(navigator.onLine ? "no-answer" : "no-signal");
  } finally {
    clearTimeout(timer);
  }
};
