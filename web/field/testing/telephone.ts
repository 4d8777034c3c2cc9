/** A telephone as the server sees it: keys, a ticket, requests over HTTP, and answers believed only when the book signed them. */
import { generateKeyPairSync, type KeyObject, sign, verify } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Sent } from "../../../kernel/act/envelope.ts";
import { efrain, idOf } from "../../../rooms/book/testing.ts";
import { sha256OfBytes } from "../../../store/writer/history-rows.ts";
import { keyIdOf, rawPublicKey } from "../../../store/writer/seal.ts";
import { publicKeyFrom } from "../../../store/writer/signatures.ts";
import type { Served } from "../../testing/served.ts";
import {
  type EnrolAnswer,
  enrolAnswer,
  type FileAnswer,
  fileAnswer,
  type PullAnswer,
  type PushAnswer,
  pullAnswer,
  pushAnswer,
  requestText,
  type SignedAnswer,
} from "../wire.ts";

/** What came back: the status, and the value that the book signed; null when it is nothing to believe. */
export type Heard<T> = {
  readonly status: number;
  readonly value: T | null;
  readonly code: string | null;
  readonly headers: Headers;
  readonly bytes: number;
  readonly text: string;
};

/** How a request travels. Unsaid: from this very machine, over plain HTTP. */
export type Travelling = { readonly address?: string; readonly origin?: string };

type Asking = {
  readonly method?: string;
  readonly body?: Uint8Array;
  readonly headers?: Record<string, string>;
  readonly travelling?: Travelling;
};

const plainReport = { clock: "2026-09-16T20:00:00Z", unsent: 0, next: 1, app: "test", persisted: true };

/** A telephone with a key of its own. */
export class Telephone {
  readonly server: Served;
  readonly privateKey: KeyObject;
  readonly publicKey: string;
  enrolled: EnrolAnswer | null = null;
  sequence = 0;
  challenge = "";
  /** Where a server listens, to go through a real socket; null: straight into the app. */
  socket: string | null = null;

  constructor(server: Served) {
    this.server = server;
    const keys = generateKeyPairSync("ed25519");
    this.privateKey = keys.privateKey;
    this.publicKey = rawPublicKey(keys.publicKey);
  }

  get book(): string {
    return this.enrolled?.book ?? "";
  }
  get device(): string {
    return this.enrolled?.device ?? "";
  }

  /** Shows a ticket. What is answered is believed when the key that signed it is the one of the code's name. */
  async enrol(ticket: string, travelling: Travelling = {}): Promise<Heard<EnrolAnswer>> {
    const asked = {
      form: "ayni-enrol/1",
      ticket,
      publicKey: this.publicKey,
      machine: "Android 9, moto e5",
      app: "test",
    };
    const heard = await this.ask<EnrolAnswer>("/field/enrol", enrolAnswer, {
      ...{ method: "POST", body: Buffer.from(JSON.stringify(asked)), travelling },
      headers: { "Content-Type": "application/json" },
    });
    this.enrolled = heard.value ?? this.enrolled;
    return heard;
  }

  /** An act of Efraín on this telephone, signed, in its place. */
  act(kind: string, says: unknown, how: { id?: string; at?: string; version?: number; sequence?: number } = {}): Sent {
    this.sequence = how.sequence ?? this.sequence + 1;
    const through = {
      way: "device",
      device: this.device,
      sequence: this.sequence,
      at: how.at ?? "2026-09-16T13:00:00Z",
    };
    const id = how.id ?? idOf(`${this.publicKey} ${this.sequence} ${kind}`);
    const { version = 1 } = how;
    const body = JSON.stringify({ id, book: this.book, kind, version, by: efrain.agent, through, says });
    return { body, signature: this.signs(body) };
  }

  signs(text: string): string {
    return sign(null, Buffer.from(text, "utf8"), this.privateKey).toString("base64url");
  }

  /** Sends acts. `zipped`: packed, as the app does. `vouches`: with the request's own signature. */
  async push(
    acts: readonly unknown[],
    how: { zipped?: boolean; vouches?: boolean; seals?: readonly unknown[]; report?: object; more?: object } = {},
  ): Promise<Heard<PushAnswer>> {
    const { book, device } = this;
    const report = { ...plainReport, next: this.sequence + 1, ...how.report };
    const asked = { form: "ayni-push/1", book, device, report, acts, seals: how.seals ?? [], ...how.more };
    const plain = Buffer.from(JSON.stringify(asked));
    const body = how.zipped ? gzipSync(plain) : plain;
    const headers: Record<string, string> = { "Content-Type": "application/json" };
    if (how.zipped) headers["Content-Encoding"] = "gzip";
    const asking = { method: "POST", body, headers };
    return how.vouches
      ? this.askVouched("/field/acts", pushAnswer, asking)
      : this.ask("/field/acts", pushAnswer, asking);
  }

