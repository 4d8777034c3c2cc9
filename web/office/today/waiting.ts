/** What waits for a decision, in the order in which it should be taken. */
import { kilogramsOf } from "../../../kernel/quantity/index.ts";
import type { Fact } from "../../../kernel/refusal.ts";
import { lastBackup } from "../../../store/backup/last.ts";
import type { Todo } from "../../components/todo.tsx";
import type { PageAt } from "../../desk/page.ts";
import { withNames } from "../../language/coded.ts";
import { named } from "../../language/names.ts";
import { sentenceInWords } from "../../language/sentence.ts";
import { sumsInWords } from "../../language/sums.ts";
import { backupWords } from "../our-book.tsx";
import { moneyOf, rowsOf } from "../read.ts";

type Kind = Readonly<Record<"code" | "role" | "open" | "since", string>> & {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly names: Readonly<Record<string, string>>;
};
type Settlement = Readonly<Record<"settlement" | "title" | "stage" | "since" | "statements", string>>;
/** What the view `today.owed` answers. */
export type Owed = Readonly<Record<"currency" | "owed" | "statements" | "people" | "oldest", string>>;
type Proposal = { readonly until: string };
type InDoubt = Readonly<Record<"deliveries" | "net_g", string>> & { readonly oldest: string | null };

/** Kinds of question shown one by one; the others are counted in one line. */
const kindsShown = 5;

/** All that waits: hand-overs in doubt, questions by kind, settlements on their way, and what is not paid yet. */
export async function waitingOf(at: PageAt, owed: readonly Owed[] | null): Promise<readonly Todo[]> {
  const [questions, settlements, doubt] = [
    (await rowsOf<Kind>(at, "today.questions")) ?? [],
    (await rowsOf<Settlement>(at, "settlements.list", { limit: 50 })) ?? [],
    (await rowsOf<InDoubt>(at, "today.in-doubt"))?.[0],
  ];
  const proposals = (await rowsOf<Proposal>(at, "proposals.list", { open: true })) ?? [];
  const signable = proposals.filter((one) => one.until >= at.today);
  return [
    ...(await backupOf(at)),
    ...(signable.length === 0 ? [] : [proposedOf(signable, at)]),
    ...(doubt === undefined || doubt.deliveries === "0" ? [] : [heldOf(doubt, at)]),
    ...questions.slice(0, kindsShown).map((one) => questionOf(one, at)),
    ...(questions.length > kindsShown ? [othersOf(questions.slice(kindsShown), at)] : []),
    ...settlements.filter(({ stage }) => stage === "drafted" || stage === "reviewed").map((one) => draftOf(one, at)),
    ...(owed === null || owed.length === 0 ? [] : [unpaidOf(owed, at)]),
  ];
}

const proposedOf = (proposals: readonly Proposal[], { say, address }: PageAt): Todo => ({
  mark: "waiting",
  what: say("today.proposals", { proposals: `${proposals.length}` }),
  why: say("today.proposals-why", { day: proposals.map((one) => one.until).sort()[0] ?? "" }),
  act: { says: say("today.proposals-act"), href: address("proposals") },
});

/** What is wrong with backups, for who can do something about it. A good one is told under "our book". */
async function backupOf(at: PageAt): Promise<readonly Todo[]> {
  const { say, address, powers, services, book, now } = at;
  if (!powers.has("back-up")) return [];
  const standing = await lastBackup(services.installation.store, book, now);
  if (standing.good !== null && standing.failed === null) return [];
  const act = { says: say("our-book.open"), href: address("backup") };
  const what = say(standing.failed === null ? "today.no-backup" : "today.backup-failed");
  return [
    {
      mark: standing.failed === null ? "waiting" : "broken",
      what,
      why: standing.failed && backupWords(standing, at),
      act,
    },
  ];
}

const heldOf = ({ deliveries, net_g, oldest }: InDoubt, { say, address }: PageAt): Todo => ({
  mark: "waiting",
  what: say("today.held", { deliveries, kilos: kilogramsOf(net_g) }),
  why: say("today.held-why", { day: oldest ?? "" }),
  act: { says: say("today.held-act"), href: address("deliveries", { show: "doubt" }) },
});

const questionOf = ({ code, role, open, since, facts, names }: Kind, { say, address }: PageAt): Todo => ({
  mark: "waiting",
  what: say("today.question", { open, role: named("role", role, say), day: since }),
  why: say(open === "1" ? "today.question-one" : "today.question-oldest", {
    sentence: sentenceInWords({ code, facts: withNames(facts, names) }, say),
  }),
  act: { says: say("today.question-act"), href: address("questions", { code }) },
});

const othersOf = (kinds: readonly Kind[], { say, address }: PageAt): Todo => ({
  mark: "waiting",
  what: say("today.questions-more", {
    open: kinds.reduce((sum, one) => sum + BigInt(one.open), 0n).toString(),
    kinds: `${kinds.length}`,
  }),
  why: null,
  act: { says: say("today.question-act"), href: address("questions") },
});

const draftOf = ({ settlement, title, stage, since, statements }: Settlement, { say, address }: PageAt): Todo => ({
  mark: "waiting",
  what: say(`today.draft.${stage}`, { title }),
  why: say("today.draft-why", { statements, day: since }),
  act: { says: say(`today.draft-act.${stage}`), href: address(`settlements/${settlement}`) },
});

const unpaidOf = (owed: readonly Owed[], { say, address, settings, may, powers }: PageAt): Todo => ({
  mark: "waiting",
  what: say("today.unpaid", {
    owed: sumsInWords(
      owed.map((one) => moneyOf(settings.currencies, one.currency, one.owed)),
      say,
    ),
    statements: owed.reduce((sum, one) => sum + BigInt(one.statements), 0n).toString(),
  }),
  why: say("today.unpaid-why", { day: owed.map((one) => one.oldest).sort()[0] ?? "" }),
  act: may("statements.list")
    ? { says: say("today.unpaid-act"), href: address(powers.has("pay") ? "payments" : "statements") }
    : null,
});
