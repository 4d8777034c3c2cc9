import { importsOf, isTest, type Source } from "./sources.ts";

/** Rooms in their order: a room may know only rooms above it. `book` is the book's own room: settings, seats, powers, questions. */
export const ROOMS = [
  ...["book", "people", "land", "agreements", "market", "acopio", "lots", "finance", "settlement", "purchases"],
  ...["governance", "support", "learning"],
] as const;

/**
 * Packages that pure code may stand on. `zod` says shapes; `lean-qr` lays out the squares of receipts: it knows no clock, chance, machine
 * or network, and the same square must come out on a telephone and in the office.
 */
const PURE_PACKAGES = ["zod", "zod/mini", "lean-qr"];

/** Where a file lies: its part of the house, its room, and the door of the room it belongs to. */
type Place = { readonly part: string; readonly room: string | null; readonly door: string | null };

const placeOf = (path: string): Place => {
  const [part = "", room, next = ""] = path.split("/");
  // What runs on a telephone is a part of its own: nothing of the server may come along.
  if (path.startsWith("web/field/app/")) return { part: "telephone", room: null, door: null };
  // A file beside the rooms gathers them all, for the edges: it is a part of its own.
  if (part === "rooms" && next === "") return { part: "gathered", room: null, door: null };
  if (part !== "rooms" || room === undefined) return { part, room: null, door: null };
  return { part, room, door: next.replace(/\.tsx?$/, "") };
};

/** For each part outside the rooms, the parts its files may import. `.` is the repository's folder itself. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  kernel: ["kernel"],
  store: ["kernel", "store"],
  gathered: ["kernel", "rooms", "gathered"],
  exchange: ["kernel", "rooms", "gathered", "exchange"],
  channels: ["kernel", "rooms", "gathered", "channels"],
  examples: ["kernel", "rooms", "exchange", "examples"],
  web: ["kernel", "rooms", "gathered", "store", "exchange", "channels", "web", "telephone"],
  telephone: ["kernel", "rooms", "channels", "web", "telephone"],
  cli: ["kernel", "rooms", "gathered", "store", "exchange", "channels", "web", "cli", "examples"],
};

/**
 * Doors of the same room that a door may use; a door not named here may use all of its room but the pages. Beside the six doors
 * of the plan there are two of shapes only: `content` (what its papers hold) and `said` (what its acts say).
 */
const OWN_DOORS: Readonly<Record<string, readonly string[]>> = {
  records: ["records"],
  rules: ["rules", "records", "content", "said"],
  needs: ["needs", "records", "rules", "content", "said"],
  views: ["views", "records", "rules", "needs", "content", "said"],
};

/** Doors of earlier rooms that a door may use; a door not named here may use all but views and pages. */
const EARLIER_DOORS: Readonly<Record<string, readonly string[]>> = {
  records: ["records"],
  rules: ["records", "rules"],
  needs: ["records", "needs", "rules"],
  views: ["records", "rules"],
};

/** What of the web runs on a telephone too: words, small components, looks, and the shapes that travel. */
const ON_TELEPHONES = /^web\/(?:language|components|styles)\/|^web\/field\/wire\.ts$/;

/** Every import that goes a way it should not, as "FILE → TARGET: why". Tests are free. */
export const wrongArrows = (files: readonly Source[]): string[] =>
  files
    .filter((file) => !isTest(file.path))
    .flatMap((file) =>
      importsOf(file).flatMap((target) => {
        const why = whyWrong(file.path, target);
        return why === null ? [] : [`${file.path} → ${target}: ${why}`];
      }),
    );

const whyWrong = (path: string, target: string): string | null => {
  const from = placeOf(path);
  const isOurs = /\.(tsx?|js|json|css|sql)$/.test(target) && !/^(?:node:|qr\/)/.test(target);
  const isPure = from.part === "kernel" || from.door === "rules" || from.door === "records";
  if (!isOurs && from.part === "telephone" && target.startsWith("node:")) return "a telephone has no Node";
  if (!isOurs) return isPure && !PURE_PACKAGES.includes(target) ? "pure code stands on few packages" : null;
  if (isTest(target)) return "nothing that runs may stand on a test's tools";
  const to = placeOf(target);
  if (from.part === "rooms") return whyWrongFromRoom(from, to);
  if (from.part === "telephone" && to.part === "web" && !ON_TELEPHONES.test(target))
    return "a telephone knows of the web only what runs there too";
  if (from.part === "telephone" && to.door === "views") return "a telephone asks no views";
  const allowed = PARTS[from.part];
  if (allowed === undefined) return path.includes("/") ? `the house has no part called ${from.part}` : null;
  return allowed.includes(to.part) ? null : `${from.part} may not know ${to.part}`;
};

const whyWrongFromRoom = (from: Place, to: Place): string | null => {
  const order = (room: string | null): number => (ROOMS as readonly string[]).indexOf(room ?? "");
  if (order(from.room) < 0) return `there is no room called ${from.room}`;
  if (to.part === "kernel") return null;
  if (to.part === "web") return from.door === "pages" ? null : "only pages know the web";
  if (to.part === "channels") return from.door === "pages" ? null : "only pages compose papers";
  if (to.part !== "rooms") return `a room may not know ${to.part}`;
  const [door, theirs] = [from.door ?? "", to.door ?? ""];
  if (from.room === to.room) {
    const own = OWN_DOORS[door];
    if (own !== undefined && !own.includes(theirs)) return `${door} may not know ${theirs} of its room`;
    return theirs === "pages" && door !== "pages" ? "only pages know pages" : null;
  }
  if (order(to.room) > order(from.room)) return `${to.room} comes after ${from.room}`;
  const earlier = EARLIER_DOORS[door];
  if (earlier === undefined) return ["views", "pages"].includes(theirs) ? `a room's ${theirs} are its own` : null;
  return earlier.includes(theirs) ? null : `${door} may not know ${theirs} of an earlier room`;
};
