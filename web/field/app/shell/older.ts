/**
 * What browsers of 2020 lack and our code uses: methods of the language, by their own definition. A telephone bought second-hand and never
 * updated is a telephone of ours too. Newer browsers keep theirs.
 */

/** Lays a method where there is none. */
function lay(on: object, name: string, method: (...given: never[]) => unknown): void {
  if (!(name in on)) Object.defineProperty(on, name, { value: method, writable: true, configurable: true });
}

/** Lays all of them. ECMAScript 2021 (`replaceAll` with a text) and 2022 (`at`, `Object.hasOwn`). */
export function layWhatOlderBrowsersLack(
  array: object = Array.prototype,
  text: object = String.prototype,
  object: object = Object,
): void {
  lay(array, "at", function at(this: readonly unknown[], index: number) {
    return this[index < 0 ? this.length + index : index];
  });
  lay(text, "replaceAll", function replaceAll(this: string, from: string, to: string) {
    return this.split(from).join(to);
  });
  lay(object, "hasOwn", (of: object, name: PropertyKey) => Object.getOwnPropertyDescriptor(of, name) !== undefined);
}

layWhatOlderBrowsersLack();
