/** Filling a form the way a browser without script does: what it holds already, and what a person types. */
import type { Served } from "./served.ts";

/** The value of a hidden field of a page. */
export const hiddenIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

/** Opens a form at its address, types, and sends it with the act's id that it carries; several values of one name are an array. */
export async function fill(
  server: Served,
  path: string,
  typed: Readonly<Record<string, string | readonly string[]>>,
  how: { readonly act?: string; readonly from?: string; readonly token?: string } = {},
): Promise<{ readonly response: Response; readonly act: string }> {
  const token = how.token ?? server.marta;
  const act = how.act ?? hiddenIn(await (await server.get(how.from ?? path, token)).text(), "act");
  const body = new URLSearchParams({ act });
  for (const [name, value] of Object.entries(typed))
    for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
  const [bare = path] = path.split("?");
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/x-www-form-urlencoded" };
  return { response: await server.app.request(bare, { method: "POST", body: body.toString(), headers }), act };
}
