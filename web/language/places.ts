/** Names of places where a register has a code: a country, when that is all that is known of where somebody is from. */
const kept = new Map<string, Intl.DisplayNames>();

/** The country's name in a language for two capital letters ("CO", Colombia); anything else is a name already. */
export function placeName(place: string, language: string): string {
  if (!/^[A-Z]{2}$/.test(place)) return place;
  const names = kept.get(language) ?? new Intl.DisplayNames([language], { type: "region" });
  kept.set(language, names);
  return names.of(place) ?? place;
}
