/** Says what the app weighs on the wire, and what makes it heavy: `node --import tsx web/field/testing/weigh.ts [ENTRY]`. */
import { gzipSync } from "node:zlib";
import { chunkAddress, usualEntry } from "../server/build.ts";
import { bundle } from "../server/bundle.ts";
import { builtApp } from "./built.ts";

/** Bytes of a text or of bytes after gzip, as they travel. */
export const gzipped = (body: string | Uint8Array): number => gzipSync(body, { level: 9 }).byteLength;

async function say(entry: string): Promise<void> {
  const built = await builtApp(entry);
  for (const [address, { body }] of built.assets)
    console.log(`${`${gzipped(body)}`.padStart(8)} ${address}${built.needed.includes(address) ? " (first load)" : ""}`);
  const { weights, first } = await bundle(entry, { split: { address: chunkAddress } });
  console.log(`${`${gzipped(first)}`.padStart(8)} of it the first script inlined`);
  for (const [output, { inputs, bytes }] of Object.entries(weights.outputs)) {
    console.log(`\n${output}: ${bytes} bytes minified`);
    const heaviest = Object.entries(inputs).sort((one, other) => other[1].bytesInOutput - one[1].bytesInOutput);
    for (const [input, { bytesInOutput }] of heaviest.slice(0, 25))
      console.log(`${`${bytesInOutput}`.padStart(8)} ${input}`);
  }
}

if (process.argv[1]?.endsWith("field/testing/weigh.ts")) await say(process.argv[2] ?? usualEntry);
