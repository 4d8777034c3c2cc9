/** Until when a statement may be objected to, and by when it is to be paid: beside the paper, which keeps neither. */
import { useSay } from "../../../web/components/speaking.tsx";

/** Days of the season's policy; `waits` while something is still owed. */
export type Deadlines = { readonly object_until: string; readonly pay_by: string; readonly waits: boolean };

/** The days that the season's policy gives; the day of payment only while something is owed. */
export function DeadlineLines({ of }: { of: Deadlines | null }) {
  const say = useSay();
  if (of === null) return null;
  return (
    <section class="deadlines">
      <h2>{say("deadlines.title")}</h2>
      <p>{say("deadlines.object", { day: of.object_until })}</p>
      {of.waits ? <p>{say("deadlines.pay", { day: of.pay_by })}</p> : null}
    </section>
  );
}
