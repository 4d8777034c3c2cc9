import { describe, expect, it } from "vitest";
import { voiceAt } from "./kept.ts";
import { readPack, spokenParts, type VoicePack } from "./pack.ts";
import { audibleSpan } from "./span.ts";
import { openVoice } from "./voice.ts";

const pack: VoicePack = {
  language: "es",
  by: "a neighbour",
  sounds: ["AAAA", "BBBB"],
  words: { siete: [0, [80, 400]], coma: [0, [560, 420]], seis: [1, null], kilos: [0, [1_060, 500]] },
};

/** A telephone's caches, and a server that answers as told. */
function telephone(answers: () => Response | Promise<Response>) {
  const kept = new Map<string, string>();
  const asked: string[] = [];
  const cache = {
    match: async (address: string) => (kept.has(address) ? new Response(kept.get(address)) : undefined),
    put: async (address: string, answer: Response) => void kept.set(address, await answer.text()),
    keys: async () => [...kept.keys()],
    delete: async (address: string) => kept.delete(address),
  };
  const fetch = async (address: string): Promise<Response> => {
    asked.push(address);
    return answers();
  };
  return { kept, asked, tools: { caches: { open: async () => cache as unknown as Cache }, fetch } };
}

describe("a weight in recordings [field.voice]", () => {
  it("is said word by word in the order of the sentence", () =>
    expect(spokenParts(["siete", "coma", "seis", "kilos"], pack)).toEqual([
      [0, [80, 400]],
      [0, [560, 420]],
      [1, null],
      [0, [1_060, 500]],
    ]));

  it("is not said at all where one word was never recorded: half a weight is a wrong weight", () => {
    expect(spokenParts(["ocho", "kilos"], pack)).toBeNull();
    expect(spokenParts(["constructor"], pack)).toBeNull();
  });

  it("needs no cutting by whoever records: the silence around a word is left out", () => {
    const samples = new Float32Array(8_000);
    samples.fill(0.3, 2_000, 4_000);
    const { from, until } = audibleSpan(samples, 8_000);
    expect([from, until].map((seconds) => seconds.toFixed(2))).toEqual(["0.23", "0.52"]);
    expect(audibleSpan(new Float32Array(8_000), 8_000)).toEqual({ from: 0, until: 1 });
  });
});

describe("a voice on the telephone [field.voice]", () => {
  const address = "/field/app/voice-es-1.json";

  it("is fetched once and is there without a network ever after", async () => {
    const phone = telephone(() => Response.json(pack));
    expect(await voiceAt(address, phone.tools)).toEqual(pack);
    const away = { ...phone.tools, fetch: () => Promise.reject(new TypeError("no network")) };
    expect(await voiceAt(address, away)).toEqual(pack);
    expect(phone.asked).toEqual([address]);
  });

  it.each([
    ["a captive portal's page", () => new Response("<html>Buy an hour of internet</html>")],
    ["half a file", () => new Response(JSON.stringify(pack).slice(0, 60))],
    ["a server in trouble", () => Response.json(pack, { status: 500 })],
    ["no network", () => Promise.reject(new TypeError("no network"))],
  ])("is never %s", async (_, answers) => {
    const phone = telephone(answers);
    expect(await voiceAt(address, phone.tools)).toBeNull();
    expect([...phone.kept]).toEqual([]);
  });

  it("makes room for the next: another recording, or another language", async () => {
    const phone = telephone(() => Response.json(pack));
    for (const version of [1, 2]) await voiceAt(`/field/app/voice-es-${version}.json`, phone.tools);
    expect([...phone.kept.keys()]).toEqual(["/field/app/voice-es-2.json"]);
  });

  it("is not there until it is here, asks once, and has no button in a language without recordings", async () => {
    const phone = telephone(() => Response.json(pack));
    const arrived = new Promise<void>((fetched) => {
      const context = () => Promise.reject(new Error("nothing is played")) as never;
      const voice = openVoice({ ...phone.tools, addresses: { es: address }, context, fetched });
      expect([voice.ready(["siete"], "es"), voice.ready(["siete"], "es"), voice.ready(["two"], "en")]).toEqual([
        ...[false, false, false],
      ]);
      Object.assign(phone, { voice });
    });
    await arrived;
    const { voice } = phone as unknown as { voice: ReturnType<typeof openVoice> };
    expect([voice.ready(["siete"], "es"), voice.ready(["siete", "ocho"], "es")]).toEqual([true, false]);
    expect(phone.asked).toEqual([address]);
  });

  it("is nothing but a voice", () => {
    for (const text of ["", "null", "[]", '{"words":{}}', '{"sounds":"AAAA","words":{}}'])
      expect(readPack(text)).toBeNull();
  });
});
