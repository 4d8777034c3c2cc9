/** What a verification found. Each problem has a lasting code and names the place. */

/** One thing that does not hold. `place` names it: a position, a table and key, a paper's number. */
export type Problem = {
  readonly code: ProblemCode;
  readonly place: string;
  readonly facts: Readonly<Record<string, string>>;
};

/**
 * - `verify.position-missing`: a position of the book is not there
 * - `verify.act-altered`, `.outcome-altered`, `.entries-altered`, `.paper-altered`: what is stored is not what was chained
 * - `verify.link-broken`: a link does not follow from the one before it
 * - `verify.head-differs`: the book's head is not its last link
 * - `verify.sum-not-zero`: an entry does not balance in a commodity
 * - `verify.derived-differs`: the act, folded again, gives another outcome, entries or papers
 * - `verify.record-differs`, `.record-missing`, `.record-unexplained`: a projection is not what the acts say
 * - `verify.tally-differs`: a tally is not the sum of its changes
 * - `verify.trial-balance-differs`: the balance a period was closed with is not what the ledger adds up to
 * - `verify.signature-broken`: a device's signature is not over these bytes
 * - `verify.paper-seal-broken`: a device's seal on a printed receipt is not over what the paper says
 * - `verify.seal-broken`: the installation's seal is not over this head
 * - `verify.personal-value-altered`, `verify.file-altered`: kept bytes are not what their digest says
 */
export type ProblemCode = `verify.${string}`;

/** The whole finding. */
export type Report = {
  readonly book: string;
  readonly acts: number;
  /** Acts folded again under rules still present, with the same result. */
  readonly derivedAgain: number;
  /** Acts whose rules are no longer here: their outcome is taken on the chain's word, and then tallies are not judged. */
  readonly onTheChainsWord: number;
  readonly entries: number;
  readonly postings: number;
  readonly papers: number;
  readonly records: number;
  readonly tallies: number;
  readonly signatures: number;
  readonly seals: number;
  /** Devices' seals on printed receipts. */
  readonly paperSeals: number;
  /** Seals by a key that is not this installation's: not judged. */
  readonly sealsOfOthers: number;
  readonly personalValues: number;
  readonly files: number;
  readonly head: string;
  readonly problems: readonly Problem[];
};

/** Collects findings while a book is read. */
export class Findings {
  readonly problems: Problem[] = [];
  acts = 0;
  derivedAgain = 0;
  onTheChainsWord = 0;
  entries = 0;
  postings = 0;
  papers = 0;
  records = 0;
  tallies = 0;
  signatures = 0;
  seals = 0;
  paperSeals = 0;
  sealsOfOthers = 0;
  personalValues = 0;
  files = 0;

  /** Notes something that does not hold. */
  found(code: ProblemCode, place: string, facts: Readonly<Record<string, string>> = {}): void {
    this.problems.push({ code, place, facts });
  }

  /** The finished report. */
  report(book: string, head: string): Report {
    const { problems, ...counts } = this;
    return { book, ...counts, head, problems };
  }
}
