/** What was found out about a receipt, in words and figures in their order; nothing is computed after this. */

import { shortCode } from "../../kernel/cose/short.ts";
import { encodeSigned } from "../../kernel/cose/sign1.ts";
import type { ReceiptRead } from "../../rooms/acopio/rules/receipt-read.ts";
import { decimalOf } from "../../rooms/acopio/rules/receipt-values.ts";
import type { MarkName } from "../components/mark.tsx";
import { notationOf, written } from "../language/notation.ts";
import type { Checked } from "./check.ts";
import type { KeyList } from "./key-list.ts";
import type { Status } from "./status.ts";
import { moment, type Words } from "./words.ts";

/** A figure to be compared with the paper. */
export type Row = { readonly name: string; readonly figure: string };

/** The verdict as it is drawn. */
export type Told = {
  readonly mark: MarkName;
  /** Whose receipt, and its number; empty when that is not known. */
  readonly who: string;
  readonly about: string;
  readonly verdict: string;
  readonly sentences: readonly string[];
  readonly compare: {
    readonly heading: string;
    readonly rows: readonly Row[];
    readonly struck: boolean;
    readonly after: readonly string[];
  } | null;
  readonly doesNotSay: { readonly heading: string; readonly sentences: readonly string[] } | null;
  readonly foot: readonly string[];
};

/** What the words are about. `now` is an instant; `status` null: the book could not be asked. */
export type Telling = { readonly checked: Checked; readonly status: Status | null; readonly now: string };

/** A list older than this is called old: a device may have been revoked since. */
const FRESH_DAYS = 30;
const A_DAY = 86_400_000;

/** The words for a verdict. */
export function told(telling: Telling, words: Words): Told {
  const { checked, status } = telling;
  const { say } = words;
  if (checked.what === "no-code" || checked.what === "not-ours") {
    const sentences = [say(`verify.${checked.what}-why`)];
    return {
      mark: "none",
      who: "",
      about: "",
      verdict: say(`verify.${checked.what}`),
      sentences,
      compare: null,
      doesNotSay: null,
      foot: [],
    };
  }
  const { read } = checked.code;
  const list = checked.what === "no-list" ? null : checked.list;
  const isVoided = checked.what === "holds" && status?.voided != null;
  const { mark, verdict } = verdictOf(telling);
  return {
    mark,
    who: list?.name ?? "",
    about: read.number === null ? "" : say("verify.receipt", { number: read.number }),
    verdict: say(`verify.${verdict}`),
    sentences: sentencesOf(telling, words),
    compare: {
      heading: say(isVoided ? "verify.said" : checked.what === "holds" ? "verify.compare" : "verify.code-says"),
      rows: [
        ...rowsOf(read, list, words),
        { name: say("verify.row-short"), figure: shortCode(encodeSigned(checked.code.signed)) },
      ],
      struck: isVoided,
      after: checked.what === "holds" && !isVoided ? [say("verify.compare-note"), say("verify.not-in-code")] : [],
    },
    doesNotSay:
      checked.what === "holds"
        ? {
            heading: say("verify.does-not-say"),
            sentences: [say("verify.not-paid"), say("verify.not-hour"), say("verify.not-person")],
          }
        : null,
    foot: footOf(telling, list, words),
  };
}

function verdictOf({ checked, status }: Telling): { readonly mark: MarkName; readonly verdict: string } {
  if (checked.what !== "holds")
    return { mark: checked.what === "no-list" ? "waiting" : "broken", verdict: checked.what };
  if (status?.voided) return { mark: "broken", verdict: "voided" };
  if (checked.time === "after") return { mark: "waiting", verdict: "after" };
  if (status === null) return { mark: "kept", verdict: "signed" };
  if (!status.here) return { mark: "waiting", verdict: "on-the-way" };
  return status.questioned ? { mark: "waiting", verdict: "questioned" } : { mark: "kept", verdict: "holds" };
}

