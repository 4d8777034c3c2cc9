/** A few words for a browser, so that its owner knows it again in a list; the whole User-Agent is not kept. */

/** Looked for in this order: a browser names its ancestors too ("Chrome … Safari"). These are names of products, the same in every language. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|CriOS|Chromium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux/, "Linux"],
];

/** "Firefox, Android"; empty when nothing is known. */
export function browserWords(userAgent: string): string {
  const read = userAgent.slice(0, 500);
  const named = (of: typeof browsers): string => of.find(([sign]) => sign.test(read))?.[1] ?? "";
  return [named(browsers), named(systems)].filter((word) => word !== "").join(", ");
}
