/**
 * The book proves itself from its own history: the chain, the sums and the papers for everything; outcomes folded again from
 * the acts; records, tallies, seals, signatures, personal values and files compared with what the acts say.
 */
import type pg from "pg";
import { underRules } from "../../kernel/act/declaration.ts";
import type { Sent } from "../../kernel/act/envelope.ts";
import { type Folded, foldOne, type Tools } from "../../kernel/act/fold.ts";
import { hear, plainOf } from "../../kernel/act/heard.ts";
import {
  actText,
  beginning,
  bookedEntries,
  entriesText,
  link,
  outcomeText,
  papersText,
} from "../../kernel/act/history.ts";
import { issuedPaper } from "../../kernel/act/issued.ts";
import { Page } from "../../kernel/act/page.ts";
import type { RecordDeclaration } from "../../kernel/act/record.ts";
import { balanceChanges } from "../../kernel/ledger/balance.ts";
import { imbalances } from "../../kernel/ledger/entry.ts";
import type { SealHolds } from "../field/seals.ts";
import { sha256 } from "../writer/history-rows.ts";
import { historyPages, type StoredAct, type Told } from "./history-pages.ts";
import { compareProjections, Rebuilt } from "./projections.ts";
import { Findings, type Report } from "./report.ts";
import { checkBeside, checkPaperSeals, checkSeals, SignatureChecks } from "./seals.ts";
import { checkTrialBalances } from "./trial-balances.ts";

/** What a verification needs: all records of all rooms, the fold's tools, and the keys whose seals it can judge. */
export type Verification = {
  readonly records: readonly RecordDeclaration[];
  readonly tools: Tools;
  /** Public keys (raw Ed25519, base64url) by key id. */
  readonly sealKeys: ReadonlyMap<string, string>;
  /** Judges devices' seals on printed receipts; without it they are not judged. */
  readonly sealHolds?: SealHolds;
  readonly progress?: (acts: number) => void;
};

/**
 * Chapters are ranges of keys. Planned once for all, or on tables whose statistics are not kept yet, PostgreSQL would read whole
 * tables for each of them: minutes instead of seconds.
 */
const inOrderOfKeys = "set local plan_cache_mode = force_custom_plan; set local enable_seqscan = off";

