/** One hand-over from the first sack to the receipt: a few steps over one draft. */
import { useEffect, useMemo } from "preact/hooks";
import { useSay } from "../../../../components/speaking.tsx";
import { Act, Bar, MainAct } from "../../parts/acts.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Shown } from "../../parts/shown.tsx";
import { useField } from "../../screen.ts";
import { whileOpen } from "../../shell/staying.ts";
import { atPoint, factsOf } from "./facts.ts";
import { Goods } from "./goods.tsx";
import { Look } from "./look.tsx";
import { Objection } from "./objection.tsx";
import { useDraft } from "./use-draft.ts";
import { Weigh } from "./weigh.tsx";

/** While a hand-over is open no newer app is taken. */
function useStaysOpen(): void {
  useEffect(() => {
    let over: () => void = () => {};
    void whileOpen(
      () =>
        new Promise((done) => {
          over = done;
        }),
    );
    return () => over();
  }, []);
}

/** Must: come back to the same place after the telephone was off; never lose what was typed. */
export function HandOver({ id }: { id: string }) {
  const field = useField();
  const say = useSay();
  useStaysOpen();
  const { draft: kept, change, isKept } = useDraft(id);
  const { products } = atPoint(field.core, kept?.paper?.day ?? field.core.today());
  // Where a point takes one product, nobody is asked which.
  const [only] = products.length === 1 ? products : [];
  const draft = useMemo(
    () => (kept === null ? null : { ...kept, product: kept.product ?? only ?? null }),
    [kept, only],
  );
  const facts = useMemo(() => (draft === null ? null : factsOf(field.core, draft, say.notation)), [field, draft, say]);
  if (kept === null || draft === null || facts === null) return <NotOpen id={id} />;
  const step = { id, draft, facts, change };
  const trouble = isKept ? null : (
    <Notice state="broken" loud title={say("field.hand-over.not-kept")}>
      <p>{say("field.hand-over.not-kept-why")}</p>
    </Notice>
  );
  if (draft.stage === "goods" && (kept.product !== null || only === undefined))
    return <Goods {...step} trouble={trouble} />;
  if (draft.stage === "look") return <Look {...step} />;
  if (draft.stage === "object") return <Objection {...step} />;
  return <Weigh {...step} trouble={trouble} />;
}

/** The address of a hand-over that is not open any more: it was given, or left. */
function NotOpen({ id }: { id: string }) {
  const { core, say, replace } = useField();
  const given = core.outbox().some((item) => item.act === id);
  return (
    <Shown
      title={say(given ? "field.hand-over.given" : "field.hand-over.gone")}
      bar={
        <Bar>
          {given ? (
            <Act icon="receipt" onPress={() => replace("receipt", id)}>
              {say("field.receipt.show")}
            </Act>
          ) : null}
          <MainAct icon="people" onPress={() => replace("turn")}>
            {say("field.receipt.next-person")}
          </MainAct>
        </Bar>
      }
    />
  );
}
