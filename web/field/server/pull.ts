/** `GET /field/pull`: what this telephone's point needs to know, from where it stopped the last time. */
import { refused } from "../../../kernel/refusal.ts";
import { dayInZone } from "../../../kernel/time/index.ts";
import { settingsNow } from "../../../rooms/book/needs.ts";
import { pullPage } from "../../../store/field/pull.ts";
import { needOf } from "../../../store/reader/need.ts";
import { RequestRefused } from "../../server/problem.ts";
import type { PullAnswer } from "../wire.ts";
import { signedAnswer } from "./answer.ts";
import type { FieldAt } from "./at.ts";
import { askingDevice } from "./device.ts";
import { pulledForm, pulling } from "./pulled.ts";

/** Answers with the next page. A revoked device, which may be in a stranger's hand, is told nothing more. */
export async function pull(at: FieldAt): Promise<Response> {
  const { book, now: device } = await askingDevice(at, new Uint8Array(0));
  if (device.state === "revoked")
    throw new RequestRefused(403, refused("device.revoked", { device: device.device }).refusal);
  const { store, now } = at.services.installation;
  const pool = store.connect("app");
  const settings = await needOf(pool, book, settingsNow);
  const { after, headAfter } = cursorOf(at.url.searchParams);
  const page = await pullPage(pool, pulling, {
    ...{ book, device: device.device, after, headAfter },
    place: device.place ?? "",
    today: dayInZone(now(), settings?.zone ?? "UTC"),
  });
  const { upTo, head, more, reset, tables, values, erased, tallies, own } = page;
  const answer = {
    form: "ayni-pulled/1",
    ...{ book, device: device.device, at: new Date(now()).toISOString() },
    after: at.url.searchParams.get("after") ?? "0",
    ...{ upTo: upTo.toString(), mark: `${pulledForm}.${head}`, more, reset },
    ...{ tables, values, erased, tallies, own },
  };
  return signedAnswer(answer satisfies Readonly<Record<keyof PullAnswer, unknown>>, at);
}

/** From where: a position under the history and the form that the mark names. A mark of another form is as if there were none. */
function cursorOf(words: URLSearchParams): { readonly after: bigint; readonly headAfter: string | null } {
  const after = words.get("after") ?? "0";
  const [form, head = ""] = (words.get("mark") ?? "").split(".");
  if (!/^\d{1,18}$/.test(after) || form !== pulledForm) return { after: 0n, headAfter: null };
  return { after: BigInt(after), headAfter: head };
}
