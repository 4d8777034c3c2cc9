/** A book on a real PostgreSQL for scenarios: the same acts as in memory, through the one writer. */
import { generateKeyPairSync, sign } from "node:crypto";
import { type ActDeclaration, vocabulary } from "../../kernel/act/declaration.ts";
import type { Tools } from "../../kernel/act/fold.ts";
import { allActs, allRecords, tools as allTools } from "../../rooms/all.ts";
import { freshDatabase, type TestDatabase } from "../../store/testing/database.ts";
import type { Report } from "../../store/verify/report.ts";
import { verifyBook } from "../../store/verify/verify.ts";
import type { Answer } from "../../store/writer/answers.ts";
import { keyIdOf, rawPublicKey, sealWith } from "../../store/writer/seal.ts";
import { openWriters, type Writers } from "../../store/writer/writers.ts";
import { receiptSealHolds } from "../../web/field/server/receipt-seal.ts";

/** A key pair of a device: signs bodies as its telephone would. */
export type DeviceKey = { readonly publicKey: string; sign(text: string): string };

/** Makes a device's key pair. */
export function deviceKey(): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return {
    publicKey: rawPublicKey(publicKey),
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString("base64url"),
  };
}

/** A database of the test's own with its writers, and the clock the test sets. */
export class PostgresBooks {
  readonly database: TestDatabase;
  readonly writers: Writers;
  now = "2026-11-15T15:00:00.000Z";
  private readonly sealKey = generateKeyPairSync("ed25519");

  private readonly tools: Tools;

  private constructor(database: TestDatabase, more: readonly ActDeclaration[]) {
    this.database = database;
    this.tools = { ...allTools, vocabulary: vocabulary(...allActs, ...more) };
    this.writers = this.anotherServer();
  }

  /** Opens a fresh migrated database; `more` are acts that only a test declares. */
  static async open(...more: readonly ActDeclaration[]): Promise<PostgresBooks> {
    return new PostgresBooks(await freshDatabase(), more);
  }

  /** Writers as a second server on the same database would have them. */
  anotherServer(): Writers {
    return this.writersBy(() => this.now);
  }

  /** Writers that go by a clock of their own, as an installation makes them for the example. */
  writersBy(now: () => string): Writers {
    return openWriters(this.database, this.tools, sealWith(this.sealKey.privateKey), now);
  }

  /** Verifies a book as its keeper would; `newer` stands for a declaration as a later release has it. */
  verify(book: string, newer?: ActDeclaration): Promise<Report> {
    const known = this.tools.vocabulary.all.filter((one) => one.kind !== newer?.kind);
    const tools = newer === undefined ? this.tools : { ...this.tools, vocabulary: vocabulary(...known, newer) };
    const raw = rawPublicKey(this.sealKey.publicKey);
    return verifyBook(this.database.connect("keeper"), book, {
      records: allRecords,
      tools,
      sealKeys: new Map([[keyIdOf(raw), raw]]),
      sealHolds: receiptSealHolds,
    });
  }

  /** Says acts and returns their answers; what could not even be kept fails the test. */
  async say(book: string, bodies: readonly object[], key?: DeviceKey): Promise<readonly Answer[]> {
    const acts = bodies.map((body) => {
      const text = JSON.stringify(body);
      return key === undefined ? { body: text } : { body: text, signature: key.sign(text) };
    });
    const taken = await this.writers.take(book, "test", acts);
    return taken.map((one) => {
      if ("full" in one) throw new Error("the intake is full");
      return one;
    });
  }
}