function sentencesOf({ checked, status }: Telling, { say, day }: Words): readonly string[] {
  if (checked.what === "no-list") return [say("verify.no-list-why")];
  if (checked.what === "unknown") return [say("verify.unknown-why", { name: checked.list.name })];
  if (checked.what !== "holds") return [say("verify.changed-why")];
  const { device, list, time } = checked;
  const { name } = list;
  const by =
    device.place === null
      ? say("verify.signed-by-device", { name })
      : say("verify.signed-by-place", { place: device.place });
  const sentences = [by];
  if (time === "after") sentences.push(say("verify.after-why", { day: day(device.until ?? device.lost ?? "") }));
  if (time === "before") sentences.push(say("verify.before-why", { day: day(device.from) }));
  if (status?.voided) {
    const { on, replacedBy } = status.voided;
    sentences.push(say("verify.voided-why", { day: day(on) }));
    sentences.push(replacedBy === null ? say("verify.not-replaced") : say("verify.replaced", { number: replacedBy }));
    sentences.push(say("verify.voided-claim", { name }));
  } else if (status !== null && !status.here) sentences.push(say("verify.on-the-way-why", { name }));
  else if (status?.questioned) sentences.push(say("verify.questioned-why", { name }));
  else if (status !== null) sentences.push(say("verify.not-voided", { name }));
  return sentences;
}

function footOf({ checked, status, now }: Telling, list: KeyList | null, words: Words): readonly string[] {
  const { say, day } = words;
  const zone = list?.zone ?? "UTC";
  const asked = status === null ? now : status.at;
  const foot = [say(status === null ? "verify.checked-alone" : "verify.checked-asked", moment(asked, zone, words))];
  if (list === null || checked.what === "no-list") return foot;
  const isOld = Date.parse(now) - Date.parse(list.at) > FRESH_DAYS * A_DAY;
  foot.push(say(isOld ? "verify.list-old" : "verify.list-of", { day: day(list.at.slice(0, 10)) }));
  foot.push(
    say(notationOf(words.language, list.country).decimal === "," ? "verify.marks-comma" : "verify.marks-point"),
  );
  return foot;
}

/** Every figure that the code has, in the order of the paper. */
function rowsOf(read: ReceiptRead, list: KeyList | null, words: Words): readonly Row[] {
  const { say, named, day } = words;
  const notation = notationOf(words.language, list?.country ?? "");
  const figure = (exact: string): string => written(exact, notation);
  const kilograms = (grams: string): string => `${figure(kilogramsText(grams))}\u00a0kg`;
  const money = (amount: string): string =>
    `${figure(amount)}${read.currency === null ? "" : `\u00a0${read.currency}`}`;
  const container = read.container === null ? "" : named("container", read.container);
  const known: readonly (readonly [string, string | null])[] = [
    ["number", read.number],
    ["when", read.clock === null ? day(read.happened) : `${day(read.happened)}, ${read.clock}`],
    ["gave", read.who === null ? null : say("verify.member", { number: read.who })],
    ["product", read.product === null ? null : named("product", read.product)],
    ["bags", container === "" ? figure(`${read.bags}`) : `${figure(`${read.bags}`)} · ${container}`],
    ["gross", kilograms(read.gross)],
    ["tare", kilograms(read.tare)],
    ["net", kilograms(read.net)],
    ["paid", read.paid === null ? null : kilograms(read.paid)],
    ["price", read.price === null ? null : money(read.price)],
    ["value", read.value === null ? null : money(read.value)],
    ["left", read.left === null ? null : money(read.left)],
    ["cash", read.cash === null ? null : money(read.cash)],
    ["agreed", read.agreed === null ? null : say(`verify.agreed-${read.agreed}`)],
    ["place", read.place],
    ["scale", read.scale],
    ["claim", read.claim],
    ["plan", read.plan === null ? null : `${read.plan.code} · ${read.plan.version}`],
  ];
  const rows = known.flatMap(([name, text]) =>
    text === null ? [] : [{ name: say(`verify.row-${name}`), figure: text }],
  );
  const readings = read.readings.map(({ measure, value, unit }) => ({
    name: words.has(`measure.${measure}`) ? named("measure", measure) : `${measure}, ${unit}`,
    figure: figure(value),
  }));
  return [...rows, ...readings];
}

/** Kilograms of whole grams, without zeros at the end. */
const kilogramsText = (grams: string): string => decimalOf(BigInt(grams), 3).replace(/\.?0+$/, "");
