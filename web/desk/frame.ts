/** What stands around every page of a book. */
import type { Frame } from "../components/frames.tsx";
import { roleName } from "../language/names.ts";
import { tonguesOf } from "../server/page.ts";
import type { PageAt } from "./page.ts";
import { isOwn, type PlaceName, placesFor } from "./places.ts";

/** The frame of a page that belongs to a place. One's own pages have a rail of their own; each rail leads to the other. */
export function frameAt(at: PageAt, here: PlaceName | null, built: ReadonlySet<PlaceName>): Frame {
  const { say, powers } = at;
  const own = here !== null && isOwn(here);
  const office = placesFor("office", powers, built);
  const shown = own ? placesFor("own", powers, built) : office;
  const told = at.words.get("told");
  const [other] = own ? office : placesFor("own", powers, built);
  return {
    organisation: at.settings.name,
    places: shown.map(({ key, path, name }) => ({ name: say(name), href: at.address(path), here: key === here })),
    other: other === undefined ? null : { name: say(own ? "place.office" : other.name), href: at.address(other.path) },
    tongues: tonguesOf(at.request, at.services.catalogues),
    reader: {
      says: rolesIn(at),
      href: "/account",
    },
    told: told !== null && /^[a-z][a-z.-]{0,60}$/.test(told) && say.has(`told.${told}`) ? say(`told.${told}`) : null,
    example:
      at.session.way === "example"
        ? { says: say("door.look.as", { roles: rolesIn(at) }), href: "/look", change: say("door.look.change") }
        : null,
  };
}

/** The reader's roles by their names in the reader's language; a role of the book's own as it is written. */
const rolesIn = ({ roles, say }: PageAt): string => roles.map((role) => roleName(role, say)).join(", ");
