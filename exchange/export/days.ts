/** Names of fields that hold a day, in the answers of views and in the tables of a book. */
const days: readonly string[] = ["since", "until", "erased", "happened", "due", "tax_hold_until"];

/** Whether a field holds a day: by its name, or by how such names end ("closed_on", "first_day"). */
export const isDay = (field: string): boolean => days.includes(field) || /_(?:on|day)$/.test(field);
