/** A browser without a screen: keeps cookies, sends forms as its own pages would, and reads what it is answered. */
import type { Served } from "./served.ts";

/** Who visits: from which address, through which kind of page, in what. */
export type Visiting = {
  readonly address: string;
  readonly scheme?: "http" | "https";
  readonly host?: string;
  readonly site?: "same-origin" | "cross-site";
  readonly agent?: string;
};

/** What came back. `fields` are the named fields of its first form that posts, as they stand; `text` is what a person reads. */
export type Seen = {
  readonly status: number;
  readonly location: string | null;
  readonly html: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
};

/** The visitor. `jar` holds the cookies by name. */
export type Visitor = {
  readonly jar: Map<string, string>;
  get(path: string): Promise<Seen>;
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Seen>;
  /** Gets a page, and goes where it leads. */
  follow(path: string): Promise<Seen>;
};

const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");

const textOf = (html: string): string =>
  unescaped(html.replace(/<style>.*?<\/style>/s, "").replace(/<[^>]+>/g, " ")).replace(/[\s\u2007\u2008\u00a0]+/g, " ");

function fieldsOf(html: string): Readonly<Record<string, string>> {
  const form = /<form[^>]*method="post"[^>]*>.*?<\/form>/s.exec(html)?.[0] ?? "";
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined) fields[name] = unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  return fields;
}

/** Opens a browser on a served installation. */
export function visitorOf({ app }: Served, visiting: Visiting): Visitor {
  const { address, scheme = "http", host = "127.0.0.1:8080", site = "same-origin", agent = "" } = visiting;
  const jar = new Map<string, string>();
  const ask = async (path: string, how: RequestInit): Promise<Seen> => {
    const headers = new Headers(how.headers);
    headers.set("Host", host);
    headers.set("User-Agent", agent);
    headers.set("Sec-Fetch-Site", site);
    headers.set("Cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const handed = { incoming: { socket: { remoteAddress: address } } };
    const response = await app.request(`${scheme}://${host}${path}`, { ...how, headers }, handed);
    const cookies = response.headers.getSetCookie();
    for (const cookie of cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const html = await response.text();
    const location = response.headers.get("Location");
    return { status: response.status, location, html, text: textOf(html), fields: fieldsOf(html), cookies };
  };
  const get: Visitor["get"] = (path) => ask(path, {});
  return {
    jar,
    get,
    post: (path, fields) =>
      ask(path, {
        method: "POST",
        body: new URLSearchParams(fields).toString(),
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
      }),
    follow: async (path) => {
      let seen = await get(path);
      for (let turns = 0; seen.location !== null && turns < 5; turns += 1) seen = await get(seen.location);
      return seen;
    },
  };
}
