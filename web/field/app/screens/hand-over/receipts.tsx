/** The receipts of today on this telephone: to show one again, print it again, or void it. No names: a list is seen by whoever stands by. */
import { kilogramsOf } from "../../../../../kernel/quantity/index.ts";
import { voidOf } from "../../../../../rooms/acopio/needs.ts";
import { useSay } from "../../../../components/speaking.tsx";
import { begun, productName } from "../../../../language/names.ts";
import { handOversOf } from "../../day/told.ts";
import { clockWords } from "../../parts/clock.ts";
import { Notice } from "../../parts/notice.tsx";
import { Row, Rows } from "../../parts/rows.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useField } from "../../screen.ts";

/** Must: keep voided ones in view, marked; lead to each paper as it was given. */
export function Receipts() {
  const { core, zone, go } = useField();
  const say = useSay();
  // Of many thousand acts only the newest are read: older ones are of no day that could still be today.
  const since = new Date(Date.parse(core.now()) - 48 * 3_600_000).toISOString();
  const items = core.outbox().filter((item) => item.at >= since);
  const at = new Map(items.map((item) => [item.act, item.at]));
  const told = [...handOversOf(items, core.today())].reverse();
  return (
    <Shown title={say("field.receipt.today", { count: `${told.length}` })}>
      {told.length === 0 ? (
        <Notice state="none" title={say("field.receipt.none-today")} />
      ) : (
        <Rows label={say("field.receipt.list")}>
          {told.map((one) => {
            const voided = core.ask(voidOf(one.delivery)) !== null;
            return (
              <Row
                key={one.act}
                mark={voided ? "void" : "kept"}
                title={one.receipt ?? say("field.receipt.from-pad")}
                under={say("field.receipt.line", {
                  clock: clockWords(at.get(one.act) ?? core.now(), zone),
                  product: begun(productName(one.product, say)),
                  state: voided ? "voided" : "counts",
                })}
                figure={say("value.kilograms", { value: kilogramsOf(one.net) })}
                onPress={() => go("receipt", one.delivery)}
              />
            );
          })}
        </Rows>
      )}
    </Shown>
  );
}
