/** How much of a file is taken. What is beyond is refused by name, before it costs memory. */

/** Columns of a sheet. No roll of members has a tenth of it; a million empty columns would be as many empty texts per row. */
export const mostColumns = 512;
/** Characters of one cell: what spreadsheet programs hold themselves (ECMA-376 leaves it open; Excel's own limit). */
export const longestCell = 32_767;
/** Characters of one line of separated values. */
export const longestLine = 4 * 1024 * 1024;
/** Entries of a workbook's archive. */
export const mostEntries = 5_000;
/** Bytes that a workbook may unpack to in all. A million rows of twenty columns take about half. */
export const mostUnpacked = 2 * 1024 ** 3;
/** How many times its packed size a large entry may unpack to. Repeated cells reach 60; a bomb reaches 1,000. */
export const mostSwollen = 250;
/** Entries below this may swell as they like: bytes. */
export const swellingMatters = 8 * 1024 ** 2;
/** Characters in a workbook's table of texts, which has to be held in memory. */
export const mostSharedText = 64 * 1024 ** 2;
/** Rows looked at for the header and the manner of writing. */
export const rowsSampled = 200;
