/** The places of a book: what the rail leads to, in its order. A place is shown to whoever may look at what is there. */

/** One place: the path of its front page under the book, the message that names it, and the powers of which one is enough. */
export type Place = { readonly path: string; readonly name: string; readonly powers: readonly string[] };

/** The office: what the people who keep the book work with. */
export const officePlaces = {
  today: {
    path: "today",
    name: "place.today",
    powers: ["see-members", "see-deliveries", "see-statements", "see-ledger", "answer-question", "audit"],
  },
  deliveries: { path: "deliveries", name: "place.deliveries", powers: ["see-deliveries", "audit"] },
  points: { path: "points", name: "place.points", powers: ["manage-devices", "see-deliveries", "see-ledger", "audit"] },
  members: { path: "members", name: "place.members", powers: ["see-members"] },
  settlements: {
    path: "settlements",
    name: "place.settlements",
    powers: ["draft-settlement", "review-settlement", "close-settlement", "see-statements", "audit"],
  },
  statements: { path: "statements", name: "place.statements", powers: ["see-statements", "audit"] },
  payments: { path: "payments", name: "place.payments", powers: ["pay"] },
  prices: { path: "prices", name: "place.prices", powers: ["publish-price", "record-price", "open-season", "audit"] },
  credit: {
    path: "credit",
    name: "place.credit",
    powers: ["give-advance", "grant-credit", "see-ledger", "audit"],
  },
  ledger: { path: "ledger", name: "place.ledger", powers: ["see-ledger", "audit"] },
  questions: { path: "questions", name: "place.questions", powers: ["answer-question", "audit"] },
  imports: { path: "imports", name: "place.imports", powers: ["keep-register", "record-opening"] },
  "our-book": {
    path: "our-book",
    name: "place.our-book",
    powers: ["settings", "manage-seats", "manage-devices", "back-up", "see-personal", "audit"],
  },
} as const satisfies Readonly<Record<string, Place>>;

/** One's own: what everybody who sits in a book finds about themselves. */
export const ownPlaces = {
  me: { path: "me", name: "place.me", powers: [] },
  "my-deliveries": { path: "me/deliveries", name: "place.my-deliveries", powers: [] },
  "my-statements": { path: "me/statements", name: "place.my-statements", powers: [] },
  "my-agreements": { path: "me/agreements", name: "place.my-agreements", powers: [] },
  "my-data": { path: "me/data", name: "place.my-data", powers: [] },
} as const satisfies Readonly<Record<string, Place>>;

export type PlaceName = keyof typeof officePlaces | keyof typeof ownPlaces;

/** Whether a place is one's own. */
export const isOwn = (name: PlaceName): boolean => Object.hasOwn(ownPlaces, name);

/** The places of the office, or one's own, that there is a page for and that these powers open. */
export function placesFor(
  which: "office" | "own",
  powers: ReadonlySet<string>,
  built: ReadonlySet<PlaceName>,
): readonly (Place & { readonly key: PlaceName })[] {
  const places: Readonly<Record<string, Place>> = which === "office" ? officePlaces : ownPlaces;
  return Object.entries(places)
    .map(([key, place]) => ({ ...place, key: key as PlaceName }))
    .filter(({ key, powers: wanted }) => built.has(key) && (which === "own" || wanted.some((one) => powers.has(one))));
}
