/** Finding a person for a form: the members whose number, name or community holds what was typed. */
import type { Found } from "../components/choose-person.tsx";
import type { PageAt } from "../desk/page.ts";
import { rowsOf } from "./read.ts";

type Listed = { readonly agent: string } & Readonly<
  Record<"number" | "name" | "community" | "erased" | "until", string | null>
>;

/** Most people shown to choose from: with more, a better word is needed. */
const most = 12;

/** Who fits, at most twelve; null when nothing was looked for, or the register is not the reader's to see. */
export async function peopleFound(
  q: string,
  at: PageAt,
  hrefOf: (agent: string) => string,
): Promise<readonly Found[] | null> {
  if (q === "") return null;
  const rows = await rowsOf<Listed>(at, "members.list", { q, on: at.today, limit: most });
  if (rows === null) return null;
  const exact = rows.filter((one) => one.number === q);
  return [...exact, ...rows.filter((one) => one.number !== q)].map(({ agent, number, name, community, erased }) => ({
    number,
    name,
    erased,
    community,
    href: hrefOf(agent),
  }));
}

/** How somebody is called who was chosen: name and number; null when the register has nobody of that id. */
export async function personOf(
  agent: string,
  at: PageAt,
): Promise<{ readonly name: string | null; readonly erased: string | null; readonly number: string | null } | null> {
  const [row] =
    (await rowsOf<{ name: string | null; erased: string | null; number: string | null }>(at, "member.called", {
      agent,
    })) ?? [];
  return row ?? null;
}
