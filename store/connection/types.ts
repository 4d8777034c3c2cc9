import pg from "pg";

/** PostgreSQL's numbers of the types we read otherwise than `pg` would. */
const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY = 1009;

type Read = (text: string) => unknown;

/** The types of `pg` list only some of the numbers that its parsers know. */
const readBuiltIn = pg.types.getTypeParser as (oid: number, format?: "text" | "binary") => Read;

const arrayOf = (element: Read): Read => {
  const parseTexts = readBuiltIn(TEXT_ARRAY) as (text: string) => (string | null)[];
  return (text) => parseTexts(text).map((each) => (each === null ? null : element(each)));
};

const asText: Read = (text) => text;

/** "2026-11-21 23:15:02.5+00" → "2026-11-21T23:15:02.5Z". Connections speak UTC, so the zone is always +00. */
const instant: Read = (text) => text.replace(" ", "T").replace(/\+00(:00)?$/, "Z");

const readers = new Map<number, Read>([
  [INT8, (text) => BigInt(text)],
  [NUMERIC, asText],
  [DATE, asText],
  [TIMESTAMPTZ, instant],
  [INT8_ARRAY, arrayOf((text) => BigInt(text))],
  [DATE_ARRAY, arrayOf(asText)],
  [NUMERIC_ARRAY, arrayOf(asText)],
]);

/**
 * How values come out of the database: whole numbers of 64 bits as bigint, exact decimals as their text, days as "YYYY-MM-DD",
 * instants as ISO text in UTC, JSON parsed, all else as `pg` does. No value passes through a floating-point number.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format === undefined || format === "text" ? readers.get(oid) : undefined) ??
    readBuiltIn(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};
