/** Drawings of our own: 24 px, one line of 2 px, square ends. Things of the trade, no faces, no flags. */

/** Path data of each icon. */
export const icons = {
  nosignal: "M4 20v-3M9 20v-7M14 20V9M19 20V5M3 3l18 18",
  signal: "M4 20v-3M9 20v-7M14 20V9M19 20V5",
  sun: "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  person: "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4 21.5q0-8.5 8-8.5t8 8.5z",
  people: "M5 8a3 3 0 1 0 6 0a3 3 0 1 0-6 0M2 20q0-7 6-7t6 7zM14 5.4a3 3 0 1 1 0 5.2M16.5 13.4Q22 14.5 22 20h-4.5",
  scan: "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16",
  plus: "M12 4v16M4 12h16",
  minus: "M4 12h16",
  erase: "M9 5.5h12v13H9L2.5 12zM12 9l6 6M18 9l-6 6",
  drop: "M12 3q6.5 7 6.5 11.5a6.5 6.5 0 0 1-13 0Q5.5 10 12 3z",
  bean: "M6.7 19.5a6 9.2 35 1 1 10.6-15a6 9.2 35 1 1-10.6 15zM17 5q-1 5-5 7t-5 7",
  sieve: "M3 6h18v6H3zM6 12v2M10 12v5M14 12v3M18 12v6M6 17v2M14 18v3",
  listen: "M3 9h4.5L13 4.5v15L7.5 15H3zM16 8.5q3 3.5 0 7M18.8 5.5q5.4 6.5 0 13",
  receipt: "M5.5 3v18l2.2-1.6L9.9 21l2.1-1.6L14.2 21l2.2-1.6 2.1 1.6V3zM9 8h6M9 12h6",
  sack: "M9 6L7.5 3h9L15 6M9 6h6M9 6q-5 5-5 10 0 5 4 5h8q4 0 4-5 0-5-5-10",
  scale: "M4 21h16M6 21l2-7h8l2 7M12 14V9M3.5 5h17l-2.5 4H6z",
  cash: "M2 6h20v12H2zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M5.5 9v6M18.5 9v6",
  question: "M3 4h18v12.5h-8.5L7 21v-4.5H3zM9.7 8.3q2.4-2.3 4.6 0 .4 1.9-2.3 2.7V12M12 13.2v1.6",
  pen: "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
  next: "M9 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  up: "M5 15l7-7 7 7",
  down: "M5 9l7 7 7-7",
  lock: "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v2",
  key: "M3 8a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0M10.7 11.2L20 20.5M16 16.5l3-3",
  clock: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 6.5V12l4 3",
  box: "M3 8l9-5 9 5v9l-9 5-9-5zM3 8l9 5 9-5M12 13v9",
  send: "M12 20V5M5 11l7-7 7 7M4 21h16",
  file: "M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6",
  camera: "M3 7h4.5L9 4.5h6L16.5 7H21v12H3zM8.5 13a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0",
  printer: "M7 9V3h10v6M7 17H3V9h18v8h-4M7 14h10v7H7z",
  more: "M4 6h16M4 12h16M4 18h16",
  sound: "M3 9h4.5L13 4.5v15L7.5 15H3zM16 9l5 6M21 9l-5 6",
  check: "M4 12.5l5.5 5.5L20 6.5",
  close: "M5 5l14 14M19 5L5 19",
  phone: "M7 2h10v20H7zM10.5 18.5h3",
  calendar: "M3 5h18v16H3zM3 10h18M8 2.5V7M16 2.5V7",
  paper: "M5 3h14v18H5zM8.5 8h7M8.5 12h7M8.5 16h4",
  turn: "M4 6a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M4 12a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M4 18a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M11 6h10M11 12h10M11 18h10",
  letters: "M3 18L8 6l5 12M4.8 14h6.4M16 18v-8M16 14.5a3 3.5 0 1 1 0 .5",
  keys: "M4 4h4v4H4zM10 4h4v4h-4zM16 4h4v4h-4zM4 10h4v4H4zM10 10h4v4h-4zM16 10h4v4h-4zM10 16h4v4h-4z",
  moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
} as const;

/** What may be drawn. */
export type IconName = keyof typeof icons;

/** Filled marks of a state, each with its own outline: no meaning by colour alone. */
export const marks = {
  kept: "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zM3.3 8.2L7 11.9 12.9 6 11.4 4.5 7 8.9 4.8 6.7z",
  waiting: "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2v12a6 6 0 0 0 0-12z",
  broken: "M8-.5L16.5 8 8 16.5-.5 8zM7 3.8v5h2v-5zM7 10.3v2h2v-2z",
  void: "M8 0a8 8 0 1 1 0 16A8 8 0 0 1 8 0zm0 2.2a5.8 5.8 0 0 0-4.5 9.4l8.1-8.1A5.8 5.8 0 0 0 8 2.2zm4.5 2.2l-8.1 8.1a5.8 5.8 0 0 0 8.1-8.1z",
  none: "",
} as const;

/** How something stands. */
export type MarkName = keyof typeof marks;
