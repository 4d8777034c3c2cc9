/** Takes a file of unsent acts by the same door as if they had been sent, and tells what became of each. */
import { sent as sentSchema } from "../../../kernel/act/envelope.ts";
import { plainOf } from "../../../kernel/act/heard.ts";
import { done, type Refusal, type Result, refused } from "../../../kernel/refusal.ts";
import { noteHeard } from "../../../store/field/heard.ts";
import { keepSeals } from "../../../store/field/seals.ts";
import type { ActAnswer } from "../../api/acts.ts";
import type { FormAt } from "../../desk/page.ts";
import { deviceNow } from "./device.ts";
import { actsOf, takeAll } from "./push.ts";
import { receiptSealHolds } from "./receipt-seal.ts";
import type { UnsentFile } from "./unsent-file.ts";

/** What became of one act; `because` tells why it is only kept, or was refused. */
export type Became = {
  readonly sequence: number | null;
  readonly kind: string | null;
  readonly receipt: string | null;
  readonly outcome: "done" | "asked" | "refused" | "proposed" | "known" | "kept" | "not-kept";
  readonly because: Refusal | null;
};

/** What became of a file. `news` are acts that the book did not have. */
export type TakenHome = { readonly acts: readonly Became[]; readonly news: number };

/** Most acts that are said together. */
const together = 200;

/** Takes the file. Each act stands on its device's signature, whoever carries it. Refuses a file of another book or of an unknown device. */
export async function takeUnsent(
  { services, book, now }: Pick<FormAt, "services" | "book" | "now">,
  file: UnsentFile,
): Promise<Result<TakenHome>> {
  if (file.book !== book) return refused("field.unsent-other-book");
  if ((await deviceNow({ services }, book, file.device)) === null) return refused("field.unsent-device-unknown");
  const pool = services.installation.store.connect("app");
  const answers: ActAnswer[] = [];
  for (let at = 0; at < file.acts.length; at += together) {
    const acts = file.acts.slice(at, at + together);
    const taken = await takeAll({ services }, book, `device ${file.device}`, acts);
    const heard = { book, device: file.device, at: new Date(now).toISOString(), report: null };
    await noteHeard(pool, { ...heard, acts: actsOf(file.device, acts, taken) });
    answers.push(...taken);
  }
  await keepSeals(pool, book, file.device, file.seals, receiptSealHolds);
  const acts = answers.map((answer, at) => becameOf(file.acts[at], answer));
  return done({ acts, news: acts.filter(({ outcome }) => outcome !== "known").length });
}

const outcomes: Readonly<Record<ActAnswer["outcome"], Became["outcome"]>> = {
  done: "done",
  "done with a question": "asked",
  refused: "refused",
  proposed: "proposed",
  "known already": "known",
  "kept, not yet understood": "kept",
  "not kept": "not-kept",
};

type Body = {
  readonly kind?: unknown;
  readonly through?: { readonly sequence?: unknown };
  readonly says?: { readonly receipt?: unknown };
};

function becameOf(act: unknown, answer: ActAnswer): Became {
  const read = sentSchema.safeParse(act);
  const plain = read.success ? plainOf(read.data) : "no JSON";
  const body = (typeof plain === "string" ? {} : (plain.value ?? {})) as Body;
  const { kind, through, says } = body;
  return {
    sequence: typeof through?.sequence === "number" ? through.sequence : null,
    kind: typeof kind === "string" ? kind : null,
    receipt: typeof says?.receipt === "string" ? says.receipt : null,
    outcome: outcomes[answer.outcome],
    because: "because" in answer ? answer.because : "refusals" in answer ? (answer.refusals[0] ?? null) : null,
  };
}
