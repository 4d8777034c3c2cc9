/**
 * An authority of one's own for a village without internet, and the certificate that it gives its server (RFC 5280). Whoever installs
 * the authority trusts it for the named server alone: for every other name browsers refuse what it signs.
 */
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import {
  bits,
  meaning,
  moment,
  octets,
  placed,
  placedBytes,
  sequence,
  setOf,
  small,
  whole,
  words,
  yes,
} from "./der.ts";
import type { ServerName } from "./names.ts";

/** A certificate (DER) and the private key of its owner. */
export type Issued = { readonly certificate: Uint8Array; readonly key: KeyObject };

const DAY = 24 * 60 * 60_000;
/** How long an authority holds: telephones install it once. */
export const authorityDays = 3_650;
/** How long a server's certificate holds: browsers mistrust what is given for longer than 398 days. */
export const serverDays = 397;
/** Both begin a day earlier than they are made, for telephones whose clock is behind. */
const early = DAY;

const newKey = () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const publicBytes = (key: KeyObject): Uint8Array => createPublicKey(key).export({ type: "spki", format: "der" });
/** The name of a key inside certificates (RFC 5280 §4.2.1.2, method 1 over SHA-256's first 20 bytes: RFC 7093 §2). */
const keyName = (key: KeyObject): Uint8Array =>
  createHash("sha256").update(publicBytes(key).subarray(-65)).digest().subarray(0, 20);

const named = (kind: "2.5.4.3" | "2.5.4.10", text: string): Uint8Array => setOf(sequence(meaning(kind), words(text)));
const organisation = named("2.5.4.10", "Ayni");

/** How an authority is called in the lists of telephones: by the first of its names. */
const subjectOf = (names: readonly ServerName[]): Uint8Array =>
  sequence(organisation, named("2.5.4.3", `Ayni ${names[0]?.text ?? ""}`.slice(0, 64)));

/** Whether an authority for some names vouches for one: the same, or one below it ("a.acopio.lan" below "acopio.lan"). */
export const vouchesFor = (authority: readonly ServerName[], name: ServerName): boolean =>
  authority.some(
    ({ kind, text }) =>
      kind === name.kind && (text === name.text || (kind === "name" && name.text.endsWith(`.${text}`))),
  );

/** Makes an authority that may vouch for these names and nothing else. */
export function makeAuthority(names: readonly ServerName[], now: number): Issued {
  const key = newKey();
  const subject = subjectOf(names);
  const extensions = [
    extension("2.5.29.19", sequence(yes, small(0)), "critical"), // An authority, with none under it.
    extension("2.5.29.15", bits(Uint8Array.of(0b0000_0110), 1), "critical"), // Signs certificates, and lists of withdrawn ones.
    extension("2.5.29.30", onlyFor(names), "critical"),
    extension("2.5.29.37", forServers),
    extension("2.5.29.14", octets(keyName(key))),
  ];
  const certificate = signed(
    { issuer: subject, subject, key, from: now - early, until: now + authorityDays * DAY, extensions },
    key,
  );
  return { certificate, key };
}

/** Makes the certificate of a server, with a key of its own, given by the authority: never for longer than that holds itself. */
export function makeServerCertificate(
  authority: { readonly key: KeyObject; readonly names: readonly ServerName[]; readonly until: number },
  names: readonly ServerName[],
  now: number,
): Issued {
  const key = newKey();
  const [first] = names.filter(({ kind }) => kind === "name");
  const extensions = [
    extension("2.5.29.19", sequence(), "critical"), // No authority.
    extension("2.5.29.15", bits(Uint8Array.of(0b1000_0000), 7), "critical"), // Signs its own hand-shakes.
    extension("2.5.29.37", forServers),
    extension("2.5.29.17", sequence(...names.map(general))),
    extension("2.5.29.14", octets(keyName(key))),
    extension("2.5.29.35", sequence(placedBytes(0, keyName(authority.key)))),
  ];
  const certificate = signed(
    {
      ...{ issuer: subjectOf(authority.names), key, from: now - early, extensions },
      subject:
        first === undefined
          ? sequence(organisation)
          : sequence(organisation, named("2.5.4.3", first.text.slice(0, 64))),
      until: Math.min(now - early + serverDays * DAY, authority.until),
    },
    authority.key,
  );
  return { certificate, key };
}

type Told = {
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly key: KeyObject;
  readonly from: number;
  readonly until: number;
  readonly extensions: readonly Uint8Array[];
};

const ecdsaWithSha256 = sequence(meaning("1.2.840.10045.4.3.2"));
/** For TLS servers and nothing else. */
const forServers = sequence(meaning("1.3.6.1.5.5.7.3.1"));

function signed({ issuer, subject, key, from, until, extensions }: Told, by: KeyObject): Uint8Array {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40; // Above zero, and always as long.
  const content = sequence(
    ...[placed(0, small(2)), whole(serial), ecdsaWithSha256, issuer, sequence(moment(from), moment(until)), subject],
    ...[publicBytes(key), placed(3, sequence(...extensions))],
  );
  return sequence(content, ecdsaWithSha256, bits(sign("sha256", content, by)));
}

const extension = (kind: string, content: Uint8Array, critical?: "critical"): Uint8Array =>
  sequence(meaning(kind), ...(critical === undefined ? [] : [yes]), octets(content));

const general = (name: ServerName): Uint8Array =>
  name.kind === "name" ? placedBytes(2, Buffer.from(name.text, "latin1")) : placedBytes(7, name.bytes);

const everyAddress = [new Uint8Array(8), new Uint8Array(32)].map((bytes) => placedBytes(7, bytes));
const everyName = placedBytes(2, new Uint8Array());

/** Constraints of names (RFC 5280 §4.2.1.10): each address with a mask of ones. A kind of which none is named is shut out whole. */
function onlyFor(names: readonly ServerName[]): Uint8Array {
  const permitted = names.map((name) =>
    name.kind === "name"
      ? general(name)
      : placedBytes(7, Buffer.concat([name.bytes, new Uint8Array(name.bytes.byteLength).fill(0xff)])),
  );
  const kinds = new Set(names.map(({ kind }) => kind));
  const excluded = [...(kinds.has("name") ? [] : [everyName]), ...(kinds.has("address") ? [] : everyAddress)];
  const subtrees = (bases: readonly Uint8Array[]) => bases.map((base) => sequence(base));
  return sequence(
    placed(0, ...subtrees(permitted)),
    ...(excluded.length === 0 ? [] : [placed(1, ...subtrees(excluded))]),
  );
}
