/** A package of the lockfile: its path in `node_modules`, and what it says of itself. */
export type Locked = Readonly<
  Record<string, { readonly license?: string; readonly dev?: boolean; readonly resolved?: string }>
>;

/** Licences whose terms our own (AGPL-3.0-or-later) can keep. */
const KEPT = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
  "PostgreSQL",
  "Unlicense",
];

/** Packages that name no licence where one looks for it, with what their LICENSE file says: each was read. */
const READ: Readonly<Record<string, string>> = { "png-js": "MIT" };

/** Packages that come with the product (not the developers' tools) under terms that are not on the list, as "NAME: LICENCE". */
export const foreignLicences = (packages: Locked): string[] =>
  Object.entries(packages)
    .filter(([path, { dev }]) => path !== "" && dev !== true)
    .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ""), license }))
    .filter(({ name, license }) => !isKept(license ?? READ[name] ?? ""))
    .map(({ name, license }) => `${name}: ${license ?? "says nothing"}`);

/** "(MIT OR GPL-2.0)" lets us choose; "MIT AND CC-BY-4.0" asks for both. */
const isKept = (spelled: string): boolean =>
  spelled
    .replace(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((one) => KEPT.includes(one.trim())));
