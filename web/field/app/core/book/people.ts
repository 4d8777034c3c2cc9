/** The people of the book as this telephone knows them: members, those who left, and whoever else has a profile. */
import { type AnyRow, newest } from "../../../../../kernel/act/record.ts";
import { holdsOn, newestTies, type Tie } from "../../../../../rooms/people/rules/ties.ts";
import type { Person } from "../../ports.ts";
import type { Known } from "./known.ts";

type Versioned = AnyRow & { readonly version: number };

/** Everybody, by agent, as they stand with the organisation on a day. */
export function peopleOf(
  { people, names }: Known,
  organisation: string | null,
  day: string,
): ReadonlyMap<string, Person> {
  const profiles = grouped(people.profile as Versioned[], "agent");
  const ties = grouped(people.tie as unknown as Tie[], "from_agent");
  const found = new Map<string, Person>();
  for (const { agent, kind } of people.agent as unknown as readonly { agent: string; kind: string | null }[]) {
    if (agent === organisation || kind === "organisation") continue;
    const profile = newest(profiles.get(agent) ?? []);
    found.set(agent, { agent, ...namedBy(profile, names), ...standingOf(ties.get(agent) ?? [], organisation, day) });
  }
  return found;
}

function namedBy(profile: AnyRow | null, names: ReadonlyMap<string, string>): Pick<Person, "name" | "community"> {
  const sealed = profile?.name as { readonly digest?: string } | null | undefined;
  const name = sealed?.digest === undefined ? undefined : names.get(sealed.digest);
  return { name: name ?? null, community: (profile?.community as string | null | undefined) ?? null };
}

/** A member of today; else one who was; with the number of the membership that says so. */
function standingOf(
  versions: readonly Tie[],
  organisation: string | null,
  day: string,
): Pick<Person, "standing" | "number"> {
  const own = newestTies(versions).filter((one) => one.kind === "membership" && one.to_agent === organisation);
  const holding = own.find((one) => holdsOn(one, day));
  if (holding !== undefined) return { standing: "member", number: holding.number };
  const last = own.at(-1);
  return last === undefined ? { standing: "not-a-member", number: null } : { standing: "left", number: last.number };
}

function grouped<T extends AnyRow>(rows: readonly T[], column: string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const key = String(row[column]);
    const same = found.get(key);
    if (same === undefined) found.set(key, [row]);
    else same.push(row);
  }
  return found;
}

/** The plots that somebody works, in the newest version of each. */
export function plotsOf({ people }: Known, agent: string): readonly { readonly plot: string; readonly name: string }[] {
  const own = grouped(people.plot as Versioned[], "plot");
  return [...own.values()].flatMap((versions) => {
    const now = newest(versions) as (Versioned & { holder: string; plot: string; name: string }) | null;
    return now?.holder === agent ? [{ plot: now.plot, name: now.name }] : [];
  });
}