  /** Fetches one page, from where another ended. */
  pull(from: Pick<PullAnswer, "upTo" | "mark"> | null = null): Promise<Heard<PullAnswer>> {
    const words = new URLSearchParams({ book: this.book });
    if (from !== null) {
      words.set("after", from.upTo);
      words.set("mark", from.mark ?? "");
    }
    return this.askVouched(`/field/pull?${words}`, pullAnswer, {});
  }

  /** Fetches page after page until there is no more. */
  async pullAll(from: Pick<PullAnswer, "upTo" | "mark"> | null = null): Promise<readonly PullAnswer[]> {
    const pages: PullAnswer[] = [];
    for (let next = from; ; ) {
      const { value, status, text } = await this.pull(next);
      if (value === null) throw new Error(`${status} ${text}`);
      pages.push(value);
      if (!value.more) return pages;
      next = value;
    }
  }

  putPiece(digest: string, at: number, size: number, bytes: Uint8Array): Promise<Heard<FileAnswer>> {
    const words = new URLSearchParams({ book: this.book, at: `${at}`, size: `${size}` });
    const headers = { "Content-Type": "application/octet-stream" };
    return this.askVouched(`/field/files/${digest}?${words}`, fileAnswer, { method: "PUT", body: bytes, headers });
  }

  fileState(digest: string): Promise<Heard<FileAnswer>> {
    return this.askVouched(`/field/files/${digest}?book=${this.book}`, fileAnswer, {});
  }

  /** With the request's own signature; asks for a challenge first when it has none that holds. */
  async askVouched<T>(path: string, shape: Shape<T>, asking: Asking): Promise<Heard<T>> {
    const named = async (): Promise<Heard<T>> => {
      const digest = sha256OfBytes(asking.body ?? new Uint8Array(0));
      const text = requestText(asking.method ?? "GET", path, this.challenge, digest);
      const header = this.challenge === "" ? this.device : `${this.device} ${this.challenge} ${this.signs(text)}`;
      return this.ask(path, shape, { ...asking, headers: { ...asking.headers, "Ayni-Device": header } });
    };
    const first = await named();
    return first.status === 401 && this.challenge !== "" ? named() : first;
  }

  async ask<T>(
    path: string,
    shape: Shape<T>,
    { method = "GET", body, headers, travelling = {} }: Asking,
  ): Promise<Heard<T>> {
    const { address = "127.0.0.1", origin = "http://127.0.0.1:8080" } = travelling;
    const handed = { incoming: { socket: { remoteAddress: address } } };
    const sent: RequestInit = {
      method,
      headers: { Host: new URL(origin).host, "Accept-Encoding": "gzip", ...headers },
    };
    if (body !== undefined) sent.body = Uint8Array.from(body);
    const response =
      this.socket === null
        ? await this.server.app.request(`${origin}${path}`, sent, handed)
        : await fetch(`${this.socket}${path}`, {
            method,
            headers: { "Accept-Encoding": "br, gzip", ...headers },
            ...(body === undefined ? {} : { body: sent.body as BodyInit }),
          });
    this.challenge = response.headers.get("Ayni-Challenge") ?? this.challenge;
    const bytes = Buffer.from(await response.arrayBuffer());
    const packed = this.socket === null && response.headers.get("Content-Encoding") === "gzip"; // `fetch` unpacks by itself.
    const text = (packed ? gunzipSync(bytes) : bytes).toString("utf8");
    const value = response.status === 200 ? this.believed(text, shape) : null;
    const code = response.status === 200 ? null : ((JSON.parse(text) as { code?: string }).code ?? null);
    return { status: response.status, value, code, headers: response.headers, bytes: bytes.length, text };
  }

  /** The signed value; null when the signature is not of the book's key. */
  private believed<T>(text: string, shape: Shape<T>): T | null {
    const { answer, key, signature } = JSON.parse(text) as SignedAnswer;
    const value = shape.parse(JSON.parse(answer));
    const bookKey = this.enrolled?.bookKey ?? (value as { bookKey?: string }).bookKey ?? "";
    const valid = verify(null, Buffer.from(answer), publicKeyFrom(bookKey), Buffer.from(signature, "base64url"));
    return valid && keyIdOf(bookKey) === key ? value : null;
  }
}

type Shape<T> = { parse(value: unknown): T };
