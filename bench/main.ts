/** `npm run bench -- NAME [--size S] [--markdown]`: every figure we state can be measured again. */
import { parseArgs } from "node:util";
import { asMarkdown, asText, type Bench } from "./method/report.ts";

/** The benchmarks. Each is loaded only when it is asked for. */
const benches: Readonly<Record<string, () => Promise<{ readonly bench: Bench }>>> = {
  ingest: () => import("./ingest/ingest.ts"),
  settle: () => import("./settle/settle.ts"),
  page: () => import("./page/page.ts"),
  verify: () => import("./verify/verify.ts"),
  import: () => import("./import/import.ts"),
  sheets: () => import("./sheets/sheets.ts"),
  backup: () => import("./backup/backup.ts"),
  field: () => import("./field/field.ts"),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: "string", default: "1" }, markdown: { type: "boolean", default: false } },
});
const load = benches[positionals[0] ?? ""];
const size = Number(values.size);
if (load === undefined || !(size > 0)) {
  console.error(`npm run bench -- ${Object.keys(benches).join("|")} [--size 1] [--markdown]`);
  process.exit(2);
}
const { bench } = await load();
const report = await bench({ size, say: (line) => console.error(line) });
console.log(values.markdown ? asMarkdown(report) : asText(report));
