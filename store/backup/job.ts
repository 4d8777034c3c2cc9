/** The daily backup, as a job of the server. Whether it is due is read from what was noted: a second server sees it too. */
import type { Result } from "../../kernel/refusal.ts";
import type { Job } from "../jobs/clock.ts";
import { isDue } from "./daily.ts";
import { type BackupRequest, backUp, type KeptRun } from "./run.ts";

/** Backs up once a day. `told` hears what came of it; that another process is at it is nothing to tell. */
export const dailyBackup = (request: BackupRequest, told: (outcome: Result<KeptRun>) => void): Job => ({
  name: "daily backup",
  due: async () => {
    const { rows } = await request.store
      .connect("app")
      .query("select max(ended) filter (where refusal is null) as good, max(ended) as tried from ayni.backup_run");
    return isDue({ good: rows[0]?.good ?? null, tried: rows[0]?.tried ?? null }, request.now());
  },
  work: async () => {
    const outcome = await backUp(request);
    if (outcome.ok || outcome.refusal.code !== "backup.running") told(outcome);
  },
});
