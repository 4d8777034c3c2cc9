/** A statement to be heard: one sound put together from recordings, the same sentences in writing, and what no recording says. */
import type { ComponentChildren } from "preact";
import { type Spoken, spokenFile } from "../../channels/voice/spoken.ts";
import type { StatementContent } from "../../rooms/settlement/content.ts";
import type { StatementProps } from "../../rooms/settlement/pages/statement.tsx";
import { statementSentences } from "../../rooms/settlement/pages/statement-spoken.ts";
import type { Say } from "../language/say.ts";
import { statementVoice } from "../spoken/voices.ts";

/** The statement as sound and as sentences; `sound` null where the language has no voice. */
export type SpokenStatement = {
  readonly sentences: readonly string[];
  readonly sound: Spoken | null;
  readonly by: string;
};

/** Puts it together: some tens of packets, no decoding. */
export function spokenStatement(
  content: StatementContent,
  planOf: StatementProps["pricePlan"],
  say: Say,
): SpokenStatement {
  const sentences = statementSentences(content, planOf, say);
  const voice = statementVoice(say.language);
  const sound = voice === null ? null : spokenFile(sentences, voice, say("spoken.not-recorded"));
  return { sentences, sound, by: voice?.by ?? "" };
}

/** The sound as an answer, whole or the part that was asked for: a browser reads its end first, to know how long it is. */
export function soundResponse({ file }: Spoken, language: string, request: Request): Response {
  const headers = {
    "Content-Type": "audio/ogg",
    "Content-Language": language,
    "Accept-Ranges": "bytes",
    // What it says is said to this reader alone.
    "Cache-Control": "private, no-store",
  };
  const [, from = "", until = ""] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(request.headers.get("Range") ?? "") ?? [];
  if (from === "")
    return new Response(Buffer.from(file), { headers: { ...headers, "Content-Length": `${file.length}` } });
  const first = Number.parseInt(from, 10);
  const last = Math.min(until === "" ? file.length - 1 : Number.parseInt(until, 10), file.length - 1);
  if (first > last) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${file.length}` } });
  const part = Buffer.from(file.subarray(first, last + 1));
  return new Response(part, {
    status: 206,
    headers: {
      ...headers,
      "Content-Length": `${part.length}`,
      "Content-Range": `bytes ${first}-${last}/${file.length}`,
    },
  });
}

/** Must: play without script; say how long it is and whose voice; have every sentence in writing; name what is not recorded. */
export function Listen({ spoken, href, say }: { spoken: SpokenStatement; href: string; say: Say }): ComponentChildren {
  const { sound, sentences, by } = spoken;
  return (
    <section class="listen" aria-label={say("spoken.listen")}>
      <h2>{say("spoken.listen")}</h2>
      {sound === null ? (
        <p class="soft">{say("spoken.no-voice")}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/useMediaCaption: what is said stands in writing right below, sentence by sentence */}
          <audio controls preload="none" src={href} aria-label={say("spoken.listen")} />
          <p class="small soft">
            {say("spoken.lasts", {
              seconds: `${Math.ceil(sound.milliseconds / 1000)}`,
              kilobytes: `${Math.ceil(sound.file.length / 1000)}`,
              by: by.startsWith("machine") ? say("spoken.by-machine") : by,
            })}
          </p>
        </>
      )}
      <details>
        <summary>{say("spoken.what-it-says")}</summary>
        {sentences.map((one) => (
          <p>{one.charAt(0).toLocaleUpperCase(say.language) + one.slice(1)}</p>
        ))}
      </details>
      {sound === null || sound.lacks.length === 0 ? null : (
        <p class="small">{say("spoken.lacks", { words: sound.lacks.join("; ") })}</p>
      )}
    </section>
  );
}