/** Verifies one book, as `keeper`, in one repeatable-read transaction: writers go on meanwhile. */
export async function verifyBook(pool: pg.Pool, book: string, how: Verification): Promise<Report> {
  const client = await pool.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query(inOrderOfKeys);
    const findings = new Findings();
    const reading = new Reading(how, findings);
    for await (const chapter of historyPages(client, book)) {
      for (const told of chapter)
        if (!reading.read(told)) await takeOnTheChainsWord(client, book, how.records, reading, told.act);
      await reading.signatures.begin();
      how.progress?.(findings.acts);
    }
    await reading.signatures.begin(); // The last are checked while records are compared.
    await compareProjections(client, book, how.records, reading.rebuilt, reading.page, findings);
    await checkSeals(client, book, how.sealKeys, findings);
    if (how.sealHolds !== undefined) await checkPaperSeals(client, book, how.sealHolds, findings);
    await checkBeside(client, book, findings);
    await checkTrialBalances(client, book, findings);
    await checkHead(client, book, reading, findings);
    await reading.signatures.end();
    return findings.report(book, reading.head);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

/** Reads acts one after another: the state of a verification between two positions. */
class Reading {
  readonly page = new Page("whole");
  readonly rebuilt = new Rebuilt();
  readonly signatures: SignatureChecks;
  head = beginning;
  position = 0n;
  private readonly how: Verification;
  private readonly findings: Findings;
  private expected: Folded[] = [];
  /** The act in hand as it was sent, so that its text is parsed once, and the texts of what is stored beside it. */
  private sent: Sent = { body: "" };
  private texts = { entries: "", papers: "" };

  constructor(how: Verification, findings: Findings) {
    this.how = how;
    this.findings = findings;
    this.signatures = new SignatureChecks(this.page, findings);
  }

  /** Reads one act. False when its outcome cannot be derived again and has to be taken as it stands. */
  read(told: Told): boolean {
    const { act } = told;
    this.sent = { body: act.body };
    this.findings.acts += 1;
    if (act.position !== this.position + 1n)
      this.findings.found("verify.position-missing", `position ${this.position + 1n}`, { next: `${act.position}` });
    this.position = act.position;
    this.checkDigests(told);
    this.checkSums(told);
    this.findings.entries += told.entries.length;
    this.findings.papers += told.papers.length;
    return this.deriveAgain(told);
  }

  /** Digest by digest, so that what was altered is named; then the link that binds them. */
  private checkDigests({ act, entries, papers, misdated }: Told): void {
    const place = `position ${act.position}`;
    this.texts = { entries: entriesText(entries), papers: papersText(papers) };
    const now = {
      act: sha256(actText(act.body, act.signature, act.received, act.cause, act.rules)),
      outcome: sha256(act.outcome),
      entries: sha256(this.texts.entries),
      papers: sha256(this.texts.papers),
    };
    if (now.act !== act.act_digest || !isSaidByBody(act, this.sent))
      this.findings.found("verify.act-altered", place, { act: act.act_id });
    if (now.outcome !== act.outcome_digest) this.findings.found("verify.outcome-altered", place, { act: act.act_id });
    if (now.entries !== act.entries_digest || misdated)
      this.findings.found("verify.entries-altered", place, { act: act.act_id });
    if (now.papers !== act.papers_digest)
      this.findings.found("verify.paper-altered", place, {
        papers: papers.map((one) => `${one.kind} ${one.number}`).join(", "),
      });
    const stored = {
      act: act.act_digest,
      outcome: act.outcome_digest,
      entries: act.entries_digest,
      papers: act.papers_digest,
    };
    if (link(sha256, this.head, act.position, stored) !== act.head) this.findings.found("verify.link-broken", place);
    this.head = act.head;
  }

  private checkSums({ act, entries }: Told): void {
    for (const [ordinal, entry] of entries.entries()) {
      this.findings.postings += entry.postings.length;
      for (const [commodity, left] of imbalances(entry))
        this.findings.found("verify.sum-not-zero", `position ${act.position}, entry ${ordinal}`, {
          commodity,
          left: `${left}`,
        });
    }
  }

  private deriveAgain(told: Told): boolean {
    const { act } = told;
    const folded = act.cause === null ? this.foldAgain(act) : this.expected.shift();
    if (folded === undefined || folded.heard.declaration.rules !== act.rules) {
      this.findings.onTheChainsWord += 1;
      return false;
    }
    this.findings.derivedAgain += 1;
    for (const one of folded.follows.records) this.rebuilt.lay(one, act.position);
    const booked = bookedEntries(folded);
    for (const change of balanceChanges(booked)) this.page.change(change);
    this.page.settle();
    const differs = [
      folded.heard.body.id === act.act_id ? "" : "id",
      outcomeText(folded.outcome) === act.outcome ? "" : "outcome",
      entriesText(booked) === this.texts.entries ? "" : "entries",
      papersText(folded.follows.papers) === this.texts.papers ? "" : "papers",
    ].filter((one) => one !== "");
    if (differs.length > 0)
      this.findings.found("verify.derived-differs", `position ${act.position}`, {
        act: act.act_id,
        in: differs.join(", "),
      });
    return true;
  }

  /** Folds an act that a person said. What it caused follows it in the book, and is compared as it comes. */
  private foldAgain(act: StoredAct): Folded | undefined {
    this.expected = [];
    const hearing = hear(this.sent, bookOf(this.sent), act.received, this.how.tools.vocabulary);
    if ("kept" in hearing) return undefined;
    const declaration = underRules(hearing.heard.declaration, act.rules);
    const heard = { ...hearing.heard, signature: act.signature, declaration: declaration ?? hearing.heard.declaration };
    this.signatures.check(heard, act.position);
    if (declaration === null) return undefined; // Other rules than it was booked under: they prove nothing.
    const result = foldOne(this.page, heard, act.position, this.how.tools);
    this.page.settle();
    if (!("folded" in result)) return undefined;
    const [own, ...caused] = result.folded;
    this.expected = caused;
    return own;
  }
}

/**
 * An act whose rules are no longer here: the rows it wrote are taken as they stand, so that later acts find what they relied on. What
 * it changed of tallies is not known, so tallies are then not judged.
 */
async function takeOnTheChainsWord(
  client: pg.PoolClient,
  book: string,
  records: readonly RecordDeclaration[],
  reading: Reading,
  act: StoredAct,
): Promise<void> {
  for (const record of [...records, issuedPaper as unknown as RecordDeclaration]) {
    const columns = Object.keys(record.columns).map((name) => `"${name}"`);
    const { rows } = await client.query(
      `select ${columns.join(", ")} from ayni."${record.table}" where book_id = $1::uuid and "position" = $2`,
      [book, act.position],
    );
    for (const row of rows) {
      reading.page.lay({ record, row });
      if (record.table !== issuedPaper.table) reading.rebuilt.lay({ record, row }, act.position);
    }
  }
  reading.page.settle();
}

/** The columns beside the body are copies of it: they must say the same. */
function isSaidByBody(act: StoredAct, sent: Sent): boolean {
  const body = bodyOf(sent);
  const through = (body.through ?? {}) as { readonly way?: unknown };
  const way = act.cause === null ? through.way : "cause";
  return (
    body.id === act.act_id &&
    body.kind === act.kind &&
    body.version === act.version &&
    body.by === act.by_agent &&
    way === act.way
  );
}

/** The body as plain data; empty when its bytes are no longer JSON: then nothing in it says the same. */
function bodyOf(sent: Sent): Readonly<Record<string, unknown>> {
  const plain = plainOf(sent);
  const isObject = typeof plain !== "string" && typeof plain.value === "object" && plain.value !== null;
  return isObject ? (plain.value as Readonly<Record<string, unknown>>) : {};
}

const bookOf = (sent: Sent): string => String(bodyOf(sent).book);

async function checkHead(client: pg.PoolClient, book: string, reading: Reading, findings: Findings): Promise<void> {
  const { rows } = await client.query(
    "select position, encode(head, 'hex') as head from ayni.book_head where book_id = $1::uuid",
    [book],
  );
  if (rows[0]?.position !== reading.position || rows[0]?.head !== reading.head)
    findings.found("verify.head-differs", "head", { stored: `${rows[0]?.position}`, last: `${reading.position}` });
}
