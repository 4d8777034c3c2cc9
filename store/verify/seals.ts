/** What keys and digests prove: devices' signatures, the installation's seals, personal values and files. */
import { createHash, verify } from "node:crypto";
import type pg from "pg";
import type { Heard } from "../../kernel/act/heard.ts";
import type { Page } from "../../kernel/act/page.ts";
import { sealDigest } from "../../kernel/personal.ts";
import type { SealHolds } from "../field/seals.ts";
import { isSealedBy, isSignedBy, paperEvidence, publicKeyFrom } from "../writer/signatures.ts";
import { sealedText } from "../writer/transaction.ts";
import type { Findings } from "./report.ts";

type Key = ReturnType<typeof publicKeyFrom>;

/**
 * Checks devices' signatures on Node's thread pool while the next chapter is folded. A chapter's are begun all at once: begun one
 * by one between acts, each would wake a sleeping thread, which costs as much as the check.
 */
export class SignatureChecks {
  private readonly page: Page;
  private readonly findings: Findings;
  private readonly keys = new Map<string, Key>();
  private queued: (() => Promise<void>)[] = [];
  private begun: Promise<unknown> = Promise.resolve();

  constructor(page: Page, findings: Findings) {
    this.page = page;
    this.findings = findings;
  }

  /** Queues the check of one act. Its device's key is the one the book kept when it was enrolled. */
  check(heard: Heard, position: bigint): void {
    const { body, text, signature } = heard;
    if (body.through.way !== "device") {
      this.checkPaper(heard, position);
      return;
    }
    const place = `position ${position}`;
    const key = this.keyOf(body.through.device);
    this.findings.signatures += 1;
    if (key === null || signature === null) {
      this.findings.found("verify.signature-broken", place, { act: body.id });
      return;
    }
    this.queued.push(async () => {
      if (!(await isSignedBy(key, text, signature)))
        this.findings.found("verify.signature-broken", place, { act: body.id });
    });
  }

  /** An act entered from a sealed receipt stands on the seal of its device, as the device's own acts on its signature. */
  private checkPaper(heard: Heard, position: bigint): void {
    const evidence = paperEvidence(heard);
    if (evidence === null) return;
    this.findings.signatures += 1;
    const raw = this.page.rows("device|key", evidence.device)?.[0]?.public_key;
    const broken = () => this.findings.found("verify.signature-broken", `position ${position}`, { act: heard.body.id });
    this.queued.push(async () => {
      if (typeof raw !== "string" || !(await isSealedBy(raw, evidence))) broken();
    });
  }

  /** Begins all that are queued, once those begun before have ended. */
  async begin(): Promise<void> {
    await this.begun;
    this.begun = Promise.all(this.queued.map((check) => check()));
    this.queued = [];
  }

  /** Begins what is left and waits for all. */
  async end(): Promise<void> {
    await this.begin();
    await this.begun;
  }

  private keyOf(device: string): Key | null {
    const kept = this.keys.get(device);
    if (kept !== undefined) return kept;
    const raw = this.page.rows("device|key", device)?.[0]?.public_key;
    if (typeof raw !== "string") return null;
    const key = publicKeyFrom(raw);
    this.keys.set(device, key);
    return key;
  }
}

/** Checks every seal against the link at its position. */
export async function checkSeals(
  client: pg.PoolClient,
  book: string,
  sealKeys: ReadonlyMap<string, string>,
  findings: Findings,
): Promise<void> {
  const keys = new Map([...sealKeys].map(([id, raw]) => [id, publicKeyFrom(raw)]));
  const { rows } = await client.query(
    `select s.position, s.signature, s.key_id, encode(a.head, 'hex') as head
       from ayni.seal s left join ayni.act a on a.book_id = s.book_id and a.position = s.position
      where s.book_id = $1::uuid order by s.position`,
    [book],
  );
  for (const { position, signature, key_id, head } of rows) {
    const key = keys.get(key_id);
    if (key === undefined) {
      findings.sealsOfOthers += 1;
      continue;
    }
    findings.seals += 1;
    const text = Buffer.from(sealedText(book, position, head ?? ""), "utf8");
    if (!verify(null, text, key, Buffer.from(signature, "base64url")))
      findings.found("verify.seal-broken", `position ${position}`);
  }
}

/** Checks the seal of every printed receipt against what its paper says, by the key of its device. */
export async function checkPaperSeals(
  client: pg.PoolClient,
  book: string,
  holds: SealHolds,
  findings: Findings,
): Promise<void> {
  const { rows } = await client.query(
    `select s.kind, s.number, s.signature, p.content,
            (select d.public_key from ayni.device d where d.book_id = s.book_id and d.device = s.device
              order by d.version limit 1) as key
       from ayni.paper_seal s
       left join ayni.paper p on p.book_id = s.book_id and p.kind = s.kind and p.number = s.number and p.about = s.delivery
      where s.book_id = $1::uuid order by s.kind, s.number`,
    [book],
  );
  for (const { kind, number, signature, content, key } of rows) {
    findings.paperSeals += 1;
    const isWhole = content !== null && key !== null;
    if (!isWhole || !(await holds(JSON.parse(content) as never, signature, key)))
      findings.found("verify.paper-seal-broken", `${kind} ${number}`);
  }
}

/** Checks that personal values and files are what their digests say. */
export async function checkBeside(client: pg.PoolClient, book: string, findings: Findings): Promise<void> {
  const values = await client.query("select digest, salt, value from ayni.personal_value where book_id = $1::uuid", [
    book,
  ]);
  for (const { digest, salt, value } of values.rows) {
    findings.personalValues += 1;
    if (sealDigest(salt, value) !== digest) findings.found("verify.personal-value-altered", `personal value ${digest}`);
  }
  const names = await client.query("select digest from ayni.file where book_id = $1::uuid", [book]);
  for (const { digest } of names.rows) {
    findings.files += 1;
    const file = await client.query("select bytes from ayni.file where book_id = $1::uuid and digest = $2", [
      book,
      digest,
    ]);
    if (createHash("sha256").update(file.rows[0].bytes).digest("hex") !== digest)
      findings.found("verify.file-altered", `file ${digest}`);
  }
}
