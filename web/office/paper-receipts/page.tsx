/** `/o/BOOK/points/papers`: receipts in producers' hands, of a telephone that was lost: what do they say, and does the book have them? */
import { digitsOf } from "../../../kernel/cose/carrier.ts";
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import type { ReceiptRead } from "../../../rooms/acopio/rules/receipt-read.ts";
import { WordsField } from "../../components/fields.tsx";
import { Mark, type MarkName } from "../../components/mark.tsx";
import { Notice } from "../../components/notice.tsx";
import { Table } from "../../components/table.tsx";
import type { BookForm, BookPage, FormAt, PageAt } from "../../desk/page.ts";
import { named } from "../../language/names.ts";
import { sentenceOf } from "../../language/sentence.ts";
import type { Page } from "../../render.ts";
import { formPage } from "../form-page.tsx";
import { readCodes } from "./codes.ts";
import { type Entered, enter, lookUp, type Scanned } from "./entering.ts";

const path = "/o/:book/points/papers";
const mayEnter = (at: PageAt): boolean => at.powers.has("receive");
const notYours = refused("power.missing", { power: "receive", agent: "" });

type Line = Scanned & { readonly entered: Entered | null };
type Looked = { readonly lines: readonly Line[]; readonly unread: number; readonly text: string };

/** The form for the codes. */
export const paperReceiptsPage: BookPage = {
  path,
  open: async (at) => (mayEnter(at) ? done(draw(at, null)) : notYours),
};

/** Looks the receipts up; with `enter` it records those that are missing. Nothing is recorded that was not shown before. */
export const paperReceiptsForm: BookForm = {
  path,
  post: async (at: FormAt): Promise<Result<Page>> => {
    if (!mayEnter(at)) return notYours;
    const text = at.form.text("codes");
    const { codes, unread } = readCodes(text);
    const lines: Line[] = [];
    for (const bytes of codes) {
      const found = await lookUp(at, bytes);
      const isWanted = at.form.text("do") === "enter" && found.standing.is === "missing";
      const entered = isWanted && found.standing.is === "missing" ? await enter(at, found.standing.scanned) : null;
      lines.push({ ...found, entered });
    }
    return done(draw(at, { lines, unread, text }));
  },
};

function draw(at: PageAt, looked: Looked | null): Page {
  const { say } = at;
  const missing = looked?.lines.filter(({ standing, entered }) => standing.is === "missing" && entered === null) ?? [];
  return formPage(at, {
    here: "points",
    asks: looked === null ? say("papers-in-hand.asks") : answerOf(looked, missing.length, at),
    about: say("papers-in-hand.about"),
    children: (
      <>
        {looked === null ? null : <Found at={at} looked={looked} />}
        {missing.length === 0 ? null : <EnterForm at={at} missing={missing} />}
        <form class="act" method="post" action={at.address("points/papers")}>
          <WordsField
            name="codes"
            label={say("papers-in-hand.codes")}
            hint={say("papers-in-hand.codes-hint")}
            filled={{ typed: new URLSearchParams(), wrong: wrongIn(looked) }}
            rows={8}
          />
          <p class="acts">
            <button class={missing.length === 0 ? "do main" : "do"} type="submit">
              {say("papers-in-hand.look")}
            </button>
            <a class="quiet" href={at.address("points")}>
              {say("points.back")}
            </a>
          </p>
        </form>
      </>
    ),
  });
}

const wrongIn = (looked: Looked | null): readonly Refusal[] =>
  looked !== null && looked.lines.length === 0 ? [refused("receipt-code.unreadable", {}, "codes").refusal] : [];

function answerOf({ lines }: Looked, missing: number, { say }: PageAt): string {
  const entered = lines.filter((one) => one.entered !== null && one.entered.outcome !== "refused").length;
  if (entered > 0) return say("papers-in-hand.entered", { entered: `${entered}` });
  if (lines.length === 0) return say("papers-in-hand.nothing");
  return missing === 0
    ? say("papers-in-hand.none-missing", { papers: `${lines.length}` })
    : say("papers-in-hand.missing", { papers: `${lines.length}`, missing: `${missing}` });
}

/** Sends back only the codes that were shown as missing. */
function EnterForm({ at, missing }: { at: PageAt; missing: readonly Line[] }) {
  const { say } = at;
  return (
    <form class="act" method="post" action={at.address("points/papers")}>
      <input type="hidden" name="codes" value={missing.map(({ bytes }) => digitsOf(bytes)).join("\n")} />
      <input type="hidden" name="do" value="enter" />
      <p class="acts">
        <button class="do main" type="submit">
          {say("papers-in-hand.enter", { missing: `${missing.length}` })}
        </button>
      </p>
    </form>
  );
}

const columns = ["number", "day", "who", "product", "net", "value", "standing"] as const;

function Found({ at, looked: { lines, unread } }: { at: PageAt; looked: Looked }) {
  const { say } = at;
  return (
    <>
      {unread === 0 ? null : (
        <Notice state="broken" title={say("papers-in-hand.unread", { unread: `${unread}` })}>
          <p>{say("papers-in-hand.unread-why")}</p>
        </Notice>
      )}
      {lines.length === 0 ? null : (
        <Table
          label={say("papers-in-hand.found")}
          columns={columns.map((head) => ({
            head: say(`papers-in-hand.${head}`),
            figures: head === "net" || head === "value",
          }))}
          rows={lines.map((line) => ({
            name: line.code?.read.number ?? say("unknown"),
            cells: [
              ...(line.code === null ? [null, null, null, null, null] : saidCells(line.code.read, at)),
              standingCell(line, at),
            ],
          }))}
        />
      )}
    </>
  );
}

function saidCells(read: ReceiptRead, { say }: PageAt) {
  const day = say("value.day", { value: read.happened });
  return [
    read.clock === null ? day : `${day}, ${read.clock}`,
    read.who,
    read.product === null ? null : named("product", read.product, say),
    `${say("value.figure", { value: kilogramsOf(read.net) })}\u00a0kg`,
    read.value === null ? "" : say("value.money-code", { value: read.value, currency: read.currency ?? "" }),
  ];
}

function standingCell({ standing, entered, code }: Line, at: PageAt) {
  const { say } = at;
  const [mark, words] = standingWords(standing, entered, at);
  const link =
    entered?.outcome !== "refused" && (entered !== null || standing.is === "here" || standing.is === "otherwise");
  return (
    <>
      <span class={`st ${mark}`}>
        <Mark name={mark} /> <span>{words}</span>
      </span>
      {link && code !== null ? (
        <a href={at.address(`deliveries/${code.read.delivery}`)}>{say("papers-in-hand.see")}</a>
      ) : null}
    </>
  );
}

function standingWords(standing: Scanned["standing"], entered: Entered | null, { say }: PageAt): [MarkName, string] {
  if (entered?.because) return ["broken", sentenceOf(entered.because, say)];
  if (entered !== null)
    return [entered.outcome === "asked" ? "waiting" : "kept", say(`papers-in-hand.became-${entered.outcome}`)];
  if (standing.is === "refused") return ["broken", sentenceOf(standing.because, say)];
  if (standing.is === "here")
    return ["kept", say(standing.voided ? "papers-in-hand.is-voided" : "papers-in-hand.is-here")];
  return standing.is === "missing"
    ? ["waiting", say("papers-in-hand.is-missing")]
    : ["broken", say("papers-in-hand.is-otherwise")];
}
