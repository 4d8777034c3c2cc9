/** `POST /api/acts`: the one door through which acts come in. Each act is answered by itself, in the order sent. */
import * as z from "zod/mini";
import { type Sent, sent as sentSchema } from "../../kernel/act/envelope.ts";
import { BookId } from "../../kernel/ids.ts";
import { type Refusal, refused } from "../../kernel/refusal.ts";
import { isAway } from "../../store/connection/away.ts";
import type { Session } from "../../store/installation/sessions.ts";
import { bytesOfSent } from "../../store/writer/intake.ts";
import { BookUnknown, type Taken } from "../../store/writer/transaction.ts";
import { RequestRefused } from "../server/problem.ts";
import type { Services } from "../server/services.ts";
import { sessionOf } from "../server/who.ts";
import { bodyBytes, isJson, jsonOf, largestBody } from "./body.ts";
import { isTheirs, type Voice, voiceOf, vouchingDevice } from "./voice.ts";

/** Most acts of one request. */
export const mostActs = 1_000;

/** The body of the request: the book, and the acts as they were signed. */
export const actsRequest = z.object({ book: BookId, acts: z.array(sentSchema) });

/** The answer to one act: as the book gives it, or `not kept` when even its bytes found no room: then the sender keeps them. */
export type ActAnswer =
  | Exclude<Taken, { readonly full: Refusal }>
  | { readonly act: string | null; readonly outcome: "not kept"; readonly because: Refusal };

/** Seconds after which a sender should come back when the database is away. */
const retryAfter = 5;

/** An act of a request, with the voice it claims. */
export type Spoken = { readonly sent: Sent; readonly voice: Voice | null };

/** Takes the acts of a request. Throws `RequestRefused` for what fails as a whole. */
export async function takeActs(request: Request, services: Services): Promise<Response> {
  if (!isJson(request)) throw new RequestRefused(415, refused("request.not-json-type").refusal);
  const bytes = await bodyBytes(request);
  if (bytes === null) throw new RequestRefused(413, refused("request.too-large", { largestBody }).refusal);
  try {
    const session = await sessionOf(request, services.installation.sessions);
    const { book, acts } = await readRequest(bytes, session, services);
    const spoken = acts.map((sent) => ({ sent, voice: voiceOf(sent) }));
    const source = await sourceOf(book, spoken, session, services);
    return Response.json({ answers: await answersTo(book, source, spoken, session, services) });
  } catch (error) {
    if (error instanceof BookUnknown) throw new RequestRefused(404, refused("book.unknown").refusal);
    if (isAway(error)) throw new RequestRefused(503, refused("database.away").refusal, { retryAfter });
    throw error;
  }
}

/** Bytes that are no list of acts are kept as they came, when a session vouches for them; the problem names their number. */
async function readRequest(
  bytes: Uint8Array,
  session: Session | null,
  services: Services,
): Promise<z.infer<typeof actsRequest>> {
  const json = jsonOf(bytes);
  const read = "value" in json ? actsRequest.safeParse(json.value) : null;
  if (read?.success !== true) {
    const field = read?.error.issues[0]?.path.map(String).join(".") ?? "";
    const because = "unreadable" in json ? json.unreadable : refused("request.not-acts", { field }, field).refusal;
    if (session === null) throw new RequestRefused(400, because);
    const taken = await services.installation.writers.keep(session.book, `seat ${session.seat}`, bytes, because);
    if ("full" in taken) throw new RequestRefused(507, taken.full);
    throw new RequestRefused(400, because, "intake" in taken ? { intake: taken.intake } : {});
  }
  if (read.data.acts.length > mostActs)
    throw new RequestRefused(413, refused("request.too-many-acts", { mostActs }).refusal);
  if (session !== null && session.book !== read.data.book)
    throw new RequestRefused(404, refused("book.unknown").refusal); // Whether there is such a book is not theirs to know.
  return read.data;
}

/** Who sends: the session's seat, or the enrolled device that signed at least one of the acts. */
async function sourceOf(
  book: string,
  spoken: readonly Spoken[],
  session: Session | null,
  services: Services,
): Promise<string> {
  if (session !== null) return `seat ${session.seat}`;
  const device = await vouchingDevice(services.installation.devices, book, spoken);
  if (device === null) throw new RequestRefused(401, refused("session.none").refusal);
  return `device ${device}`;
}

/** Says acts to their book, each on its own voice, and answers in their order. */
export async function answersTo(
  book: string,
  source: string,
  spoken: readonly Spoken[],
  session: Session | null,
  services: Services,
): Promise<readonly ActAnswer[]> {
  const { writers } = services.installation;
  const theirs = spoken.filter(({ voice }) => voice === null || isTheirs(voice, session));
  const taken = await writers.take(
    book,
    source,
    theirs.map(({ sent }) => sent),
  );
  const answers: ActAnswer[] = [];
  let next = 0;
  for (const one of spoken) {
    const own = theirs[next] === one;
    const answer = own ? (taken[next] as Taken) : await keepAsNotTheirs(book, source, one, services);
    if (own) next += 1;
    answers.push(
      "full" in answer ? { act: one.voice?.act ?? null, outcome: "not kept", because: answer.full } : answer,
    );
  }
  return answers;
}

/** Kept as bytes, never to be tried again by itself: trying again would let it through without the seat it claims. */
async function keepAsNotTheirs(
  book: string,
  source: string,
  { sent, voice }: Spoken,
  services: Services,
): Promise<Taken> {
  const because = refused("act.not-yours", { seat: typeof voice?.seat === "string" ? voice.seat : "" }).refusal;
  const taken = await services.installation.writers.keep(book, source, bytesOfSent(sent), because);
  return "full" in taken ? taken : ({ ...taken, act: voice?.act ?? null } as Taken);
}
