/** What the bar at the top says of the network: truthfully, and never green for unheard. */
import { expect, test } from "vitest";
import { readCatalogues } from "../../../language/catalogues.ts";
import { speaker } from "../../../language/say.ts";
import type { SyncState } from "../ports.ts";
import { networkTold } from "./network-bar.tsx";

const say = speaker(readCatalogues(), { language: "es", country: "CO", currency: "COP", currencyPlaces: 0 });
const now = "2026-11-15T15:00:00.000Z"; // ten in the morning in Bogotá
const heard: SyncState = {
  ...{ phase: "idle", unsent: 0, lastHeard: "2026-11-15T11:10:00.000Z", lastTried: now, trouble: null, clockError: 0 },
};
const told = (sync: Partial<SyncState>, revoked = false) => {
  const { look, first, second } = networkTold({ ...heard, ...sync }, revoked, now, "America/Bogota", say);
  return `${look}: ${first}. ${second}`;
};

test.each<[Partial<SyncState>, string]>([
  [{}, "kept: Todo enviado. Última noticia: las 06:10"],
  [{ unsent: 17 }, "waiting: Última noticia: las 06:10. 17 sin enviar, guardados aquí"],
  [{ unsent: 17, trouble: "no-signal" }, "waiting: Sin señal desde las 06:10. 17 sin enviar, guardados aquí"],
  [{ trouble: "no-signal" }, "waiting: Sin señal desde las 06:10. Nada por enviar"],
  [
    { unsent: 1, trouble: "no-answer" },
    "waiting: La oficina no contesta desde las 06:10. 1 sin enviar, guardados aquí",
  ],
  [
    { unsent: 3, trouble: "not-the-book" },
    "waiting: La red no deja pasar desde las 06:10. 3 sin enviar, guardados aquí",
  ],
  [{ unsent: 3, trouble: "server" }, "waiting: La oficina no recibe desde las 06:10. 3 sin enviar, guardados aquí"],
  [{ unsent: 3, phase: "sending" }, "waiting: Enviando 3. Siguen guardados aquí"],
  [{ lastHeard: null }, "waiting: Sin noticia todavía. Nada por enviar"],
  [{ lastHeard: "2026-11-07T11:10:00.000Z" }, "waiting: Hace 8 días sin noticia. Nada por enviar"],
  [
    { lastHeard: "2026-11-14T11:10:00.000Z", unsent: 2, trouble: "no-signal" },
    "waiting: Sin señal desde el 14 nov 2026, 06:10. 2 sin enviar, guardados aquí",
  ],
  [{ unsent: 3, trouble: "storage" }, "broken: No cabe más en el teléfono. 3 sin enviar, guardados aquí"],
])("the bar for %j [field.network-bar]", (sync, words) => {
  expect(told(sync)).toBe(words);
});

test("a telephone that was withdrawn says so above everything else, with what it still holds", () => {
  expect(told({ unsent: 50, trouble: "no-signal" }, true)).toBe(
    "broken: Dado de baja: solo envía. 50 sin enviar, guardados aquí",
  );
});
