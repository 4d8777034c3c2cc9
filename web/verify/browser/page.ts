/** The script of the page `/R`: it may ask the server for keys and standing, and is kept for days without a signal. */
import { askKeys, askStatus } from "./ask.ts";
import { begin } from "./main.ts";

begin({ keys: askKeys, status: askStatus });
if ("serviceWorker" in navigator)
  void navigator.serviceWorker.register("/R-worker.js", { scope: "/R" }).catch(() => undefined);
