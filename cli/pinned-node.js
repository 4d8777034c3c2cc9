// The Node this package pins (an optional dependency for each platform), found without any help, so that any Node >= 18 can do it.
// Run by itself, after `npm install`, it links that Node where npm's scripts look first: npm 10 leaves this link out.
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = join(dirname(dirname(fileURLToPath(import.meta.url))), "node_modules");
const isWindows = process.platform === "win32";
const carrier = `node-${isWindows ? "win" : process.platform}-${process.arch}`;

/** The pinned Node's program, or the one that runs now where there is none for this platform. */
export const pinnedNode = () => {
  const program = join(packages, carrier, "bin", isWindows ? "node.exe" : "node");
  return existsSync(program) ? program : process.execPath;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const link = join(packages, ".bin", "node");
  if (pinnedNode() === process.execPath && !process.execPath.startsWith(packages)) {
    console.error(`No pinned Node for ${carrier}: going on with ${process.version}.`);
  } else if (!existsSync(link) && !isWindows) {
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join("..", carrier, "bin", "node"), link);
  }
}
