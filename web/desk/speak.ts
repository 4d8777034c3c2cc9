/** How a form says its acts: on the reader's own seat, checked against the declaration first, each under an id that holds once. */
import { randomBytes } from "node:crypto";
import { canonicalJson } from "../../kernel/canonical.ts";
import { sha256Hex } from "../../kernel/hash.ts";
import { derivedUuid, isUuid } from "../../kernel/ids.ts";
import { type PersonalKind, type PersonalValue, type Sealed, seal } from "../../kernel/personal.ts";
import { assert, refused } from "../../kernel/refusal.ts";
import type { Session } from "../../store/installation/sessions.ts";
import { saidBefore } from "../../store/reader/said.ts";
import type { Services } from "../server/services.ts";
import type { FormAt, Spoken } from "./page.ts";

/**
 * What a form carries so that it holds once: the id of the act it will say, and 16 random bytes for the salts of its personal
 * values, which are then the same when it is sent again.
 */
export type FormKey = { readonly act: string; readonly salt: string };

/** A new key; `spell` and `read` are its one text, "UUID.HEX". */
export const spelt = ({ act, salt }: FormKey): string => `${act}.${salt}`;

/** Reads a form's key; null when what was sent is none. */
export function formKeyOf(text: string): FormKey | null {
  const [act = "", salt = ""] = text.split(".");
  return isUuid(act) && /^[0-9a-f]{32}$/.test(salt) ? { act, salt } : null;
}

/** A key that nobody had before, for an act id made now. */
export const newFormKey = (act: string): FormKey => ({ act, salt: randomBytes(16).toString("hex") });

/** What a form speaks with; `proposed` tells whether anything it said waits for a second signature. */
export type Speaker = Pick<FormAt, "speak" | "seal" | "idOf"> & { readonly proposed: () => boolean };

/** Says acts for one form that was sent. `key` is what the form brought with it. */
export function speakerOf(session: Session, key: FormKey, services: Services): Speaker {
  const { writers, now, tools } = services.installation;
  let said = 0;
  let waits = false;
  let beside: PersonalValue[] = [];
  const noted = (spoken: Spoken): Spoken => {
    waits ||= spoken.outcome === "done" && spoken.waitsUntil !== undefined;
    return spoken;
  };
  return {
    proposed: () => waits,
    idOf: (what) => derivedUuid(`${key.act}|${key.salt}|${what}`),
    seal: (kind: PersonalKind, value: string): Sealed => {
      const salt = sha256Hex(`${key.salt}|${said}|${beside.length}|${kind}`).slice(0, 32);
      const sealed = seal(kind, value, salt);
      beside.push(sealed.beside);
      return sealed.sealed;
    },
    speak: async (kind, says, how = {}): Promise<Spoken> => {
      const version = how.version ?? tools.vocabulary.newest(kind) ?? 1;
      const declaration = tools.vocabulary.find(kind, version);
      assert(declaration !== null, `a form says an act that there is: ${kind}`);
      const read = declaration.says.safeParse(says);
      if (!read.success) {
        const refusals = read.error.issues.map(({ path, code }) => {
          const field = path.map(String).join(".");
          return refused("act.field-unreadable", { field, problem: code }, field).refusal;
        });
        return { outcome: "refused", refusals };
      }
      const id = said === 0 ? key.act : derivedUuid(`${key.act}|${said}`);
      said += 1;
      const travelling = beside; // Taken off also when the act was said before: the next act has its own.
      beside = [];
      const { book, seat, agent } = session;
      return inTurn(`${book}|${id}`, async () => {
        const before = await sentBefore(session, { id, kind, says }, services);
        if (before !== null) return noted(before);
        const through = { way: "seat", seat, at: new Date(now()).toISOString() };
        const body = JSON.stringify({ id, book, kind, version, by: agent, through, says });
        const [answer] = await writers.take(book, `seat ${seat}`, [{ body, beside: travelling }]);
        assert(answer !== undefined, "each act is answered");
        return noted(spokenOf(answer, id));
      });
    },
  };
}

/** What is being said now, by book and act. */
const onTheWay = new Map<string, Promise<unknown>>();

/**
 * The same form sent twice at once, by a double click: the second waits until the first is through, and finds what it said. Its own
 * words would differ by the moment they were sent, and be refused though all is done.
 */
async function inTurn<T>(act: string, work: () => Promise<T>): Promise<T> {
  for (let before = onTheWay.get(act); before !== undefined; before = onTheWay.get(act))
    await before.catch(() => undefined);
  const going = work();
  onTheWay.set(act, going);
  try {
    return await going;
  } finally {
    onTheWay.delete(act);
  }
}

/** The same form sent again, with the same words: done the first time. With other words, the first stands and it is told. */
async function sentBefore(
  { book, agent }: Session,
  { id, kind, says }: { readonly id: string; readonly kind: string; readonly says: unknown },
  { installation }: Services,
): Promise<Spoken | null> {
  const before = await saidBefore(installation.store.connect("app"), book, id);
  if (before === null) return null;
  const body = before.body as { readonly by: unknown; readonly kind: unknown; readonly says: unknown };
  const plain = JSON.parse(JSON.stringify(says)) as unknown;
  const same = body.by === agent && body.kind === kind && canonicalJson(body.says) === canonicalJson(plain);
  if (same && before.outcome !== "refused")
    return { outcome: "done", act: id, questions: [], ...(before.until === null ? {} : { waitsUntil: before.until }) };
  return { outcome: "refused", refusals: [refused("form.sent-before").refusal] };
}

function spokenOf(
  answer: Awaited<ReturnType<Services["installation"]["writers"]["take"]>>[number],
  act: string,
): Spoken {
  if ("full" in answer) return { outcome: "refused", refusals: [answer.full] };
  switch (answer.outcome) {
    case "refused":
      return { outcome: "refused", refusals: answer.refusals };
    case "kept, not yet understood":
      return { outcome: "refused", refusals: [answer.because] };
    case "done with a question":
      return { outcome: "done", act, questions: answer.questions };
    case "proposed":
      return { outcome: "done", act, questions: answer.questions, waitsUntil: answer.until };
    default: // "known already": the form was sent twice, and was done the first time.
      return { outcome: "done", act, questions: [] };
  }
}
