import { expect, test } from "vitest";
import { wrongArrows } from "./arrows.ts";
import { importsOf, type Source, sources } from "./sources.ts";

const file = (path: string, text: string): Source => ({ path, text });

test("every import of the house goes a way that the plan allows", () => {
  expect(wrongArrows(sources())).toEqual([]);
});

test("imports are read as they stand in the file, not in its comments", () => {
  const text = `import { a } from "./a.ts";
// import { no } from "./no.ts";
export type { B } from "../b.ts";
import "./c.css";
const d = await import("./d.ts");
import {
  e,
  f,
} from "node:fs";
const url = "https://example.org"; import g from "pg";`;
  expect(importsOf(file("rooms/x/y.ts", text))).toEqual([
    "rooms/x/a.ts",
    "rooms/b.ts",
    "rooms/x/c.css",
    "rooms/x/d.ts",
    "node:fs",
    "pg",
  ]);
});

test.each([
  ["kernel/lot.ts", "../rooms/lots/records.ts", "kernel may not know rooms"],
  ["kernel/clock.ts", "node:fs", "pure code stands on few packages"],
  ["rooms/acopio/rules/net.ts", "pg", "pure code stands on few packages"],
  ["rooms/acopio/rules/net.ts", "../acts.ts", "rules may not know acts of its room"],
  ["rooms/acopio/rules/net.ts", "../../settlement/rules/line.ts", "settlement comes after acopio"],
  ["rooms/acopio/rules/net.ts", "../../agreements/needs.ts", "rules may not know needs of an earlier room"],
  ["rooms/settlement/acts.ts", "../acopio/views.ts", "a room's views are its own"],
  ["rooms/settlement/views.ts", "../acopio/views.ts", "views may not know views of an earlier room"],
  ["rooms/people/acts.ts", "../../store/writer/write.ts", "a room may not know store"],
  ["rooms/people/acts.ts", "../../web/components/table.tsx", "only pages know the web"],
  ["rooms/acopio/acts.ts", "../all.ts", "a room may not know gathered"],
  ["rooms/harvest/acts.ts", "../people/acts.ts", "there is no room called harvest"],
  ["rooms/people/records.ts", "./rules/name.ts", "records may not know rules of its room"],
  ["store/writer/write.ts", "../../rooms/people/acts.ts", "store may not know rooms"],
  ["web/api/acts.ts", "../../cli/main.ts", "web may not know cli"],
  ["web/api/acts.ts", "../../store/testing/database.ts", "nothing that runs may stand on a test's tools"],
  ["web/field/app/core/x.ts", "../../../../rooms/all.ts", "telephone may not know gathered"],
  ["web/field/app/core/x.ts", "../../../../store/writer/write.ts", "telephone may not know store"],
  ["web/field/app/core/x.ts", "../../../../rooms/acopio/views.ts", "a telephone asks no views"],
  ["web/field/app/core/x.ts", "../../../server/app.ts", "a telephone knows of the web only what runs there too"],
  ["web/field/app/core/x.ts", "node:fs", "a telephone has no Node"],
  ["tools/x.ts", "../kernel/refusal.ts", "the house has no part called tools"],
])("%s may not import %s", (path, target, why) => {
  const [wrong] = wrongArrows([file(path, `import { x } from "${target}";`)]);
  expect(wrong).toMatch(new RegExp(`: ${why}$`));
});

test.each([
  ["rooms/settlement/rules/line.ts", "../../agreements/rules/steps/step.ts"],
  ["rooms/settlement/acts.ts", "../acopio/needs.ts"],
  ["rooms/settlement/acts.ts", "../people/acts.ts"],
  ["rooms/settlement/pages/statement.tsx", "../../../web/components/table.tsx"],
  ["rooms/settlement/rules/line.ts", "../records.ts"],
  ["kernel/ids.ts", "zod/mini"],
  ["store/connection/pools.ts", "pg"],
  ["cli/main.ts", "../web/server.ts"],
  ["rooms/all.ts", "./settlement/index.ts"],
  ["web/api/acts.ts", "../../rooms/all.ts"],
  ["rooms/acopio/net.test.ts", "../../store/testing/database.ts"],
  ["web/field/app/core/x.ts", "../../../../rooms/acopio/acts.ts"],
  ["web/field/app/core/x.ts", "../../../language/say.ts"],
  ["web/field/app/core/x.ts", "qr/decode.js"],
])("%s may import %s", (path, target) => {
  expect(wrongArrows([file(path, `import { x } from "${target}";`)])).toEqual([]);
});
