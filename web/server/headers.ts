/** Headers of every answer: nothing runs that we did not write, nobody frames our pages, no address leaks to other sites. */

/** For answers that are no page: nothing in them may load or run anything. */
export const plainPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For a page: its one style, by its digest, sounds of our own, and forms that come back to us. No script. */
export const pagePolicy = (styleHash: string): string =>
  `default-src 'none'; style-src '${styleHash}'; img-src 'self' data:; media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;

/** Sets what is not set yet. What is said to one reader is kept by no cache on the way. */
export function protect(headers: Headers): void {
  const all = {
    "Content-Security-Policy": plainPolicy,
    "X-Content-Type-Options": "nosniff",
    // Not "no-referrer": then browsers send "Origin: null" with our own forms, which over plain HTTP is all they say of where a
    // form comes from (Fetch standard, "append a request Origin header").
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
  };
  for (const [name, value] of Object.entries(all)) if (!headers.has(name)) headers.set(name, value);
}
