/** Where on the telephone one is: a screen's name and its argument, in the address after `#`, so that the way back is the browser's own. */
import { signal } from "@preact/signals";

/** An address of the app. `name` is empty at home. */
export type Route = { readonly name: string; readonly argument: string };

/** What a manager's code opens: `#e.TICKET.KEYID`. */
export type Ticket = { readonly ticket: string; readonly keyId: string };

/** Reads the part of an address after `#`. What is no address of ours is home. */
export function routeOf(hash: string): Route {
  const [, name = "", argument = ""] = /^#?\/([a-z-]+)(?:\/(.*))?$/.exec(hash) ?? [];
  try {
    return { name, argument: decodeURIComponent(argument) };
  } catch {
    return { name, argument: "" };
  }
}

/** The address of a route. */
export const hashOf = ({ name, argument }: Route): string =>
  argument === "" ? `#/${name}` : `#/${name}/${encodeURIComponent(argument)}`;

/**
 * The ticket in what a manager's code says: the whole address, or the part after `#`, or what was typed by hand from beneath the
 * code, with blanks. Null when it is none.
 */
export function ticketIn(written: string): Ticket | null {
  const [, ticket, keyId] =
    /(?:^|#)e\.([A-Za-z0-9_-]{16,64})\.([0-9a-f]{16})$/i.exec(written.replace(/\s+/g, "").trim()) ?? [];
  return ticket === undefined || keyId === undefined ? null : { ticket, keyId: keyId.toLowerCase() };
}

/** The route shown. */
export const route = signal<Route>(routeOf(""));

/** Steps made inside the app: without one, the way back leads home and not out of the app. */
let steps = 0;

/** Follows the browser's address from now on. Returns how to stop. */
export function followAddress(): () => void {
  const follow = (): void => {
    route.value = routeOf(location.hash);
  };
  const back = (): void => {
    if (steps > 0) steps -= 1;
    follow();
  };
  follow();
  addEventListener("popstate", back);
  addEventListener("hashchange", follow);
  return () => {
    removeEventListener("popstate", back);
    removeEventListener("hashchange", follow);
  };
}

/** Goes to a screen. */
export function go(name: string, argument = ""): void {
  steps += 1;
  history.pushState(null, "", hashOf({ name, argument }));
  route.value = { name, argument };
}

/** Puts a screen in the place of the one shown. */
export function replace(name: string, argument = ""): void {
  history.replaceState(null, "", hashOf({ name, argument }));
  route.value = { name, argument };
}

/** Goes back one step, or home. */
export function back(): void {
  if (steps > 0) history.back();
  else replace("");
}
