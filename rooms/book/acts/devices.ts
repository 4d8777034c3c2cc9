/** Devices that sign what is said at a place. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { always } from "../../../kernel/act/need.ts";
import { write } from "../../../kernel/act/record.ts";
import { AgentId, DeviceId } from "../../../kernel/ids.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { devicesOfSeries, deviceVersions } from "../needs.ts";
import { device } from "../records.ts";

/**
 * Enrols a device by its public key (raw Ed25519, base64url). A decision. A device that was lost comes back under a new id, and a
 * series of receipts belongs to one device for ever: two telephones never print the same number.
 */
export const enrolDevice: ActDeclaration = decision({
  kind: "device.enrol",
  version: 1,
  rules: 1,
  room: "book",
  power: "manage-devices",
  says: z.strictObject({
    device: DeviceId,
    publicKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
    agent: z.optional(AgentId),
    place: z.optional(textSchema(80)),
    note: z.optional(textSchema(200)),
    series: z.optional(z.string().check(z.regex(/^[A-Z0-9]{1,12}$/))),
  }),
  needs: (said) => ({
    versions: deviceVersions(said.device),
    sameSeries: said.series === undefined ? always([]) : devicesOfSeries(said.series),
  }),
  follows: (said, { versions, sameSeries }, { today }) => {
    if (versions.length > 0) return refuse(refused("device.id-used", { device: said.device }, "device").refusal);
    const [holder] = sameSeries;
    if (holder !== undefined) {
      const facts = { series: said.series ?? null, device: holder.device };
      return refuse(refused("device.series-used", facts, "series").refusal);
    }
    const row = {
      device: said.device,
      agent: said.agent ?? null,
      public_key: said.publicKey,
      place: said.place ?? null,
      state: "enrolled",
      note: said.note ?? null,
      series: said.series ?? null,
      lost_at: null,
      last_sequence: null,
    };
    return { records: [write(device, { ...row, version: 1, from_day: today })] };
  },
});
