/** An asset as a response: compressed as the browser can read it, kept for as long as its address means the same. */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Asset, BuiltApp } from "./build.ts";
import { digestOf } from "./bundle-kept.ts";

type Coding = "br" | "gzip" | "identity";

const [brotli, zipped] = [promisify(brotliCompress), promisify(gzip)];

/** An asset in one coding, with the digest of its content. */
type Packed = { readonly bytes: Uint8Array<ArrayBuffer>; readonly tag: string };

const packed = new WeakMap<Asset, Map<Coding, Promise<Packed>>>();

/** Compressed once, at the first request that reads that coding, and kept. */
function packedAs(asset: Asset, coding: Coding): Promise<Packed> {
  const kept = packed.get(asset) ?? new Map<Coding, Promise<Packed>>();
  packed.set(asset, kept);
  const made = kept.get(coding) ?? pack(asset, coding);
  kept.set(coding, made);
  return made;
}

async function pack({ body }: Asset, coding: Coding): Promise<Packed> {
  const plain = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength };
  const bytes =
    coding === "br"
      ? await brotli(plain, { params: hint })
      : coding === "gzip"
        ? await zipped(plain, { level: 9 })
        : plain;
  return { bytes: Uint8Array.from(bytes), tag: `"${digestOf(plain)}-${coding}"` };
}

/** The tightest coding that the browser names; what is compressed already (PNG) goes as it is. */
function codingFor(type: string, accepted: string): Coding {
  if (!/^(?:text|application|image\/svg)/.test(type)) return "identity";
  const named = accepted.split(",").map((one) => one.trim().split(";")[0]);
  return named.includes("br") ? "br" : named.includes("gzip") ? "gzip" : "identity";
}

/** Answers with an asset of the build, or that nothing has changed since. */
export async function assetResponse(built: BuiltApp, address: string, request: Request): Promise<Response> {
  const asset = built.assets.get(address);
  if (asset === undefined) throw new Error(`the build has nothing at ${address}`);
  return given(asset, request);
}

const packs = new WeakMap<BuiltApp, Map<string, Asset>>();
/** Most telephones miss the same files: those of a first load, or of one update. */
const mostPacks = 20;

/**
 * Several files of a build in one answer, as a list of texts: `places` are those in the list that the worker carries, "3.4.7". Null when
 * it is another build, or a place is none.
 */
export async function packResponse(
  built: BuiltApp,
  { build, places }: { readonly build: string; readonly places: string },
  request: Request,
): Promise<Response | null> {
  const bodies = places
    .split(".")
    .map((place) => built.assets.get(built.precached[Number.parseInt(place, 10)] ?? "")?.body);
  if (build !== built.build || bodies.length > built.precached.length || bodies.includes(undefined)) return null;
  const kept = packs.get(built) ?? new Map<string, Asset>();
  packs.set(built, kept);
  if (kept.size >= mostPacks) kept.clear();
  const pack = kept.get(places) ?? { body: JSON.stringify(bodies), type: "application/json", lasting: false };
  kept.set(places, pack);
  return given(pack, request);
}

async function given(asset: Asset, request: Request): Promise<Response> {
  const coding = codingFor(asset.type, request.headers.get("Accept-Encoding") ?? "");
  const { bytes, tag } = await packedAs(asset, coding);
  const headers = new Headers({
    "Content-Type": asset.type,
    "Cache-Control": asset.lasting ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: tag,
    Vary: "Accept-Encoding",
  });
  if (request.headers.get("If-None-Match") === tag) return new Response(null, { status: 304, headers });
  if (coding !== "identity") headers.set("Content-Encoding", coding);
  headers.set("Content-Length", `${bytes.byteLength}`);
  return new Response(bytes, { headers });
}
