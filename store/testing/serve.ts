import { startEmbedded } from "../embedded/server.ts";
import { whenAskedToEnd } from "../embedded/signals.ts";

/** A process of its own that serves one folder until it is asked to end; prints one line of JSON. For tests that kill it. */
const started = await startEmbedded({ folder: process.argv[2] ?? "", settings: { fsync: "off" } });
if (!started.ok) {
  console.log(JSON.stringify(started.refusal));
  process.exit(3);
}
whenAskedToEnd(() => started.value.stop());
console.log(JSON.stringify({ pid: process.pid, server: started.value.pid, connection: started.value.connection }));
