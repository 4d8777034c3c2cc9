/** Devices that are revoked, that were lost, and what of a lost one's acts is let in all the same. */
import * as z from "zod/mini";
import { type ActDeclaration, decision } from "../../../kernel/act/declaration.ts";
import { refuse } from "../../../kernel/act/follows.ts";
import { newest, nextVersion, write } from "../../../kernel/act/record.ts";
import { DeviceId } from "../../../kernel/ids.ts";
import { refused } from "../../../kernel/refusal.ts";
import { textSchema } from "../../../kernel/schema.ts";
import { deviceVersions } from "../needs.ts";
import { device, deviceRelease } from "../records.ts";

const sequence = z.int().check(z.nonnegative(), z.maximum(2_000_000_000));
const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/));

/**
 * Revokes a device: from now on it decides nothing, and facts that still arrive from it are kept with a question, because
 * they may have been said before it was lost. With `lostAt`, what it said after that instant is quarantined: kept as it came, shown, and
 * taken only when released; by a clock that cannot be right, what is beyond `lastSequence`, the last that was heard of it before. A
 * device revoked without `lostAt` may be revoked again with it. A decision.
 */
export const revokeDevice: ActDeclaration = decision({
  kind: "device.revoke",
  version: 1,
  rules: 1,
  room: "book",
  power: "manage-devices",
  says: z.strictObject({
    device: DeviceId,
    reason: textSchema(200),
    lostAt: z.optional(instant),
    lastSequence: z.optional(sequence),
  }),
  needs: (said) => ({ versions: deviceVersions(said.device) }),
  follows: (said, { versions }, { today }) => {
    const current = newest(versions);
    if (current === null) return refuse(refused("device.unknown", { device: said.device }, "device").refusal);
    const isNews = said.lostAt !== undefined && current.lost_at === null;
    if (current.state === "revoked" && !isNews)
      return refuse(refused("device.revoked-already", { device: said.device }, "device").refusal);
    const row = {
      ...current,
      state: "revoked",
      note: said.reason,
      lost_at: said.lostAt ?? null,
      last_sequence: said.lostAt === undefined ? null : (said.lastSequence ?? null),
      version: nextVersion(versions),
      from_day: today,
    };
    return { records: [write(device, row)] };
  },
});

/**
 * Lets in what a lost device said after it was lost: the acts named, or all of a range of sequences. They are then taken in their order,
 * each with a question. What is not named stays quarantined; nothing is ever destroyed. A decision.
 * Codes: `device.unknown`, `device.not-lost`, `device.release-names-nothing`.
 */
export const releaseDevice: ActDeclaration = decision({
  kind: "device.release",
  version: 1,
  rules: 1,
  room: "book",
  power: "manage-devices",
  says: z.strictObject({
    device: DeviceId,
    reason: textSchema(200),
    acts: z.optional(z.array(z.uuid()).check(z.minLength(1), z.maxLength(1_000))),
    sequences: z.optional(z.strictObject({ from: sequence, until: sequence })),
  }),
  needs: (said) => ({ versions: deviceVersions(said.device) }),
  follows: (said, { versions }, { act, by, today }) => {
    const current = newest(versions);
    if (current === null) return refuse(refused("device.unknown", { device: said.device }, "device").refusal);
    if (current.lost_at === null) return refuse(refused("device.not-lost", { device: said.device }, "device").refusal);
    const { acts, sequences } = said;
    if (acts === undefined && (sequences === undefined || sequences.until < sequences.from))
      return refuse(refused("device.release-names-nothing", {}, "sequences").refusal);
    const row = {
      release: act,
      device: said.device,
      acts: acts ?? null,
      from_sequence: sequences?.from ?? null,
      until_sequence: sequences?.until ?? null,
      reason: said.reason,
      released_by: by,
      on_day: today,
    };
    return { records: [write(deviceRelease, row)] };
  },
});
