/** A network that does to requests and answers what networks do. Not shipped. */
import { testBook } from "../../../../../rooms/book/testing.ts";
import type { PushRequest } from "../../../wire.ts";
import { utf8, utf8Text } from "../bytes.ts";
import type { Asked, Came, Network } from "../effects.ts";
import { came, type ModelServer } from "./model-server.ts";
import type { NamedKey } from "./signing.ts";

/**
 * What befalls one request:
 * - `ok`; `twice`: a proxy sends it again; `late`: nothing comes back, and it reaches the server after the next one
 * - `lost`: it never arrives; `answer lost`: it does, and nobody hears
 * - `500`, `portal` (a page of a captive portal), `half` (an answer cut off)
 * - `liar`: somebody else says that all is done, and signs it; `replayed`: the book's own answer to a request before
 * - `dies N`: the server dies after N acts of the batch
 */
export const fortunes = [
  ...["ok", "ok", "ok", "twice", "late", "lost", "answer lost", "500", "portal", "half", "liar", "replayed"],
  ...["dies 0", "dies 1", "dies 3"],
] as const;
export type Fortune = (typeof fortunes)[number];

/**
 * The network between one device and the server: `next` says what befalls the next request, `before` keeps the last answers.
 */
export function modelNetwork(
  server: ModelServer,
  stranger: NamedKey,
  before: Map<string, Came>,
  next: () => Fortune,
): Network {
  const late: Asked[] = [];
  const arrives = async (asked: Asked, death: number | null = null): Promise<Came> => {
    const answer = await server.answer(asked, death);
    for (const one of late.splice(0)) await server.answer(one, null);
    if (answer === null) throw new Error("the server died");
    return answer;
  };
  return async (asked) => {
    const fortune = next();
    const answered = await carry(asked, fortune);
    if (answered.status === 200 && fortune !== "liar" && fortune !== "portal") before.set(kindOf(asked), answered);
    return answered;
  };

  async function carry(asked: Asked, fortune: Fortune): Promise<Came> {
    switch (fortune) {
      case "ok":
        return arrives(asked);
      case "twice":
        await arrives(asked);
        return arrives(asked);
      case "late":
        late.push(asked);
        throw new Error("no answer yet");
      case "lost":
        throw new Error("lost");
      case "answer lost":
        await arrives(asked);
        throw new Error("nobody heard the answer");
      case "500":
        return came(500, utf8('{"type":"about:blank","code":"internal"}'));
      case "portal":
        return came(200, utf8("<!doctype html><title>Wi-Fi</title>"));
      case "half": {
        const whole = await arrives(asked);
        return { ...whole, bytes: whole.bytes.slice(0, Math.floor(whole.bytes.length / 2)) };
      }
      case "liar":
        return lie(asked, stranger);
      case "replayed":
        return before.get(kindOf(asked)) ?? came(500, utf8(""));
      default:
        return arrives(asked, Number(fortune.slice(5)));
    }
  }
}

const kindOf = ({ path }: Asked): string => path.split("?")[0] as string;

/** What a server that is not the book would like to be believed: every act done, nothing new to know. */
function lie({ path, body, headers }: Asked, stranger: NamedKey): Came {
  const { book, device, acts = [] } = (body === null ? {} : JSON.parse(utf8Text(body))) as Partial<PushRequest>;
  const answers = acts.map((sent) => ({
    act: (JSON.parse(sent.body) as { id: string }).id,
    outcome: "done",
    position: "1",
  }));
  const place = {
    book: book ?? testBook,
    device: device ?? headers["Ayni-Device"]?.split(" ")[0],
    at: "2026-11-15T15:00:00.000Z",
  };
  const value = path.startsWith("/field/acts")
    ? { form: "ayni-pushed/1", ...place, answers, sealed: [], revoked: false }
    : {
        form: "ayni-pulled/1",
        ...place,
        upTo: "99999",
        more: false,
        reset: true,
        tables: [],
        values: [],
        erased: [],
        tallies: [],
      };
  const answer = JSON.stringify(value);
  return came(200, utf8(JSON.stringify({ answer, key: "book", signature: stranger.sign(utf8(answer)) })));
}
