/** The office as a person uses it without script: pages opened, forms filled in as they stand and sent, with a session's cookie. */
import { marta, testBook } from "../../rooms/book/testing.ts";
import { untilTheScale } from "../../scenarios/stories/seven-sacks.ts";
import { clockOf, type Teller } from "../../scenarios/stories/teller.ts";
import { type Served, said, served } from "./served.ts";

/** What came back: where one was led, and the page there. */
export type Opened = { readonly status: number; readonly at: string; readonly html: string; readonly text: string };

/** A person at the office's desk. */
export type Desk = {
  readonly server: Served;
  /** Opens a page of the book ("settlements"), or any address of the server. */
  open(path: string, language?: string): Promise<Opened>;
  /** Fills in the form of a page that has all of `named` (hidden words with their values) and sends it; follows where it leads. */
  send(page: Opened, named: Readonly<Record<string, string>>, typed?: Typed, token?: string): Promise<Opened>;
  close(): Promise<void>;
};

/** What is typed: a value, several of a field that may be ticked, or undefined to leave it out. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

const plain = (html: string): string =>
  html
    .replace(/<(style|svg)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/[\s\u00a0]+/g, " ");

const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found === null ? null : unescaped(found[1] ?? "");
};

/** The fields of a form as a browser would send them untouched. */
export function fieldsOf(form: string): [string, string][] {
  const fields: [string, string][] = [];
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const [name, kind] = [attribute(tag, "name"), attribute(tag, "type") ?? "text"];
    if (name === null || /\sdisabled\b/.test(tag)) continue;
    if ((kind === "checkbox" || kind === "radio") && !/\schecked\b/.test(tag)) continue;
    fields.push([name, attribute(tag, "value") ?? (kind === "checkbox" ? "on" : "")]);
  }
  for (const [all, inside] of form.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
    const options = [...(inside ?? "").matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
    const chosen = options.find((tag) => /\sselected\b/.test(tag)) ?? options[0] ?? "";
    fields.push([attribute(all, "name") ?? "", attribute(chosen, "value") ?? ""]);
  }
  for (const [all, inside] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g))
    fields.push([attribute(all, "name") ?? "", unescaped(inside ?? "")]);
  return fields;
}

/** The desk of Marta, who manages, over a server of the test's own. */
export async function deskOver(server: Served): Promise<Desk> {
  const opened = async (path: string, response: Response): Promise<Opened> => {
    const html = await response.text();
    return { status: response.status, at: path, html, text: plain(html) };
  };
  const get = async (path: string, token: string, language = "es"): Promise<Opened> =>
    opened(
      path,
      await server.app.request(path, { headers: { Cookie: `ayni_session=${token}`, "Accept-Language": language } }),
    );
  return {
    server,
    open: (path, language) => get(path.startsWith("/") ? path : `/o/${testBook}/${path}`, server.marta, language),
    send: async (page, named, typed = {}, token = server.marta) => {
      const forms = [...page.html.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form);
      const fits = (form: string) =>
        Object.entries(named).every(([name, value]) =>
          fieldsOf(form).some((one) => one[0] === name && one[1] === value),
        );
      const form = forms.find(fits);
      if (form === undefined) throw new Error(`no such form on ${page.at}: ${JSON.stringify(named)}\n${page.text}`);
      const body = new URLSearchParams(fieldsOf(form).filter(([name]) => !Object.hasOwn(typed, name)));
      for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) body.append(name, one);
      const path = attribute(form, "action") ?? page.at;
      const answer = await server.app.request(path, {
        method: "POST",
        body: body.toString(),
        headers: {
          Cookie: `ayni_session=${token}`,
          "Sec-Fetch-Site": "same-origin",
          "Content-Type": "application/x-www-form-urlencoded",
          "Accept-Language": "es",
        },
      });
      return answer.status === 303 ? get(answer.headers.get("Location") ?? "", token) : opened(path, answer);
    },
    close: () => server.close(),
  };
}

/** A desk on which worked example 1 has been told up to the scale: seven sacks of member 0131 wait to be settled. */
export async function deskOfSevenSacks(day = "2026-09-17"): Promise<Desk> {
  const server = await served({ book: "unopened" });
  server.clock.now = Date.parse(clockOf("2026-01-02"));
  await untilTheScale(tellerOver(server));
  server.clock.now = Date.parse(clockOf(day));
  return deskOver(server);
}

/** Tells a story by the API of a server: only what a beginning needs. */
export function tellerOver(server: Served): Teller {
  const unasked = () => Promise.reject(new Error("this teller only tells"));
  return {
    name: "desk",
    day: (day) => {
      server.clock.now = Date.parse(clockOf(day));
    },
    say: async (kind, says, beside = []) => {
      const through = { way: "seat", seat: marta.seat, at: new Date(server.clock.now).toISOString() };
      const [answer] = await server.send([{ ...said(kind, says, { through }), beside: [...beside] }]);
      if (answer === undefined || "because" in answer) throw new Error(`${kind}: ${JSON.stringify(answer)}`);
      if (answer.outcome === "refused") return { outcome: "refused", codes: answer.refusals.map((one) => one.code) };
      return { outcome: answer.outcome, codes: "questions" in answer ? answer.questions.map((one) => one.code) : [] };
    },
    paper: unasked,
    balance: unasked,
    end: () => server.close(),
  };
}
